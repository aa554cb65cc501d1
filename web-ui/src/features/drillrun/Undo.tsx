import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { KeptEvent } from '../../lib/kept';
import { GO_BACK, putBack, useDraft } from './drafts';
import { UNDO } from './sync';
import { useRun } from './useRun';

/** What was just marked and is not sent for some seconds, or was removed: it can be undone as if it had not been. */
export function Undo(): ReactElement | null {
  const { t } = useLanguage();
  const { kept, sync, now } = useRun();
  const [typed, setTyped] = useDraft(GO_BACK);
  const here = now - kept.offset;
  const until = (each: KeptEvent): number => each.goesAt ?? each.notBefore;
  const last = kept.queue.filter((each) => until(each) > here).at(-1);
  if (!last) return null;
  const kind = t(`drillRunKind-${last.event['kind'] as 'stopped'}`);
  return (
    <p className="undo">
      {/* said once: the seconds of the button are not read out each second */}
      <span role="status">{last.goesAt === undefined ? kind : t('drillRunRemoved', { what: kind })}</span>
      <button
        type="button"
        onClick={() => {
          if (last.goesAt !== undefined) void sync.restore(last.id);
          else {
            setTyped(putBack(last.event, typed));
            void sync.withdraw(last.id);
          }
        }}
      >
        {t('drillRunUndo', { seconds: Math.min(UNDO / 1000, Math.ceil((until(last) - here) / 1000)) })}
      </button>
    </p>
  );
}
