import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import { UNDO } from './sync';
import { useRun } from './useRun';

/** What was just marked and is not sent for some seconds: it can be undone as if it had not been. */
export function Undo(): ReactElement | null {
  const { t } = useLanguage();
  const { kept, sync, now } = useRun();
  const here = now - kept.offset;
  const last = kept.queue.filter((each) => each.notBefore > here).at(-1);
  if (!last) return null;
  return (
    <p className="undo" role="status">
      {t(`drillRunKind-${last.event['kind'] as 'stopped'}`)}
      <button type="button" onClick={() => void sync.withdraw(last.id)}>
        {t('drillRunUndo', { seconds: Math.min(UNDO / 1000, Math.ceil((last.notBefore - here) / 1000)) })}
      </button>
    </p>
  );
}
