import type { Drill } from './api';
import { byMonth } from './model';

/**
 * Where a drill stands against a day: it lies ahead, it is overdue as the service says, its day had passed before anybody gave it that
 * day, or it is over. One that was stopped is still to be held, on the day that it has now.
 */
export type Standing = 'ahead' | 'missed' | 'past' | 'over';
export const STANDINGS = ['ahead', 'missed', 'past', 'over'] as const satisfies readonly Standing[];

const OVER: readonly (string | null)[] = ['held', 'cancelled'];

export function standingOf(drill: Pick<Drill, 'stage' | 'date' | 'window' | 'overdue'>, today: string): Standing {
  if (OVER.includes(drill.stage)) return 'over';
  if (drill.overdue) return 'missed';
  return drill.stage === 'running' || (drill.window?.to ?? drill.date) >= today ? 'ahead' : 'past';
}

/** How many drills of a year stand where. */
export function countStandings(drills: readonly Drill[], today: string): Record<Standing, number> {
  const counts = { ahead: 0, missed: 0, past: 0, over: 0 };
  for (const drill of drills) counts[standingOf(drill, today)] += 1;
  return counts;
}

/** What the list shows first: what lies ahead, else what was missed, else what has passed or is over. */
export const firstStanding = (counts: Record<Standing, number>): Standing =>
  STANDINGS.find((each) => counts[each] > 0) ?? 'ahead';

export interface Month {
  month: string;
  drills: Drill[];
}

/** The drills of one standing, or all, month by month; what is over from the newest month back. */
export function monthsOf(drills: readonly Drill[], shown: Standing | 'all', today: string): Month[] {
  const months = byMonth(drills.filter((drill) => shown === 'all' || standingOf(drill, today) === shown));
  return shown === 'over' ? months.reverse() : months;
}

/** The months that are unfolded at first: as many as have no more than so many drills together, one at least, from today's month on. */
export function unfolded(months: readonly Month[], today: string, most: number): ReadonlySet<string> {
  const open = new Set<string>();
  let left = most;
  const now = months.findIndex(({ month }) => month >= today.slice(0, 7));
  for (const { month, drills } of months.slice(Math.max(now, 0))) {
    if (open.size > 0 && drills.length > left) break;
    open.add(month);
    left -= drills.length;
  }
  return open;
}

/** The months that drills have now which somebody has moved there, or let go, since the list was another one. */
export function movedTo(before: readonly Drill[], after: readonly Drill[]): string[] {
  const was = new Map(before.map((drill) => [drill.uid, drill]));
  return after
    .filter((drill) => {
      const old = was.get(drill.uid);
      return old && old.date.slice(0, 7) !== drill.date.slice(0, 7) && old.pin?.at !== drill.pin?.at;
    })
    .map((drill) => drill.date.slice(0, 7));
}
