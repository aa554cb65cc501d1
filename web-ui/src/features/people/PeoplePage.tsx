import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { State } from '../../components/State';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { getPeople, type Person } from './api';
import { getUnits, type Unit, unitName } from '../../lib/units';
import { TurnedAway } from './Identities';
import { NewPerson } from './NewPerson';
import { PersonForm } from './PersonForm';
import { UnitsPanel } from './UnitsPanel';
import './people.css';

/** Who may what: people, their roles, and the units of the organisation. */
export function PeoplePage(): ReactElement {
  const { t } = useLanguage();
  usePage({ label: t('peopleRoom') });
  const people = useQuery({ queryKey: ['people'], queryFn: getPeople });
  const units = useQuery({ queryKey: ['units'], queryFn: getUnits });
  const [open, setOpen] = useState<number | null>(null);
  if (!people.data || !units.data)
    return <State error={people.error ?? units.error} retry={() => void people.refetch()} />;
  const active = people.data.filter((each) => !each.disabled);
  const administrators = active.filter((each) =>
    [...each.grants, ...each.provided].some((grant) => grant.role === 'administrator'),
  );
  return (
    <div className="people">
      <div className="head">
        <div className="grow">
          <h1>{t('peopleHeadline', { people: active.length, administrators: administrators.length })}</h1>
          <p className="lede">{t('peopleLede')}</p>
        </div>
      </div>
      <section className="card flush" aria-label={t('peoplePeople')}>
        <ul className="persons">
          {people.data.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              open={open === person.id}
              people={people.data}
              units={units.data}
              onToggle={() => {
                setOpen(open === person.id ? null : person.id);
              }}
            />
          ))}
        </ul>
      </section>
      <TurnedAway people={people.data} />
      <NewPerson units={units.data} />
      <UnitsPanel units={units.data} />
    </div>
  );
}

/** What stands out of an account: disabled, opened by the identity provider, or without any way in yet. */
function stateOf(person: Person): 'peopleDisabled' | 'peopleExternal' | 'peopleInvited' | null {
  if (person.disabled) return 'peopleDisabled';
  if (person.external) return 'peopleExternal';
  return person.hasPassword ? null : 'peopleInvited';
}

function PersonRow({
  person,
  people,
  units,
  open,
  onToggle,
}: {
  person: Person;
  people: Person[];
  units: Unit[];
  open: boolean;
  onToggle: () => void;
}): ReactElement {
  const { t, language } = useLanguage();
  const state = stateOf(person);
  const nameOf = (id: string | null | undefined): string => {
    const unit = units.find((each) => each.id === id);
    return id ? ` · ${unit ? unitName(unit, language) : id}` : '';
  };
  return (
    <li>
      <button type="button" className="row" aria-expanded={open} onClick={onToggle}>
        <b>{person.displayName}</b>
        <span className="sub">{person.signInName}</span>
        <span className="roles">
          {person.grants.map((grant) => (
            <span key={`${grant.role ?? ''} ${grant.unit ?? ''}`} className="chip">
              {t(`role-${grant.role ?? ''}` as 'role-planner')}
              {nameOf(grant.unit)}
            </span>
          ))}
          {person.provided.map((grant) => (
            <span key={`${grant.role} ${grant.unit ?? ''}`} className="chip provided" title={t('peopleProvided')}>
              {t(`role-${grant.role}` as 'role-planner')}
              {nameOf(grant.unit)} ↗
            </span>
          ))}
          {person.grants.length + person.provided.length === 0 && <span className="sub">{t('peopleNoRole')}</span>}
        </span>
        {state && <span className={state === 'peopleExternal' ? 'chip' : 'chip acc'}>{t(state)}</span>}
      </button>
      {open && <PersonForm key={person.version} person={person} people={people} units={units} />}
    </li>
  );
}
