import type { CoverageView, Lesson, Point } from './api';

/** The band that is spoken of. */
export const SPOKEN = 0.8;

/** How many fell inside the 80 % band. */
export function eighty(coverage: CoverageView): CoverageView['bands'][number] {
  const band = coverage.bands.find((each) => each.promised === SPOKEN);
  if (!band) throw new Error('A coverage has an 80 % band');
  return band;
}

/** How many of some chances lie in each tenth of 0 to 1. */
export function tenths(values: readonly number[]): number[] {
  const counts = Array<number>(10).fill(0);
  for (const value of values) {
    const at = Math.min(9, Math.max(0, Math.floor(value * 10)));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

const EDGE = 1e-9;

/** Whether a chance lies in the central 80 %, ends included. */
export const isInside = (chance: number): boolean => chance >= 0.1 - EDGE && chance <= 0.9 + EDGE;

/** The finished times of one number, and how its forecasts held. */
export interface MethodHeld {
  input: string;
  point: Point;
  points: Point[];
  stated: number;
  forecast: number;
}

/** The points by number, the most measured first; equals by name. */
export function byInput(points: readonly Point[]): MethodHeld[] {
  const held = new Map<string, MethodHeld>();
  for (const point of points) {
    const known = held.get(point.input) ?? { input: point.input, point, points: [], stated: 0, forecast: 0 };
    known.points.push(point);
    if (isInside(point.stated)) known.stated += 1;
    if (isInside(point.forecast)) known.forecast += 1;
    held.set(point.input, known);
  }
  return [...held.values()].sort((a, b) => b.points.length - a.points.length || a.input.localeCompare(b.input));
}

/** What was measured itself, and what only moves with the bias that guesses share. */
export function split(lessons: readonly Lesson[]): { own: Lesson[]; shared: Lesson[] } {
  return {
    own: lessons.filter((each) => each.why !== 'shared-bias'),
    shared: lessons.filter((each) => each.why === 'shared-bias'),
  };
}

/** How many actuals of its own a lesson rests on. */
export const actualsOf = (lesson: Lesson): number =>
  lesson.finished + lesson.brokenOff + lesson.successes + lesson.failures + lesson.occurrences;

/** A round end of an axis that holds all of some values. */
export function endOf(values: readonly number[]): number {
  const most = Math.max(...values.filter((each) => Number.isFinite(each)), 0);
  if (most === 0) return 1;
  const unit = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 5, 10].find((each) => each * unit >= most) ?? 10) * unit;
}
