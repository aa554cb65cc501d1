import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { day } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { Reminder } from './api';

const SHOWN = 6;

/** Days of agreements that come soon or have passed: reviews, notices, ends, reports. */
export function Reminders({ reminders }: { reminders: Reminder[] }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const line = (each: Reminder): ReactElement => (
    <li key={`${each.thing.id} ${each.agreement} ${each.kind}`}>
      <span className={each.overdue ? 'bad' : undefined}>{day(each.on, language)}</span>
      <span>
        {t(`slaReminder-${each.kind as 'review'}`)} ·{' '}
        <Link className="link" to={`/levels/${encodeURIComponent(each.thing.id)}`}>
          {nameOf(each.thing)}
        </Link>
        <small className="sub"> {each.name ?? each.counterparty ?? each.agreement}</small>
      </span>
    </li>
  );
  return (
    <section className="card" aria-label={t('slaDue')}>
      <header>
        <h2>{t('slaDue')}</h2>
        <span className="r">{t('slaDueHint')}</span>
      </header>
      {reminders.length === 0 ? (
        <p className="sub">{t('slaDueNone')}</p>
      ) : (
        <ul className="days">{reminders.slice(0, SHOWN).map(line)}</ul>
      )}
      {reminders.length > SHOWN && (
        <details>
          <summary>{t('slaDueMore', { count: reminders.length - SHOWN })}</summary>
          <ul className="days">{reminders.slice(SHOWN).map(line)}</ul>
        </details>
      )}
    </section>
  );
}
