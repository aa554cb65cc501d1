import type { ElementResult } from '../../lib/api';

/** Where the axis of a recovery curve ends: what happens is on it, and a far MTPD does not squeeze it. */
export function curveEnd({ recovery, objectives }: Pick<ElementResult, 'recovery' | 'objectives'>): number {
  const last = recovery.curve.at(-1)?.hours ?? 1;
  const seen = Math.max(recovery.p99 ?? last, (objectives.rto ?? 0) * 1.3, 0.5);
  const { mtpd } = objectives;
  return Math.min(last, mtpd !== undefined && mtpd <= seen * 2 ? Math.max(seen, mtpd * 1.06) : seen);
}

/** Where the axis of a capacity fan ends: a point of its grid after nearly all trials are back. */
export function fanEnd({ recovery, capacity }: Pick<ElementResult, 'recovery' | 'capacity'>): number {
  const back = Math.max((recovery.p99 ?? 720) * 1.2, 1);
  return capacity.find((point) => point.hours >= back)?.hours ?? capacity.at(-1)?.hours ?? back;
}

/** The share of a curve at an hour, straight between its points. */
export function shareAt(curve: { hours: number; share: number }[], hours: number): number {
  const after = curve.findIndex((point) => point.hours >= hours);
  const b = curve[after];
  const a = curve[after - 1];
  if (!b) return curve.at(-1)?.share ?? 0;
  if (!a || b.hours === a.hours) return b.share;
  return a.share + ((b.share - a.share) * (hours - a.hours)) / (b.hours - a.hours);
}

/** Corners of a staircase: a value holds until the next one. */
export function steps(points: [number, number][]): [number, number][] {
  return points.flatMap(([x, y], i) => {
    const before = points[i - 1];
    return before ? [[x, before[1]] as [number, number], [x, y] as [number, number]] : [[x, y] as [number, number]];
  });
}

/** The path of an SVG through points. */
export const path = (points: [number, number][]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
