import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { accountOf, keepSession } from '../../lib/kept';
import { isAllowed, useSession, watchLeaving } from '../../lib/session';
import { useKnownZone } from '../../lib/zone';
import type { RunAnswer } from './api';
import { fold, type RunState } from './fold';
import { pending, scriptOf, type StepTimes, timesOf } from './model';
import { DrillSync, type Snapshot } from './sync';

/** A drill as its page sees it now. */
export interface Run {
  sync: DrillSync;
  kept: Snapshot;
  content: RunAnswer['content'];
  answer: RunAnswer;
  state: RunState;
  times: StepTimes[];
  /** Now, by the service's clock. */
  now: number;
  may: boolean;
  account: string;
}

/** The drill of a page, on this device and for whoever is signed in. */
export function useDrillSync(plan: string): { sync: DrillSync; kept: Snapshot; account: string } {
  const session = useSession();
  const account = accountOf(session);
  const zone = useKnownZone();
  const sync = useMemo(() => new DrillSync(account, plan), [account, plan]);
  useEffect(() => {
    if (session?.csrf || session?.state === 'demo') void keepSession(session); // before anything of theirs is kept
  }, [session, zone]);
  useEffect(() => {
    void sync.start();
    return () => {
      sync.stop();
    };
  }, [sync]);
  useEffect(
    () =>
      watchLeaving(() => {
        sync.stop();
        window.location.assign('/'); // what is shown here is theirs who sign out in another tab
      }),
    [sync],
  );
  const kept = useSyncExternalStore(sync.subscribe, sync.snapshot);
  return { sync, kept, account };
}

/** The moment, anew each second. */
function useTick(offset: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow(Date.now());
    }, 1_000);
    return () => {
      window.clearInterval(timer);
    };
  }, []);
  return now + offset;
}

/** What the page shows: what the service has and what is kept here, folded. */
export function useRunView(sync: DrillSync, kept: Snapshot, answer: RunAnswer, account: string): Run {
  const session = useSession();
  const now = useTick(kept.offset);
  const script = useMemo(() => scriptOf(answer.content), [answer.content]);
  const state = useMemo(
    () => fold(script, [...kept.events, ...pending(kept.queue, account)]),
    [script, kept.events, kept.queue, account],
  );
  return {
    sync,
    kept,
    content: answer.content,
    answer,
    state,
    times: timesOf(answer.content, state, now),
    now,
    may: isAllowed(session, 'plan-drills'),
    account,
  };
}

const Here = createContext<Run | null>(null);
export const RunHere = Here.Provider;

/** The drill of the page around. */
export function useRun(): Run {
  const run = useContext(Here);
  if (!run) throw new Error('Nothing is run here');
  return run;
}
