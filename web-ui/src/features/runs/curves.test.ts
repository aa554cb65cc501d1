import { describe, expect, it } from 'vitest';
import type { ElementResult } from '../../lib/api';
import { curveEnd, fanEnd, shareAt, steps } from './curves';

const curve = [
  { hours: 0, share: 0 },
  { hours: 4, share: 0.8 },
  { hours: 20, share: 1 },
];

describe('curves of a run', () => {
  it('reads a share between two points', () => {
    expect(shareAt(curve, 2)).toBeCloseTo(0.4);
    expect(shareAt(curve, 99)).toBe(1);
  });
  it('holds a value until the next one', () => {
    expect(
      steps([
        [0, 1],
        [2, 5],
      ]),
    ).toEqual([
      [0, 1],
      [2, 1],
      [2, 5],
    ]);
  });
  it('ends after what happens, and shows a near MTPD', () => {
    const of = (mtpd: number) => ({
      recovery: { curve, p99: 8 } as ElementResult['recovery'],
      objectives: { rto: 4, mtpd },
    });
    expect(curveEnd(of(12))).toBeGreaterThan(12);
    expect(curveEnd(of(72))).toBe(8);
  });
  it('ends a fan on a point of its grid', () => {
    const capacity = [0, 4, 8, 24].map((hours) => ({ hours, mean: 0, p05: 0, p25: 0, p50: 0, p75: 0, p95: 0 }));
    expect(fanEnd({ capacity, recovery: { p99: 8 } as ElementResult['recovery'] })).toBe(24);
  });
});
