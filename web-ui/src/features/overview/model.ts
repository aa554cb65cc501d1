import type { Cell, Overview } from '../../lib/api';

/** A cell is rarely hit when fewer than half of the trials reach it. */
export const isRare = (cell: Cell): boolean => !!cell.disrupted && cell.disrupted.estimate < 0.5;

export const isReached = (cell: Cell): boolean => !!cell.disrupted && cell.disrupted.estimate > 0;

/** How many pairs are reached, and how many of them miss their RTO in more than one trial of five. */
export function misses(overview: Overview): { pairs: number; misses: number } {
  const reached = overview.cells.filter((cell) => isReached(cell) && cell.withinRto);
  return { pairs: reached.length, misses: reached.filter((cell) => (cell.withinRto?.estimate ?? 1) < 0.8).length };
}

const ORIGINS = ['natural', 'sudden', 'internal', 'intrusion', 'other'] as const;
export type Origin = (typeof ORIGINS)[number];

/** The scenarios grouped by their origin, in the guideline's order. */
export function byOrigin(columns: Overview['columns']): { origin: Origin; columns: Overview['columns'] }[] {
  const originOf = (origin: string | null): Origin => ORIGINS.find((each) => each === origin) ?? 'other';
  return ORIGINS.map((origin) => ({
    origin,
    columns: columns.filter((column) => originOf(column.origin) === origin),
  })).filter((group) => group.columns.length > 0);
}
