import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { type ProviderInfo, useSession } from '../../lib/session';
import { getIdentities, type Identity, linkIdentity, type Person, removeIdentity } from './api';

/** The identity provider and what people call it; none where people have local accounts only. */
function useProvider(): { provider: ProviderInfo | null; name: string } {
  const { language } = useLanguage();
  const provider = useSession()?.provider ?? null;
  return { provider, name: (language === 'zh-Hant' ? provider?.nameZhHant : provider?.name) ?? '' };
}

function useIdentities(wanted: boolean): Identity[] {
  return useQuery({ queryKey: ['people', 'identities'], queryFn: getIdentities, enabled: wanted }).data ?? [];
}

/** What links and unlinks, after which people are loaded anew. */
function useLinks(): {
  link: (account: number, subject: string) => void;
  unlink: (id: number) => void;
  error: Error | null;
  pending: boolean;
} {
  const queries = useQueryClient();
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['people'] });
  const link = useMutation({
    mutationFn: ({ account, subject }: { account: number; subject: string }) => linkIdentity(account, subject),
    onSuccess: refresh,
  });
  const unlink = useMutation({ mutationFn: removeIdentity, onSuccess: refresh });
  return {
    link: (account, subject) => {
      link.mutate({ account, subject });
    },
    unlink: (id) => {
      unlink.mutate(id);
    },
    error: link.error ?? unlink.error,
    pending: link.isPending || unlink.isPending,
  };
}

/** Who came from the identity provider and was turned away, since no account is linked to them. */
export function TurnedAway({ people }: { people: Person[] }): ReactElement | null {
  const { t } = useLanguage();
  const { provider, name } = useProvider();
  const waiting = useIdentities(provider !== null).filter((each) => each.account === null);
  const links = useLinks();
  if (waiting.length === 0) return null;
  return (
    <section className="card" aria-label={t('peopleTurnedAway')}>
      <header>
        <h2>{t('peopleTurnedAway')}</h2>
        <span className="r">{t('peopleTurnedAwayHint', { provider: name })}</span>
      </header>
      <ul className="lines">
        {waiting.map((each) => (
          <Waiting key={each.id} identity={each} people={people} links={links} />
        ))}
      </ul>
      <Fault error={links.error} />
    </section>
  );
}

function Waiting({
  identity,
  people,
  links,
}: {
  identity: Identity;
  people: Person[];
  links: ReturnType<typeof useLinks>;
}): ReactElement {
  const { t, language } = useLanguage();
  const alike = people.find((person) => person.signInName === identity.name.toLowerCase());
  const [account, setAccount] = useState(alike?.id ?? people[0]?.id ?? 0);
  return (
    <li>
      <span className="grow">
        <b>{identity.displayName}</b> <span className="sub">{identity.name}</span>{' '}
        <span className="sub">{identity.seenAt && moment(identity.seenAt, language)}</span>
        <br />
        <span className="sub mono subject">{identity.subject}</span>
      </span>
      <span className="btns">
        <select
          className="field"
          aria-label={t('peopleAccountOf', { name: identity.displayName })}
          value={account}
          onChange={(event) => {
            setAccount(Number(event.target.value));
          }}
        >
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.displayName} ({person.signInName})
            </option>
          ))}
        </select>
        <button
          type="button"
          className="btn"
          disabled={links.pending}
          onClick={() => {
            links.link(account, identity.subject);
          }}
        >
          {t('peopleLinkIt')}
        </button>
        <button
          type="button"
          className="btn"
          disabled={links.pending}
          onClick={() => {
            links.unlink(identity.id);
          }}
        >
          {t('peopleForget')}
        </button>
      </span>
    </li>
  );
}

/** Who at the identity provider opens an account, and the roles that come from there. */
export function Linked({ person }: { person: Person }): ReactElement | null {
  const { t, language } = useLanguage();
  const { provider, name } = useProvider();
  const mine = useIdentities(provider !== null || person.external).filter((each) => each.account === person.id);
  const links = useLinks();
  const [subject, setSubject] = useState('');
  if (!provider && mine.length === 0) return null;
  return (
    <fieldset className="grants">
      <legend>{t('peopleAtProvider', { provider: name })}</legend>
      {mine.map((each) => (
        <p key={each.id} className="btns">
          <span>
            {each.displayName} <span className="sub mono subject">{each.subject}</span>{' '}
            <span className="sub">
              {each.seenAt ? t('peopleSeen', { when: moment(each.seenAt, language) }) : t('peopleNotSeen')}
            </span>
          </span>
          <button
            type="button"
            className="btn"
            disabled={links.pending}
            onClick={() => {
              links.unlink(each.id);
            }}
          >
            {t('peopleUnlink')}
          </button>
        </p>
      ))}
      {person.provided.length > 0 && (
        <p className="sub">
          {t('peopleProvidedHint', {
            when: moment(person.provided[0]?.holdsUntil ?? '', language),
          })}
        </p>
      )}
      {mine.length === 0 && (
        <div className="fields">
          <Labelled label={t('peopleSubject')} hint={t('peopleSubjectHint')}>
            <input
              className="field"
              maxLength={255}
              value={subject}
              onChange={(event) => {
                setSubject(event.target.value);
              }}
            />
          </Labelled>
          <button
            type="button"
            className="btn"
            disabled={links.pending || subject === ''}
            onClick={() => {
              links.link(person.id, subject);
            }}
          >
            {t('peopleLinkIt')}
          </button>
        </div>
      )}
      <Fault error={links.error} />
    </fieldset>
  );
}
