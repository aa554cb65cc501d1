import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { Secret } from '../../components/Secret';
import { useLanguage } from '../../lib/i18n';
import { addPerson, type Grant, linkAddress } from './api';
import type { Unit } from '../../lib/units';
import { Grants } from './Grants';

/** Adds somebody and shows the link to hand to them. */
export function NewPerson({ units }: { units: Unit[] }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [signInName, setSignInName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [grants, setGrants] = useState<Grant[]>([{ role: 'planner', unit: null }]);
  const add = useMutation({
    mutationFn: () => addPerson({ signInName, displayName, grants }),
    onSuccess: () => {
      setSignInName('');
      setDisplayName('');
      return queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <section className="card" aria-label={t('peopleNew')}>
      <header>
        <h2>{t('peopleNew')}</h2>
        <span className="r">{t('peopleNewHint')}</span>
      </header>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <div className="fields">
          <Labelled label={t('sessionName')}>
            <input
              className="field"
              required
              autoCapitalize="none"
              value={signInName}
              onChange={(event) => {
                setSignInName(event.target.value);
              }}
            />
          </Labelled>
          <Labelled label={t('sessionDisplayName')}>
            <input
              className="field"
              required
              maxLength={100}
              value={displayName}
              onChange={(event) => {
                setDisplayName(event.target.value);
              }}
            />
          </Labelled>
        </div>
        <Grants grants={grants} units={units} onChange={setGrants} />
        <p className="btns">
          <button type="submit" className="btn pri" disabled={add.isPending}>
            {t('peopleAdd')}
          </button>
        </p>
        {add.data && (
          <Secret
            label={t('peopleLinkFor', { name: add.data.account.displayName })}
            value={linkAddress(add.data.link)}
          />
        )}
        <Fault error={add.error} />
      </form>
    </section>
  );
}
