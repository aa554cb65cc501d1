import type { ReactElement } from 'react';
import type { CustodyEvent } from '../../lib/evidence';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';

/** The chain of custody, from the newest: entries of the audit, which nobody changes. */
export function Custody({ events, total }: { events: CustodyEvent[]; total: number }): ReactElement {
  const { t, language } = useLanguage();
  return (
    <>
      <h3>{t('evidenceCustody')}</h3>
      <ol className="custody">
        {events.map((event) => (
          <li key={event.number}>
            <span className="sub">{moment(event.at, language)}</span>
            <span>
              <b>{event.who ?? t('evidenceRedacted')}</b> {t(`evidenceDid-${event.event}` as TextKey)}
              {event.to && ` ${event.to}`}
              {event.whole === true && ` ${t('evidenceFoundWhole')}`}
              {event.whole === false && <span className="bad"> {t('evidenceFoundBroken')}</span>}
              {event.note && <span className="sub"> {event.note}</span>}
            </span>
          </li>
        ))}
      </ol>
      {total > events.length && <p className="sub">{t('evidenceMore', { more: total - events.length })}</p>}
    </>
  );
}
