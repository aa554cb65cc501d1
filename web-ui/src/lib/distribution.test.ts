import { describe, expect, it } from 'vitest';
import { evidenceOf, shapeOf } from './distribution';

describe('durations as they are drawn', () => {
  it('has the quantiles of closed forms', () => {
    const exponential = shapeOf({ exponential: { mean: 3.2 } });
    expect(exponential.p50).toBeCloseTo(3.2 * Math.LN2, 1);
    expect(exponential.p95).toBeCloseTo(3.2 * Math.log(20), 1);
    expect(shapeOf({ uniform: [2, 4] }).p50).toBeCloseTo(3, 2);
    expect(shapeOf({ triangular: [0, 1, 2] }).p50).toBeCloseTo(1, 2);
    const lognormal = shapeOf({ lognormal: { median: 6, p90: 14 } });
    expect(lognormal.p50).toBeCloseTo(6, 1);
    expect(shapeOf({ normal: { mean: 10, sd: 1 } }).p95).toBeCloseTo(11.645, 1);
    expect(shapeOf({ weibull: { shape: 2, scale: 5 } }).p50).toBeCloseTo(5 * Math.LN2 ** 0.5, 1);
    expect(shapeOf({ gamma: { shape: 1, scale: 2 } }).p50).toBeCloseTo(2 * Math.LN2, 1);
  });
  it('has the median of a PERT, a beta of shapes 3 and 3, in its middle', () => {
    expect(shapeOf({ pert: [0, 1, 2] }).p50).toBeCloseTo(1, 2);
  });
  it('takes a number, a fixed time and observed times as they are', () => {
    expect(shapeOf(4)).toMatchObject({ kind: 'fixed', p50: 4, p95: 4 });
    expect(shapeOf({ fixed: 0.25 }).p95).toBe(0.25);
    expect(shapeOf({ empirical: [3, 1, 2] })).toMatchObject({ observed: [1, 2, 3], p50: 2, p95: 3 });
  });
  it('reads stated quantiles between their points', () => {
    expect(
      shapeOf({
        quantiles: [
          [0.1, 2],
          [0.5, 5],
          [0.9, 20],
        ],
      }).p50,
    ).toBe(5);
  });
  it('counts what says nothing as default', () => {
    expect(evidenceOf(4)).toBe('default');
    expect(evidenceOf({ fixed: 1 })).toBe('default');
    expect(evidenceOf({ fixed: 1, evidence: 'contract' })).toBe('contract');
  });
});
