import { type ReactElement, useState } from 'react';
import { deleteRecord, type Due } from '../../lib/evidence';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { Decide } from './Decide';

/** Records whose date is over; each is deleted by a decision of its own. */
export function DueList({ due }: { due: Due[] }): ReactElement {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className="card" aria-label={t('evidenceDueTitle')}>
      <header>
        <h2>{t('evidenceDueTitle')}</h2>
      </header>
      <ul className="lines">
        {due.map((each) => {
          const key = `${each.recordType} ${each.record}`;
          return (
            <li key={key}>
              <span>
                <b>{each.name}</b>{' '}
                <span className="sub">
                  {t(`evidenceClass-${each.recordClass}` as TextKey)} ·{' '}
                  {t('evidenceDueUntil', { date: moment(each.keptUntil, language) })}
                </span>
              </span>
              {open === key ? (
                <Decide
                  label={t('evidenceDelete')}
                  hint={t('evidenceDeleteHint')}
                  decide={(reason) => deleteRecord(each.recordType, each.record, reason)}
                />
              ) : (
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    setOpen(key);
                  }}
                >
                  {t('evidenceDelete')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
