import { type ReactElement, useState } from 'react';
import { useLanguage } from '../../lib/i18n';

/** The feed's address to copy into a calendar. */
export function Subscribe(): ReactElement {
  const { language, t } = useLanguage();
  const [announcedOnly, setAnnouncedOnly] = useState(false);
  const [copied, setCopied] = useState(false);
  const path = `/api/drills/feed.ics?language=${language}${announcedOnly ? '&announcedOnly=true' : ''}`;
  const address = `${window.location.origin}${path}`;
  return (
    <section className="card subscribe" aria-label={t('drillsSubscribe')}>
      <p>{t('drillsSubscribeHint')}</p>
      <p className="btns">
        <input
          className="field mono"
          readOnly
          value={address}
          aria-label={t('drillsAddress')}
          onFocus={(event) => {
            event.target.select();
          }}
        />
        <button
          type="button"
          className="btn"
          onClick={() => {
            void navigator.clipboard.writeText(address).then(() => {
              setCopied(true);
            });
          }}
        >
          {copied ? t('drillsCopied') : t('drillsCopy')}
        </button>
        <a className="btn" href={path} download="drills.ics">
          {t('drillsDownload')}
        </a>
      </p>
      <label>
        <input
          type="checkbox"
          checked={announcedOnly}
          onChange={(event) => {
            setAnnouncedOnly(event.target.checked);
            setCopied(false);
          }}
        />{' '}
        {t('drillsAnnouncedOnly')}
      </label>
    </section>
  );
}
