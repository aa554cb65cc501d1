import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { useLanguage } from '../../lib/i18n';
import { addUnit, changeUnit, removeUnit } from './api';
import { type Unit, unitName } from '../../lib/units';
import { below, type Said, saidOf, UnitFields, unitOf } from './UnitFields';

/** The units of the organisation as a tree; elements name theirs under x-unit. */
export function UnitsPanel({ units }: { units: Unit[] }): ReactElement {
  const { t } = useLanguage();
  return (
    <section className="card" aria-label={t('peopleUnits')}>
      <header>
        <h2>{t('peopleUnits')}</h2>
        <span className="r">{t('peopleUnitsHint')}</span>
      </header>
      <Branch units={units} parent={null} />
      {units.length === 0 && <p className="sub">{t('peopleNoUnits')}</p>}
      <NewUnit units={units} />
    </section>
  );
}

function Branch({ units, parent }: { units: Unit[]; parent: string | null }): ReactElement {
  return (
    <ul className="lines tree">
      {units
        .filter((unit) => (unit.parent ?? null) === parent)
        .map((unit) => (
          <Leaf key={unit.id} unit={unit} units={units} />
        ))}
    </ul>
  );
}

/** One unit with its parts, in place to be changed or, where it has none, removed. */
function Leaf({ unit, units }: { unit: Unit; units: Unit[] }): ReactElement {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  const drop = useMutation({
    mutationFn: () => removeUnit(unit.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['units'] }),
  });
  const hasParts = units.some((each) => each.parent === unit.id);
  return (
    <li>
      <span>
        {unitName(unit, language)} <span className="sub mono">{unit.id}</span>
      </span>
      <span className="btns">
        <button
          type="button"
          className="btn"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {t('peopleChange')}
        </button>
        {!hasParts && (
          <button
            type="button"
            className="btn"
            disabled={drop.isPending}
            onClick={() => {
              drop.mutate();
            }}
          >
            {t('peopleRemove')}
          </button>
        )}
      </span>
      {open && (
        <ChangeUnit
          key={unit.version}
          unit={unit}
          units={units}
          onDone={() => {
            setOpen(false);
          }}
        />
      )}
      <Fault error={drop.error} />
      {hasParts && <Branch units={units} parent={unit.id} />}
    </li>
  );
}

function ChangeUnit({ unit, units, onDone }: { unit: Unit; units: Unit[]; onDone: () => void }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [said, setSaid] = useState(saidOf(unit));
  const parts = below(units, unit.id);
  const save = useMutation({
    mutationFn: (next: Said) => changeUnit({ ...unitOf(next), version: unit.version }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['units'] });
      onDone();
    },
  });
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(said);
      }}
    >
      <UnitFields said={said} parents={units.filter((each) => !parts.has(each.id))} onChange={setSaid} />
      <span className="btns">
        <button type="submit" className="btn pri" disabled={save.isPending}>
          {t('peopleSave')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t('cancel')}
        </button>
      </span>
      <Fault error={save.error} />
    </form>
  );
}

const NOTHING: Said = { id: '', name: '', nameZhHant: '', parent: '' };

function NewUnit({ units }: { units: Unit[] }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [said, setSaid] = useState(NOTHING);
  const add = useMutation({
    mutationFn: () => addUnit(unitOf(said)),
    onSuccess: () => {
      setSaid(NOTHING);
      return queries.invalidateQueries({ queryKey: ['units'] });
    },
  });
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <UnitFields isNew said={said} parents={units} onChange={setSaid} />
      <button type="submit" className="btn" disabled={add.isPending}>
        {t('peopleAddUnit')}
      </button>
      <Fault error={add.error} />
    </form>
  );
}
