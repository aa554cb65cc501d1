import type { Cell, Overview, Row } from '../../lib/api';

/** A cell is rarely hit when fewer than half of the trials reach it. */
export const isRare = (cell: Cell): boolean => !!cell.disrupted && cell.disrupted.estimate < 0.5;

export const isReached = (cell: Cell): boolean => !!cell.disrupted && cell.disrupted.estimate > 0;

const within = (cell: Cell): number => cell.withinRto?.estimate ?? 1;

/** How many pairs are reached, how many miss their RTO in more than one trial of five, and which scenario has most of those. */
export function misses(overview: Pick<Overview, 'cells'>): {
  pairs: number;
  misses: number;
  most: { column: string; misses: number } | null;
} {
  const reached = overview.cells.filter((cell) => isReached(cell) && cell.withinRto);
  const missed = reached.filter((cell) => within(cell) < 0.8);
  const byColumn = new Map<string, number>();
  for (const cell of missed) byColumn.set(cell.column, (byColumn.get(cell.column) ?? 0) + 1);
  const [most] = [...byColumn].sort((a, b) => b[1] - a[1]);
  return {
    pairs: reached.length,
    misses: missed.length,
    most: most ? { column: most[0], misses: most[1] } : null,
  };
}

/** The reached cell with the least chance to be in time; at the same chance the one with the longest P95. */
export function weakest(cells: Cell[]): Cell | null {
  const judged = cells.filter((cell) => isReached(cell) && cell.withinRto);
  const late = (cell: Cell): number => cell.p95 ?? Infinity;
  return [...judged].sort((a, b) => within(a) - within(b) || (late(a) === late(b) ? 0 : late(b) - late(a)))[0] ?? null;
}

export type Part = 'all' | 'service' | 'process';

/** The rows that a part of the matrix shows. */
export const rowsOf = (rows: Row[], part: Part): Row[] => rows.filter((row) => part === 'all' || row.type === part);

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
