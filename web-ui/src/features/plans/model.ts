import type { PlanPair, Step } from './api';

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
