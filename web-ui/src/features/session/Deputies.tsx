import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { State } from '../../components/State';
import { getJson, putJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { day } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';

type DeputyList = components['schemas']['OwnController.DeputyList'];
type Deputy = components['schemas']['DeputyBody'];

/** Who stands in for one, and from which day to which. */
export function Deputies(): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['own', 'deputies'],
    queryFn: () => getJson<DeputyList>('/api/own/deputies'),
  });
  const save = useMutation({
    mutationFn: (deputies: Deputy[]) => putJson<Deputy[]>('/api/own/deputies', deputies),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['own', 'deputies'] }),
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const nameOf = (account: number): string =>
    data.candidates.find((each) => each.account === account)?.displayName ?? String(account);
  return (
    <section className="card" aria-label={t('sessionDeputies')}>
      <header>
        <h2>{t('sessionDeputies')}</h2>
        <span className="r">{t('sessionDeputiesHint')}</span>
      </header>
      <ul className="lines">
        {data.deputies.map((deputy) => (
          <li key={`${deputy.account} ${deputy.firstDay ?? ''}`}>
            <span>
              {t('sessionDeputyLine', {
                name: nameOf(deputy.account),
                first: day(deputy.firstDay ?? '', language),
                last: day(deputy.lastDay ?? '', language),
              })}
            </span>
            <button
              type="button"
              className="btn"
              onClick={() => {
                save.mutate(data.deputies.filter((each) => each !== deputy));
              }}
            >
              {t('sessionRemove')}
            </button>
          </li>
        ))}
      </ul>
      {data.deputies.length === 0 && <p className="sub">{t('sessionNoDeputies')}</p>}
      <NewDeputy
        candidates={data.candidates}
        busy={save.isPending}
        onAdd={(deputy) => {
          save.mutate([...data.deputies, deputy]);
        }}
      />
      <Fault error={save.error} />
    </section>
  );
}

function NewDeputy({
  candidates,
  busy,
  onAdd,
}: {
  candidates: DeputyList['candidates'];
  busy: boolean;
  onAdd: (deputy: Deputy) => void;
}): ReactElement {
  const { t } = useLanguage();
  const [account, setAccount] = useState('');
  const [firstDay, setFirstDay] = useState('');
  const [lastDay, setLastDay] = useState('');
  const date = (label: string, value: string, set: (value: string) => void): ReactElement => (
    <Labelled label={label}>
      <input
        className="field"
        type="date"
        required
        value={value}
        onChange={(event) => {
          set(event.target.value);
        }}
      />
    </Labelled>
  );
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd({ account: Number(account), firstDay, lastDay });
      }}
    >
      <Labelled label={t('sessionDeputy')}>
        <select
          className="field"
          required
          value={account}
          onChange={(event) => {
            setAccount(event.target.value);
          }}
        >
          <option value="" />
          {candidates.map((each) => (
            <option key={each.account} value={each.account}>
              {each.displayName}
            </option>
          ))}
        </select>
      </Labelled>
      {date(t('sessionFirstDay'), firstDay, setFirstDay)}
      {date(t('sessionLastDay'), lastDay, setLastDay)}
      <button type="submit" className="btn" disabled={busy}>
        {t('sessionAddDeputy')}
      </button>
    </form>
  );
}
