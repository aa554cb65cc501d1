import { type ReactElement, useState } from 'react';
import { forgetKept, listQueue, accountOf } from '../../lib/kept';
import { useLanguage } from '../../lib/i18n';
import { announceLeaving, currentSession } from '../../lib/session';

/**
 * Signs out: what this browser keeps of drills is sent if that is possible, and goes; nothing of it is there for who comes next. What
 * could not be sent is named before it is deleted.
 */
export function Leave({ label, onLeave }: { label: string; onLeave: () => void }): ReactElement {
  const { t } = useLanguage();
  const [left, setLeft] = useState(0);
  const go = (): void => {
    announceLeaving();
    void forgetKept(accountOf(currentSession())).then(onLeave, onLeave);
  };
  const ask = async (): Promise<void> => {
    const account = accountOf(currentSession());
    const kept = await listQueue(account).catch(() => []);
    if (kept.length === 0) {
      go();
      return;
    }
    const { DrillSync } = await import('./sync');
    for (const plan of new Set(kept.map((each) => each.plan))) await new DrillSync(account, plan).sendAll();
    const still = await listQueue(account);
    if (still.length === 0) go();
    else setLeft(still.length);
  };
  return (
    <>
      <button type="button" className="link" onClick={() => void ask()}>
        {label}
      </button>
      {left > 0 && (
        <span className="leaving" role="alert">
          {t('drillRunLeave', { count: left })}
          <button
            type="button"
            className="btn"
            onClick={() => {
              setLeft(0);
            }}
          >
            {t('drillRunLeaveStay')}
          </button>
          <button type="button" className="btn" onClick={go}>
            {t('drillRunLeaveGo')}
          </button>
        </span>
      )}
    </>
  );
}
