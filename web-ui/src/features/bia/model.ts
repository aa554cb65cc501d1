/** What the pages of impact analysis work out by themselves: the grid, curves to draw, and changes of two people. */
import type { BiaRecord, Points, Row, Scales } from './api';

/** Hours that differ by less are the same. */
const SAME = 1e-9;

export const isSame = (one: number | null | undefined, other: number | null | undefined): boolean =>
  one == null || other == null ? (one ?? null) === (other ?? null) : Math.abs(one - other) <= SAME;

/** A cell of the grid: the level there, and whether it is set there or carried on from before. */
export interface Cell {
  level: number;
  carried: boolean;
}

/** The level at a time: that of the last point until then, 0 before the first. */
export function levelAt(points: Points, hours: number): Cell {
  let cell: Cell = { level: 0, carried: true };
  for (const [at, level] of points) if (at <= hours + SAME) cell = { level, carried: !isSame(at, hours) };
  return cell;
}

function distinct(hours: number[]): number[] {
  const sorted = [...hours].sort((a, b) => a - b);
  return sorted.filter((at, i) => i === 0 || !isSame(at, sorted[i - 1]));
}

const hoursOf = (curves: (Points | undefined)[]): number[] =>
  curves.flatMap((points) => (points ?? []).map(([at]) => at));

/** The time points at which levels are judged: those of the scales, and those that the analysis has besides. */
export const levelHours = (record: BiaRecord, scales: Scales): number[] =>
  distinct([...scales.hours, ...hoursOf(Object.values(record.impact?.levels ?? {}))]);

/** The columns of the grid: these, and the time points of figures. */
export const columnsOf = (record: BiaRecord, scales: Scales): number[] =>
  distinct([
    ...levelHours(record, scales),
    ...hoursOf([record.impact?.loss, ...Object.values(record['x-bia']?.kinds ?? {}).map((kind) => kind.amounts)]),
  ]);

export interface KindRow {
  id: string;
  names: Record<string, string>;
  unit: string | null;
  /** Whether the scales have it. */
  known: boolean;
}

/** The rows of the grid: the kinds of the scales, and those that only the analysis has. */
export function kindsOf(record: BiaRecord, scales: Scales): KindRow[] {
  const own = Object.keys({ ...record.impact?.levels, ...record['x-bia']?.kinds });
  const more = own.filter((id) => !scales.kinds.some((kind) => kind.id === id));
  return [
    ...scales.kinds.map((kind) => ({ id: kind.id, names: kind.names, unit: kind.unit ?? null, known: true })),
    ...more.map((id) => ({ id, names: {}, unit: null, known: false })),
  ];
}

export const levelsOf = (record: BiaRecord, kind: string): Points => record.impact?.levels?.[kind] ?? [];

/** The highest level of any kind at a time. */
export const highestAt = (record: BiaRecord, hours: number): number =>
  Math.max(0, ...Object.values(record.impact?.levels ?? {}).map((points) => levelAt(points, hours).level));

function withPoint(points: Points, hours: number, value: number | null): Points {
  const others = points.filter(([at]) => !isSame(at, hours));
  const all: Points = value === null ? others : [...others, [hours, value]];
  return all.sort((a, b) => a[0] - b[0]);
}

/** Without what says nothing: empty objects, lists and texts, and what is undefined. */
export function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value)
      .map(([key, each]) => [key, tidy(each)] as const)
      .filter(([, each]) => each !== undefined);
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  }
  return value === '' || value === null ? undefined : value;
}

export const tidied = (record: BiaRecord): BiaRecord => tidy(record) ?? {};

/** The record with another value at a path of keys; undefined takes it away. */
export function withValue(record: BiaRecord, path: readonly string[], value: unknown): BiaRecord {
  const put = (at: unknown, keys: readonly string[]): unknown => {
    const [key, ...rest] = keys;
    if (key === undefined) return value;
    const object = typeof at === 'object' && at !== null ? (at as Record<string, unknown>) : {};
    return { ...object, [key]: put(object[key], rest) };
  };
  return tidied(put(record, path) as BiaRecord);
}

/** A level set at a time, or carried on where it is null; where it is set a second time the later one wins. */
export const withLevel = (record: BiaRecord, kind: string, hours: number, level: number | null): BiaRecord =>
  withValue(record, ['impact', 'levels', kind], withPoint(levelsOf(record, kind), hours, level));

/** What a kind comes to by a time: money from the curve of loss, all else from the figures beside the levels. */
export const amountsOf = (record: BiaRecord, kind: KindRow): Points =>
  (kind.unit === 'money' ? record.impact?.loss : record['x-bia']?.kinds?.[kind.id]?.amounts) ?? [];

export function withAmount(record: BiaRecord, kind: KindRow, hours: number, amount: number | null): BiaRecord {
  const path = kind.unit === 'money' ? ['impact', 'loss'] : ['x-bia', 'kinds', kind.id, 'amounts'];
  return withValue(record, path, withPoint(amountsOf(record, kind), hours, amount));
}

export const amountAt = (points: Points, hours: number): number | null =>
  points.find(([at]) => isSame(at, hours))?.[1] ?? null;

/** Levels pasted from a spreadsheet, from a cell on to the right and below; what is no level is left as it is. */
export function withPasted(
  record: BiaRecord,
  text: string,
  from: { row: number; column: number },
  kinds: KindRow[],
  columns: number[],
  most: number,
): BiaRecord {
  let changed = record;
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .forEach((line, r) => {
      line.split('\t').forEach((cell, c) => {
        const kind = kinds[from.row + r];
        const hours = columns[from.column + c];
        if (!kind || hours === undefined || !/^\s*\d+\s*$/.test(cell)) return;
        const level = Number(cell);
        if (level <= most) changed = withLevel(changed, kind.id, hours, level);
      });
    });
  return changed;
}

/** The loss by a time: straight between points, from nothing at 0, the last slope continued, as the simulator charges it. */
export function lossAt(points: Points, hours: number): number {
  const all: Points = points[0] && points[0][0] > 0 ? [[0, 0], ...points] : points;
  const [first] = all;
  if (!first) return 0;
  if (all.length === 1) return first[1];
  let from = 0;
  while (from + 2 < all.length && (all[from + 1]?.[0] ?? Infinity) <= hours) from++;
  const [a, b] = [all[from] ?? first, all[from + 1] ?? first];
  return a[1] + ((b[1] - a[1]) / (b[0] - a[0])) * (hours - a[0]);
}

/** The day of the next review of a row: that of its approval, else the one its writers have set. */
export const reviewOf = (row: Row): string | null => row.standing.reviewOn ?? row.nextReview ?? null;

/** Whether a day has come. */
export const isPast = (day: string, today: string): boolean => day <= today;

/** Whether the analysis can be submitted: nothing is missing, and it neither waits nor is approved as it stands. */
export const maySubmit = (row: Row): boolean =>
  row.missing === 0 && row.standing.state !== 'waiting' && row.standing.state !== 'approved';
