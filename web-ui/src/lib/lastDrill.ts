import { getJson } from './api';
import type { components } from './api/schema';

type Schemas = components['schemas'];
export type PlanRow = Schemas['PlanRow'];
export type PlanView = Schemas['PlanView'];

/** The last time that a drill of the same kind was brought to its end. */
export interface LastDrill {
  plan: number;
  /** How long it took, in hours. */
  hours: number;
  endedAt: string;
}

/** What tells whether two drills are the same one at another time. */
export type Kind = Pick<PlanRow, 'id' | 'scope' | 'types'>;

/** So many of the newest are looked at: one that was stopped or rolled back is no time to compare with. */
const TRIED = 3;

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

/** The plans, the newest first, of drills that are over and were of the same elements and types as this one. */
export const alike = (rows: readonly PlanRow[], of: Kind): PlanRow[] =>
  rows
    .filter(
      (row) =>
        row.id !== of.id &&
        (row.stage === 'ended' || row.stage === 'closed') &&
        row.scope.length > 0 &&
        sameSet(row.scope, of.scope) &&
        sameSet(row.types, of.types),
    )
    .sort((one, other) => other.id - one.id);

/** The latest of some drills that was brought to its end; null where there is none. */
export function latest(views: readonly PlanView[]): LastDrill | null {
  const ended = views.flatMap(({ id, startedAt, endedAt, endedHow }) =>
    startedAt !== null && endedAt !== null && endedHow === 'completed'
      ? [{ plan: id, hours: (Date.parse(endedAt) - Date.parse(startedAt)) / 3_600_000, endedAt }]
      : [],
  );
  return ended.sort((one, other) => Date.parse(other.endedAt) - Date.parse(one.endedAt))[0] ?? null;
}

/** How long the same drill took the last time, from the list of plans. */
export async function findLast(rows: readonly PlanRow[], of: Kind): Promise<LastDrill | null> {
  const wanted = alike(rows, of).slice(0, TRIED);
  return latest(await Promise.all(wanted.map((row) => getJson<PlanView>(`/api/drill-plans/${row.id}`))));
}
