import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { CopyField } from '../../components/CopyField';
import { Fault } from '../../components/Fault';
import { postJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { useLanguage } from '../../lib/i18n';
import { useSession } from '../../lib/session';

type Created = components['schemas']['OwnController.CreatedKey'];

/** How long an address works; a year, since calendars are set up once. */
const DAYS = 365;

/** The feed's address to copy into a calendar; with a key in it where people sign in. */
export function Subscribe(): ReactElement {
  const { language, t } = useLanguage();
  const [announcedOnly, setAnnouncedOnly] = useState(false);
  const needsKey = useSession()?.state === 'signed-in';
  const make = useMutation({
    mutationFn: () =>
      postJson<Created>('/api/own/keys', {
        name: 'calendar',
        scopes: ['read-feed'],
        expiresAt: new Date(Date.now() + DAYS * 86_400_000).toISOString(),
      }),
  });
  const key = make.data ? `&key=${make.data.secret}` : '';
  const path = `/api/drills/feed.ics?language=${language}${announcedOnly ? '&announcedOnly=true' : ''}`;
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
    </section>
  );
}
