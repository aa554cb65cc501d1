import type { Drill } from './api';
import { byMonth } from './model';

/** Where a drill stands against a day: it lies ahead, its day has passed without it, or it is over. */
export type Standing = 'ahead' | 'missed' | 'over';
export const STANDINGS = ['ahead', 'missed', 'over'] as const satisfies readonly Standing[];

const OVER: readonly (string | null)[] = ['held', 'stopped', 'cancelled'];

export function standingOf(drill: Pick<Drill, 'stage' | 'date' | 'window'>, today: string): Standing {
  if (OVER.includes(drill.stage)) return 'over';
  return drill.stage === 'running' || (drill.window?.to ?? drill.date) >= today ? 'ahead' : 'missed';
}

/** How many drills of a year stand where. */
export function countStandings(drills: readonly Drill[], today: string): Record<Standing, number> {
  const counts = { ahead: 0, missed: 0, over: 0 };
  for (const drill of drills) counts[standingOf(drill, today)] += 1;
  return counts;
}

/** What the list shows first: what lies ahead, else what was missed, else what is over. */
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
