import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { Secret } from '../../components/Secret';
import { State } from '../../components/State';
import { getJson, postJson, remove } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { useSession } from '../../lib/session';

type Key = components['schemas']['KeyView'];
type Created = components['schemas']['OwnController.CreatedKey'];

/** What a key may carry; the rest needs a person. */
const FOR_KEYS = [
  'view',
  'edit-register',
  'run',
  'plan-drills',
  'keep-evidence',
  'read-audit',
  'read-feed',
  'read-metrics',
];
const DAYS = [30, 90, 365];

/** Keys with which programs act for one. */
export function Keys(): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['own', 'keys'],
    queryFn: () => getJson<Key[]>('/api/own/keys'),
  });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['own', 'keys'] });
  const revoke = useMutation({ mutationFn: (id: number) => remove(`/api/own/keys/${id}`), onSettled: refresh });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  return (
    <section className="card" aria-label={t('sessionKeys')}>
      <header>
        <h2>{t('sessionKeys')}</h2>
        <span className="r">{t('sessionKeysHint')}</span>
      </header>
      <ul className="lines">
        {data.map((key) => (
          <li key={key.id}>
            <span>
              <b>{key.name}</b> · {key.scopes.map((scope) => t(`may-${scope}` as 'may-view')).join(t('comma'))} ·{' '}
              {key.revokedAt
                ? t('sessionKeyRevoked', { when: moment(key.revokedAt, language) })
                : t('sessionKeyEnds', { when: moment(key.expiresAt, language) })}
              {key.usedAt && ` · ${t('sessionKeyUsed', { when: moment(key.usedAt, language) })}`}
            </span>
            {!key.revokedAt && (
              <button
                type="button"
                className="btn"
                onClick={() => {
                  revoke.mutate(key.id);
                }}
              >
                {t('sessionRevoke')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {data.length === 0 && <p className="sub">{t('sessionNoKeys')}</p>}
      <Fault error={revoke.error} />
      <NewKey onMade={() => void refresh()} />
    </section>
  );
}

function NewKey({ onMade }: { onMade: () => void }): ReactElement {
  const { t } = useLanguage();
  const session = useSession();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>([]);
  const [days, setDays] = useState(90);
  const make = useMutation({
    mutationFn: () =>
      postJson<Created>('/api/own/keys', {
        name,
        scopes,
        expiresAt: new Date(Date.now() + days * 86_400_000).toISOString(),
      }),
    onSuccess: () => {
      setName('');
      setScopes([]);
      onMade();
    },
  });
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Labelled label={t('sessionKeyName')}>
        <input
          className="field"
          required
          maxLength={100}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
      </Labelled>
      <Labelled label={t('sessionKeyDays')}>
        <select
          className="field"
          value={days}
          onChange={(event) => {
            setDays(Number(event.target.value));
          }}
        >
          {DAYS.map((each) => (
            <option key={each} value={each}>
              {t('sessionDays', { days: each })}
            </option>
          ))}
        </select>
      </Labelled>
      <fieldset className="ticks">
        <legend>{t('sessionKeyScopes')}</legend>
        {FOR_KEYS.filter((scope) => session?.permissions.includes(scope)).map((scope) => (
          <label key={scope} className="tick">
            <input
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={(event) => {
                setScopes(event.target.checked ? [...scopes, scope] : scopes.filter((each) => each !== scope));
              }}
            />
            <span>{t(`may-${scope}` as 'may-view')}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className="btn" disabled={make.isPending || scopes.length === 0}>
        {t('sessionMakeKey')}
      </button>
      {make.data && <Secret label={t('sessionKeySecret')} value={make.data.secret} />}
      <Fault error={make.error} />
    </form>
  );
}
