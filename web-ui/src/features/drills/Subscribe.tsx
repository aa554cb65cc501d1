import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { CopyField } from '../../components/CopyField';
import { Fault } from '../../components/Fault';
import { postJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { useSession } from '../../lib/session';
import { getKeys, type Key, revokeKey } from './api';

type Created = components['schemas']['OwnController.CreatedKey'];

/** How long an address works; a year, since calendars are set up once. */
const DAYS = 365;

/** The feed's address to copy into a calendar; with a key in it where people sign in, shown once and ended here. */
export function Subscribe(): ReactElement {
  const { language, t } = useLanguage();
  const queries = useQueryClient();
  const [announcedOnly, setAnnouncedOnly] = useState(false);
  const needsKey = useSession()?.state === 'signed-in';
  const make = useMutation({
    mutationFn: () =>
      postJson<Created>('/api/own/keys', {
        name: 'calendar',
        scopes: ['read-feed'],
        expiresAt: new Date(Date.now() + DAYS * 86_400_000).toISOString(),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['feed-keys'] }),
  });
  const key = make.data ? `&key=${make.data.secret}` : '';
  const only = announcedOnly && !needsKey ? '&announcedOnly=true' : '';
  const path = `/api/drills/feed.ics?language=${language}${only}`;
  const address = `${window.location.origin}${path}${key}`;
  return (
    <section className="card subscribe" aria-label={t('drillsSubscribe')}>
      <p>{t('drillsSubscribeHint')}</p>
      <p>{t(needsKey ? 'drillsSecretHint' : 'drillsDemoHint')}</p>
      <p className="btns">
        {needsKey && !make.data ? (
          <button
            type="button"
            className="btn"
            disabled={make.isPending}
            onClick={() => {
              make.mutate();
            }}
          >
            {t('drillsSecretMake')}
          </button>
        ) : (
          <CopyField label={t('drillsAddress')} value={address} />
        )}
        <a className="btn" href={path} download="drills.ics">
          {t('drillsDownload')}
        </a>
      </p>
      <Fault error={make.error} />
      {needsKey ? (
        <Addresses onEnd={make.reset} />
      ) : (
        <label>
          <input
            type="checkbox"
            checked={announcedOnly}
            onChange={(event) => {
              setAnnouncedOnly(event.target.checked);
            }}
          />{' '}
          {t('drillsAnnouncedOnly')}
        </label>
      )}
    </section>
  );
}

const reads = (key: Key): boolean =>
  key.revokedAt === null && key.scopes.join() === 'read-feed' && Date.parse(key.expiresAt) > Date.now();

/** The secret addresses that still work, each with the way to end it. */
function Addresses({ onEnd }: { onEnd: () => void }): ReactElement | null {
  const { language, t } = useLanguage();
  const queries = useQueryClient();
  const keys = useQuery({ queryKey: ['feed-keys'], queryFn: getKeys });
  const end = useMutation({
    mutationFn: revokeKey,
    onSuccess: () => {
      onEnd();
      return queries.invalidateQueries({ queryKey: ['feed-keys'] });
    },
  });
  const working = (keys.data ?? []).filter(reads);
  if (working.length === 0) return <Fault error={keys.error ?? end.error} />;
  return (
    <>
      <h3>{t('drillsAddresses', { count: working.length })}</h3>
      <ul className="addresses">
        {working.map((key) => (
          <li key={key.id}>
            <span>{t('drillsAddressMade', { date: moment(key.createdAt, language) })}</span>
            <span className="sub">
              {key.usedAt ? t('drillsAddressUsed', { date: moment(key.usedAt, language) }) : t('drillsAddressUnused')}
            </span>
            <button
              type="button"
              className="btn"
              disabled={end.isPending}
              onClick={() => {
                end.mutate(key.id);
              }}
            >
              {t('drillsAddressEnd')}
            </button>
          </li>
        ))}
      </ul>
      <Fault error={end.error} />
    </>
  );
}
