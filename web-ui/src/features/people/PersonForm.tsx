import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { Secret } from '../../components/Secret';
import { useLanguage } from '../../lib/i18n';
import { changePerson, linkAddress, makeLink, type Person } from './api';
import type { Unit } from '../../lib/units';
import { Grants } from './Grants';
import { Linked } from './Identities';
import { StandIns } from './StandIns';

/** Changes somebody's name, roles and deputies, disables them, or gives them a new link to choose a password. */
export function PersonForm({
  person,
  people,
  units,
}: {
  person: Person;
  people: Person[];
  units: Unit[];
}): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [changed, setChanged] = useState(person);
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['people'] });
  const save = useMutation({ mutationFn: (next: Person) => changePerson(next), onSuccess: refresh });
  const link = useMutation({ mutationFn: () => makeLink(person.id) });
  const error = save.error ?? link.error;
  return (
    <form
      className="stack person"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(changed);
      }}
    >
      <Labelled label={t('sessionDisplayName')}>
        <input
          className="field"
          required
          maxLength={100}
          value={changed.displayName}
          onChange={(event) => {
            setChanged({ ...changed, displayName: event.target.value });
          }}
        />
      </Labelled>
      <Grants
        grants={changed.grants}
        units={units}
        onChange={(grants) => {
          setChanged({ ...changed, grants });
        }}
      />
      <StandIns
        person={person}
        people={people}
        deputies={changed.deputies}
        onChange={(deputies) => {
          setChanged({ ...changed, deputies });
        }}
      />
      <Linked person={person} />
      <p className="btns">
        <button type="submit" className="btn pri" disabled={save.isPending}>
          {t('peopleSave')}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            link.mutate();
          }}
        >
          {t('peopleNewLink')}
        </button>
        <button
          type="button"
          className="btn"
          onClick={() => {
            save.mutate({ ...person, disabled: !person.disabled });
          }}
        >
          {t(person.disabled ? 'peopleEnable' : 'peopleDisable')}
        </button>
      </p>
      {link.data && (
        <Secret label={t('peopleLinkFor', { name: person.displayName })} value={linkAddress(link.data.link)} />
      )}
      <Fault error={error} />
    </form>
  );
}
