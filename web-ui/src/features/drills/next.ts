import type { PlanRow } from '../../lib/lastDrill';
import type { Drill, Schedule } from './api';

/** So many of the next drills are listed. */
const MOST = 6;

/** The days on which a drill lies: one day with when it begins, or a window whose day nobody may know. */
export type When = { date: string; start: string } | { from: string; to: string };

/** A drill that lies ahead: in the schedule, in the catalogue of plans, or in both. */
export interface Coming {
  key: string;
  when: When;
  drill: Drill | null;
  plan: PlanRow | null;
}

const AHEAD: readonly (string | null)[] = [null, 'planned', 'approved', 'running'];
const OPEN: readonly string[] = ['draft', 'submitted', 'approved', 'running'];

/** Where a plan says that its drill lies; of a window only the window. */
function whenOf(plan: PlanRow): When | null {
  if (plan.window) return { from: plan.window.from, to: plan.window.to };
  return plan.timing ? { date: plan.timing.date, start: plan.timing.start.slice(0, 5) } : null;
}

const firstOf = (when: When): string => ('date' in when ? `${when.date} ${when.start}` : when.from);
const lastOf = (when: When): string => ('date' in when ? when.date : when.to);

/** The next drills of the schedule's year in order of date. A plan's own day goes before the one that the schedule proposed. */
export function coming(schedule: Schedule, plans: readonly PlanRow[]): Coming[] {
  const open = plans.filter((plan) => OPEN.includes(plan.stage));
  const planOf = (drill: Drill): PlanRow | null =>
    open.find((plan) => plan.id === drill.plan || plan.scheduledUid === drill.uid) ?? null;
  const scheduled = schedule.drills
    .filter((drill) => AHEAD.includes(drill.stage))
    .map((drill): Coming => {
      const plan = planOf(drill);
      const own = drill.window
        ? { from: drill.window.from, to: drill.window.to }
        : { date: drill.date, start: drill.start };
      return { key: drill.uid, when: drill.window ? own : ((plan && whenOf(plan)) ?? own), drill, plan };
    });
  const taken = new Set(scheduled.map((each) => each.plan?.id));
  const others = open.flatMap((plan): Coming[] => {
    const when = taken.has(plan.id) ? null : whenOf(plan);
    return when && firstOf(when).startsWith(String(schedule.year))
      ? [{ key: `plan-${plan.id}`, when, drill: null, plan }]
      : [];
  });
  return [...scheduled, ...others]
    .filter((each) => lastOf(each.when) >= schedule.today || each.plan?.stage === 'running')
    .sort((one, other) => firstOf(one.when).localeCompare(firstOf(other.when)))
    .slice(0, MOST);
}
