import { useEffect } from 'react';
import { accountOf, listQueue } from '../../lib/kept';
import { useSession } from '../../lib/session';
import { DrillSync } from './sync';

/** How often is looked for what is kept, in milliseconds: within what can be undone. */
const PAUSE = 5_000;

/** Sends what was marked in a drill although its page was left before it arrived; the page itself sends its own. */
export function useCarrier(): void {
  const account = accountOf(useSession());
  useEffect(() => {
    if (account === '') return undefined;
    let timer = 0;
    let stopped = false;
    const carry = async (): Promise<void> => {
      const queue = await listQueue(account).catch(() => []); // a browser without storage keeps nothing
      const plans = new Set(
        queue.filter((each) => each.refused === undefined || each.goesAt !== undefined).map((each) => each.plan),
      );
      for (const plan of plans)
        if (!stopped && window.location.pathname !== `/drills/plans/${plan}/run`)
          await new DrillSync(account, plan).sendDue().catch(() => undefined); // stays kept, and is tried again
      if (!stopped) timer = window.setTimeout(() => void carry(), PAUSE);
    };
    void carry();
    return () => {
      stopped = true;
      window.clearTimeout(timer);
    };
  }, [account]);
}
