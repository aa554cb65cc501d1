import type { ReactElement } from 'react';
import { Labelled } from '../../components/Labelled';
import { useLanguage } from '../../lib/i18n';
import { type Unit, unitName } from '../../lib/units';

/** What is said of a unit; an empty text is not said. */
export interface Said {
  id: string;
  name: string;
  nameZhHant: string;
  parent: string;
}

export const saidOf = (unit: Unit): Said => ({
  id: unit.id,
  name: unit.name,
  nameZhHant: unit.nameZhHant ?? '',
  parent: unit.parent ?? '',
});

export const unitOf = (said: Said): Omit<Unit, 'version'> => ({
  id: said.id,
  name: said.name,
  nameZhHant: said.nameZhHant || null,
  parent: said.parent || null,
});

/** A unit and everything that is part of it. */
export function below(units: Unit[], id: string): Set<string> {
  const found = new Set([id]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const unit of units) if (unit.parent && found.has(unit.parent)) found.add(unit.id);
  }
  return found;
}

/** Names of a unit and what it is part of; the id only of one that is not there yet, since it stays. */
export function UnitFields({
  said,
  parents,
  isNew = false,
  onChange,
}: {
  said: Said;
  parents: Unit[];
  isNew?: boolean;
  onChange: (said: Said) => void;
}): ReactElement {
  const { t, language } = useLanguage();
  const field = (key: 'id' | 'name' | 'nameZhHant', label: string, required: boolean): ReactElement => (
    <Labelled label={label}>
      <input
        className="field"
        required={required}
        maxLength={100}
        value={said[key]}
        onChange={(event) => {
          onChange({ ...said, [key]: event.target.value });
        }}
      />
    </Labelled>
  );
  return (
    <>
      {isNew && field('id', t('peopleUnitId'), true)}
      {field('name', t('peopleUnitName'), true)}
      {field('nameZhHant', t('peopleUnitNameZh'), false)}
      <Labelled label={t('peopleUnitParent')}>
        <select
          className="field"
          value={said.parent}
          onChange={(event) => {
            onChange({ ...said, parent: event.target.value });
          }}
        >
          <option value="">{t('peopleNone')}</option>
          {parents.map((each) => (
            <option key={each.id} value={each.id}>
              {unitName(each, language)}
            </option>
          ))}
        </select>
      </Labelled>
    </>
  );
}
