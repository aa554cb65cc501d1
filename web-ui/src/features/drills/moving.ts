import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { useMay } from '../../lib/session';
import { checkMove, type Drill, type Move, pinDrill, type Schedule, unpinDrill, type Verdict } from './api';
import { plusDays } from './model';

/** So long a drag must rest on a day before the service is asked. */
const REST = 120;

/** Fixes a proposed drill on the day that it has; another move that is under way goes on. */
export function useAccept(drill: Drill, year: number, moving: Moving): UseMutationResult<Schedule> {
  const { language, t } = useLanguage();
  return useMutation({
    mutationFn: () =>
      pinDrill(year, { uid: drill.uid, date: drill.date, start: drill.start }, t('drillsAccepted'), language),
    onSuccess: (planned) => moving.taken(planned, drill.uid),
  });
}

/** Why nobody can give a drill another day here; null where somebody can who may. */
export function fixedWhy(drill: Pick<Drill, 'stage' | 'settled' | 'window' | 'plan'>): TextKey | null {
  if (drill.stage === 'held') return 'drillsFixedOver';
  if (drill.stage === 'stopped') return 'drillsFixedStopped';
  if (drill.stage === 'running') return 'drillsFixedRunning';
  if (drill.stage === 'approved') return 'drillsFixedPlan';
  if (drill.window === null) return drill.settled ? 'drillsFixedStated' : null;
  return drill.plan === null ? 'drillsFixedUntold' : 'drillsFixedWindow';
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The day to which an arrow takes a drill from another day; null where the key is none, the same day where that would leave the year. */
export function steppedTo(date: string, key: string, shift: boolean, year: number): string | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const next = plusDays(date, Math.abs(step) === 1 && shift ? step * 7 : step);
  return next.startsWith(String(year)) ? next : date;
}

/** A drill that somebody is moving, and what the rules say of where it would lie. */
export interface Moving {
  move: Move | null;
  verdict: Verdict | undefined;
  asking: boolean;
  problem: Error | null;
  /** The drill that somebody took along and let go without moving it; null after anything else. */
  left: string | null;
  /** Why whoever is here cannot move a drill; null where they can. */
  fixed: (drill: Drill) => TextKey | null;
  /** Asks the rules anew. */
  again: () => void;
  begin: (drill: Drill) => void;
  to: (change: Partial<Move>) => void;
  end: () => void;
  /** Answers a key of a mark or a chip; true where it was one. Calls back before a move changes by it. */
  key: (drill: Drill, key: string, shift: boolean, onMoved?: () => void) => boolean;
  pin: UseMutationResult<Schedule, Error, { move: Move; reason: string }>;
  /** Takes what stored a drill that was fixed elsewhere than by this move; another drill's move stays under way. */
  taken: (planned: Schedule, uid: string) => Promise<unknown>;
  unpin: UseMutationResult<Schedule, Error, string>;
}

export function useMoving(year: number): Moving {
  const { language } = useLanguage();
  const queries = useQueryClient();
  const may = useMay('plan-drills', true); // what is against a day tells of other drills' days
  const [move, setMove] = useState<Move | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  const [asked, setAsked] = useState<Move | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(move);
    }, REST);
    return () => {
      clearTimeout(timer);
    };
  }, [move]);
  const check = useQuery({
    queryKey: ['drill-check', year, language, asked],
    queryFn: () => (asked ? checkMove(year, asked, language) : Promise.reject(new Error('nothing is moved'))),
    enabled: asked !== null,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
  const keep = (planned: Schedule, uid: string): Promise<unknown> => {
    queries.setQueryData(['drills', year, language], planned);
    setMove((now) => (now?.uid === uid ? null : now));
    return Promise.all(
      ['drills', 'approval', 'drill-check'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
  };
  const pin = useMutation({
    mutationFn: (wish: { move: Move; reason: string }) => pinDrill(year, wish.move, wish.reason, language),
    onSuccess: (planned, { move: { uid } }) => keep(planned, uid),
  });
  const unpin = useMutation({ mutationFn: (uid: string) => unpinDrill(year, uid, language), onSuccess: keep });
  const fixed = (drill: Drill): TextKey | null => fixedWhy(drill) ?? (may ? null : 'drillsFixedRight');
  const forget = (): void => {
    pin.reset();
    unpin.reset();
    setLeft(null);
  };
  const end = (): void => {
    setLeft(move?.uid ?? null);
    setMove(null);
  };
  const begin = (drill: Drill): void => {
    if (fixed(drill) !== null) return;
    forget();
    setMove({ uid: drill.uid, date: drill.date, start: drill.start });
  };
  const settled = move === asked;
  return {
    move,
    verdict: settled ? check.data : undefined,
    asking: move !== null && (!settled || check.isFetching),
    problem: pin.error ?? unpin.error ?? check.error,
    left,
    fixed,
    again: () => void check.refetch(),
    begin,
    to: (change) => {
      forget(); // what was against another day says nothing of this one
      setMove((now) => (now ? { ...now, ...change } : now));
    },
    end,
    key: (drill, key, shift, onMoved) => {
      if (fixed(drill) !== null) return false;
      if (key === 'Enter' || key === ' ') {
        begin(drill);
        return true;
      }
      if (key === 'Escape') {
        if (move) onMoved?.();
        end();
        return true;
      }
      const from = move?.uid === drill.uid ? move : { date: drill.date, start: drill.start };
      const next = steppedTo(from.date, key, shift, year);
      if (next === null) return false;
      if (next === from.date) return true;
      onMoved?.();
      forget();
      setMove({ uid: drill.uid, date: next, start: from.start });
      return true;
    },
    pin,
    taken: keep,
    unpin,
  };
}
