import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Labelled } from '../../components/Labelled';
import { useLanguage } from '../../lib/i18n';
import { addUnit, removeUnit, type Unit } from './api';

/** The units of the organisation as a tree; elements name theirs under x-unit. */
export function UnitsPanel({ units }: { units: Unit[] }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [error, setError] = useState<Error | null>(null);
  const refresh = (): Promise<void> => {
    setError(null);
    return queries.invalidateQueries({ queryKey: ['units'] });
  };
  const drop = useMutation({ mutationFn: removeUnit, onSuccess: refresh, onError: setError });
  return (
    <section className="card" aria-label={t('peopleUnits')}>
      <header>
        <h2>{t('peopleUnits')}</h2>
        <span className="r">{t('peopleUnitsHint')}</span>
      </header>
      <Branch
        units={units}
        parent={null}
        onRemove={(id) => {
          drop.mutate(id);
        }}
      />
      {units.length === 0 && <p className="sub">{t('peopleNoUnits')}</p>}
      <NewUnit units={units} onAdded={() => void refresh()} onError={setError} />
      {error && (
        <p className="bad" role="alert" lang="en">
          {error.message}
        </p>
      )}
    </section>
  );
}

function Branch({
  units,
  parent,
  onRemove,
}: {
  units: Unit[];
  parent: string | null;
  onRemove: (id: string) => void;
}): ReactElement {
  const { t, language } = useLanguage();
  return (
    <ul className="lines tree">
      {units
        .filter((unit) => (unit.parent ?? null) === parent)
        .map((unit) => {
          const leaf = units.every((each) => each.parent !== unit.id);
          return (
            <li key={unit.id}>
              <span>
                {language === 'zh-Hant' ? (unit.nameZhHant ?? unit.name) : unit.name}{' '}
                <span className="sub mono">{unit.id}</span>
              </span>
              {leaf && (
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    onRemove(unit.id);
                  }}
                >
                  {t('peopleRemove')}
                </button>
              )}
              {!leaf && <Branch units={units} parent={unit.id} onRemove={onRemove} />}
            </li>
          );
        })}
    </ul>
  );
}

const NOTHING = { id: '', name: '', nameZhHant: '', parent: '' };

function NewUnit({
  units,
  onAdded,
  onError,
}: {
  units: Unit[];
  onAdded: () => void;
  onError: (error: Error) => void;
}): ReactElement {
  const { t } = useLanguage();
  const [unit, setUnit] = useState(NOTHING);
  const add = useMutation({
    mutationFn: () => addUnit({ ...unit, nameZhHant: unit.nameZhHant || null, parent: unit.parent || null }),
    onSuccess: () => {
      setUnit(NOTHING);
      onAdded();
    },
    onError,
  });
  const field = (key: 'id' | 'name' | 'nameZhHant', label: string, required: boolean): ReactElement => (
    <Labelled label={label}>
      <input
        className="field"
        required={required}
        maxLength={100}
        value={unit[key]}
        onChange={(event) => {
          setUnit({ ...unit, [key]: event.target.value });
        }}
      />
    </Labelled>
  );
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      {field('id', t('peopleUnitId'), true)}
      {field('name', t('peopleUnitName'), true)}
      {field('nameZhHant', t('peopleUnitNameZh'), false)}
      <Labelled label={t('peopleUnitParent')}>
        <select
          className="field"
          value={unit.parent}
          onChange={(event) => {
            setUnit({ ...unit, parent: event.target.value });
          }}
        >
          <option value="">{t('peopleNone')}</option>
          {units.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </Labelled>
      <button type="submit" className="btn" disabled={add.isPending}>
        {t('peopleAddUnit')}
      </button>
    </form>
  );
}
