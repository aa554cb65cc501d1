import type { ApprovalLine, Approvals, PlanPair, Step } from './api';

/** A plan misses its RTO, for the list's headline, where fewer than four trials in five meet it. */
export const ENOUGH = 0.8;

export const missesRto = (pair: PlanPair): boolean => pair.withinRto !== null && pair.withinRto.estimate < ENOUGH;

export interface Filters {
  scenario: string;
  search: string;
  onlyMissed: boolean;
}

/** The plans to show: those whose steps matter, the least likely to be in time first. */
export function shown(pairs: PlanPair[], filters: Filters): PlanPair[] {
  const wanted = filters.search.trim().toLowerCase();
  return pairs
    .filter((pair) => pair.state === 'ready')
    .filter((pair) => filters.scenario === '' || pair.scenario.id === filters.scenario)
    .filter((pair) => !filters.onlyMissed || missesRto(pair))
    .filter((pair) => `${pair.element.id} ${pair.element.name}`.toLowerCase().includes(wanted))
    .map((pair, position) => ({ pair, position }))
    .sort((a, b) => (a.pair.withinRto?.estimate ?? 2) - (b.pair.withinRto?.estimate ?? 2) || a.position - b.position)
    .map(({ pair }) => pair);
}

export const subjectOf = (pair: PlanPair): string => `${pair.element.id}/${pair.scenario.id}`;

export type Standing = 'none' | 'waits' | 'yours' | 'rejected' | 'due' | 'approved';

/** Where the approval of a plan stands: what somebody must do comes before what holds. */
export function standingOf(line: ApprovalLine | undefined): Standing {
  if (!line) return 'none';
  const { newest, approved, due } = line;
  if (newest.state === 'submitted') return newest.mayDecide ? 'yours' : 'waits';
  if (newest.state === 'rejected') return 'rejected';
  if (!approved) return 'none';
  return due.length > 0 ? 'due' : 'approved';
}

/** How many of the plans are approved, wait for a decision and are due for review; one can be in two of these. */
export function counted(
  pairs: PlanPair[],
  approvals: Approvals,
): Record<'count' | 'approved' | 'waiting' | 'due', number> {
  const lines = pairs.flatMap((pair) => approvals.get(subjectOf(pair)) ?? []);
  const of = (is: (line: ApprovalLine) => boolean): number => lines.filter(is).length;
  return {
    count: pairs.length,
    approved: of(({ approved }) => approved !== null),
    waiting: of(({ newest }) => newest.state === 'submitted'),
    due: of(({ due }) => due.length > 0),
  };
}

/** Where the bars of steps end: the latest P95, else P50, at least a quarter of an hour. */
export function axisEnd(steps: Step[]): number {
  return Math.max(0.25, ...steps.map((step) => step.done.p95 ?? step.done.p50 ?? 0));
}

/** Rows of the capacity table until nothing changes any more: whole in all but one case of twenty from there on. */
export function untilWhole<T extends { p05: number }>(rows: T[]): T[] {
  const last = rows.findLastIndex((row) => row.p05 < 1);
  return rows.slice(0, last + 2);
}

/** Kinds whose return people check one by one; the others are named in a sentence. */
export const CHECKED: readonly string[] = ['service', 'process', 'application', 'database', 'cloud'];
