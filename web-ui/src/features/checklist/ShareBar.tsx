import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { Score } from './api';

/** How a checklist stands, as a bar of its items and in words: never a share without its counts. */
export function ShareBar({ score, wide = false }: { score: Score; wide?: boolean }): ReactElement {
  const { t } = useLanguage();
  const of = score.asked - score.notApplicable;
  const part = (amount: number): string => `${of === 0 ? 0 : (amount / of) * 100}%`;
  const words = t('checklistScore', { met: score.met, of });
  return (
    <span className={wide ? 'sharebar wide' : 'sharebar'}>
      <span className="track" aria-hidden="true">
        <i className="met" style={{ width: part(score.met) }} />
        <i className="partly" style={{ width: part(score.partly) }} />
        <i className="not" style={{ width: part(score.notMet) }} />
      </span>
      <span className="num">{words}</span>
    </span>
  );
}

/** What needs somebody: overdue, stale or shown by nothing. */
export function Attention({ score }: { score: Score }): ReactElement {
  const { t } = useLanguage();
  return (
    <span className="marks">
      {score.overdue > 0 && <span className="chip warn">{t('checklistOverdueN', { count: score.overdue })}</span>}
      {score.stale > 0 && <span className="chip warn">{t('checklistStaleN', { count: score.stale })}</span>}
      {score.withoutEvidence > 0 && (
        <span className="chip">{t('checklistBareN', { count: score.withoutEvidence })}</span>
      )}
      {score.open > 0 && <span className="chip">{t('checklistOpenN', { count: score.open })}</span>}
    </span>
  );
}
