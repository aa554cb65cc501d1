import type { ReactElement } from 'react';
import { day } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { dayOfMoment } from '../../lib/zone';
import type { Row } from './api';
import { isPast, reviewOf } from './model';

const CHIPS: Record<string, string> = {
  waiting: 'chip acc',
  rejected: 'chip warn',
  changed: 'chip warn',
  approved: 'chip',
};

/** Where the approval of an analysis stands, in a word. */
export function StateMark({ row }: { row: Row }): ReactElement {
  const { t } = useLanguage();
  const { state } = row.standing;
  return <span className={CHIPS[state] ?? 'sub'}>{t(`biaState-${state}` as TextKey)}</span>;
}

/** When it is looked at again; what is overdue says so. */
export function NextReview({ row, now = new Date() }: { row: Row; now?: Date }): ReactElement | null {
  const { t, language } = useLanguage();
  const next = reviewOf(row);
  if (next && isPast(next, dayOfMoment(now)))
    return <span className="bad">{t('biaOverdue', { date: day(next, language) })}</span>;
  if (row.standing.due.length > 0) return <span className="bad">{t('biaDue')}</span>;
  return next ? <>{day(next, language)}</> : null;
}
