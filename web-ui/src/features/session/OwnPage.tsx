import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { State } from '../../components/State';
import { getJson, putJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { moment } from '../../lib/format';
import { loadSession } from '../../lib/http';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { setSession, useMay, useSession } from '../../lib/session';
import { Deputies } from './Deputies';
import { Keys } from './Keys';
import { useProviderName } from './Provider';
import { PasswordField } from './PasswordField';
import { WORDS } from './words';
import './session.css';

type OwnSession = components['schemas']['SignIns.OwnSession'];

/** One's own account: password, sessions, who stands in, keys for programs. */
export function OwnPage(): ReactElement {
  const { t } = useLanguage();
  const session = useSession();
  const own = useMay('own-account');
  usePage({ label: t('sessionOwn') });
  if (!own) return <State error={new Error(t('sessionOwnDemo'))} />;
  return (
    <div className="own">
      <div className="head">
        <div className="grow">
          <h1>
            {t('sessionOwnHeadline', {
              name: session?.displayName ?? '',
              count: session?.idleMinutes ?? 0,
              minutes: session?.idleMinutes ?? 0,
            })}
          </h1>
          <p className="lede">
            {session?.signInName} · {session?.roles.map((role) => t(`role-${role}` as 'role-planner')).join(t('comma'))}
          </p>
        </div>
      </div>
      {session?.byProvider ? <KeptThere /> : <Password />}
      <Sessions />
      <Deputies />
      <Keys />
    </div>
  );
}

function KeptThere(): ReactElement {
  const { t } = useLanguage();
  const name = useProviderName(useSession()?.provider);
  return (
    <section className="card" aria-label={t('sessionPassword')}>
      <header>
        <h2>{t('sessionPassword')}</h2>
      </header>
      <p>{t('sessionKeptThere', { provider: name })}</p>
    </section>
  );
}

function Password(): ReactElement {
  const { t } = useLanguage();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useMutation({
    mutationFn: () => putJson('/api/own/password', { current, password }),
    onSuccess: async () => {
      setSession(await loadSession());
    },
  });
  return (
    <section className="card" aria-label={t('sessionChangePassword')}>
      <header>
        <h2>{t('sessionChangePassword')}</h2>
        <span className="r">{t('sessionChangeHint')}</span>
      </header>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <PasswordField label={t('sessionCurrent')} value={current} onChange={setCurrent} />
        <PasswordField isNew label={t('sessionNewPassword')} value={password} onChange={setPassword} />
        <button type="submit" className="btn" disabled={change.isPending}>
          {t('sessionChangePassword')}
        </button>
      </form>
      <Fault error={change.error} own={WORDS} />
    </section>
  );
}

function Sessions(): ReactElement {
  const { t, language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['own', 'sessions'],
    queryFn: () => getJson<OwnSession[]>('/api/own/sessions'),
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  return (
    <section className="card" aria-label={t('sessionSessions')}>
      <header>
        <h2>{t('sessionSessions')}</h2>
        <span className="r">{t('sessionSessionsHint')}</span>
      </header>
      <div className="scroll" tabIndex={0} role="group" aria-label={t('sessionSessions')}>
        <table className="plain">
          <thead>
            <tr>
              <th>{t('sessionSince')}</th>
              <th>{t('sessionSeen')}</th>
              <th>{t('sessionFrom')}</th>
              <th>{t('sessionDevice')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((each) => (
              <tr key={each.createdAt}>
                <td>{moment(each.createdAt, language)}</td>
                <td>{each.current ? t('sessionThis') : moment(each.seenAt, language)}</td>
                <td>{each.address}</td>
                <td>
                  {each.agent}
                  {each.sharedStation && ` · ${t('sessionSharedShort')}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
