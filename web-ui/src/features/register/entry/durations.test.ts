import { expect, it } from 'vitest';
import type { Duration } from '../../../lib/api';
import { shapeOf } from '../../../lib/distribution';
import { asKind, KINDS, kindOf, partsOf, problemOf, readList, withPart, withSaid, writeList } from './durations';

it('changes one of three points and keeps what is said beside them', () => {
  const before: Duration = { pert: [1, 2, 6], evidence: 'expert', source: 'workshop' };
  expect(withPart(before, 1, 3)).toEqual({ pert: [1, 3, 6], evidence: 'expert', source: 'workshop' });
  expect(partsOf(before)).toEqual([1, 2, 6]);
  expect(withPart(4, 0, 5)).toEqual({ fixed: 5 });
  expect(withSaid(4, 'evidence', 'measured')).toEqual({ fixed: 4, evidence: 'measured' });
  expect(withSaid(before, 'source', undefined)).toEqual({ pert: [1, 2, 6], evidence: 'expert' });
});

it('is as sure as it was learned only while it is what was learned', () => {
  const learned: Duration = { quantiles: [[0.5, 2]], evidence: 'measured', weight: 14, freedom: 22 };
  expect(asKind(learned, 'fixed')).toEqual({ fixed: 2, evidence: 'measured' });
  expect(readList(learned, '50%: 3')).toEqual({ quantiles: [[0.5, 3]], evidence: 'measured' });
  expect(withPart({ fixed: 2, weight: 14, freedom: 22 }, 0, 3)).toEqual({ fixed: 3 });
  expect(withSaid(learned, 'evidence', 'expert')).toEqual({ quantiles: [[0.5, 2]], evidence: 'expert' });
  expect(withSaid(learned, 'source', 'drill')).toMatchObject({ weight: 14, freedom: 22, source: 'drill' });
});

it('becomes any other kind, of which a density can be drawn', () => {
  const before: Duration = { lognormal: { median: 4, p90: 12 }, evidence: 'contract' };
  for (const kind of KINDS) {
    const after = asKind(before, kind);
    expect(kindOf(after)).toBe(kind);
    expect(after).toMatchObject({ evidence: 'contract' });
    expect(problemOf(after)).toBeNull();
    expect(shapeOf(after).p50).toBeGreaterThan(0);
    expect(shapeOf(after).p95).toBeGreaterThanOrEqual(shapeOf(after).p50);
  }
});

it('says why there is no density', () => {
  expect(problemOf({ pert: [3, 2, 6] })).toBe('registerDurationNotRising');
  expect(problemOf({ uniform: [-1, 6] })).toBe('registerDurationNegative');
  expect(problemOf({ exponential: { mean: 0 } })).toBe('registerDurationNotPositive');
  expect(problemOf({ lognormal: { median: 4, p90: 2 } })).toBe('registerDurationNotRising');
  expect(problemOf({ quantiles: [[0.5, 2]] })).toBe('registerDurationNotRising');
  expect(problemOf({ pert: [0, 0, 6] })).toBeNull();
});

it('reads lists as it writes them', () => {
  const observed: Duration = { empirical: [1.5, 2, 9], evidence: 'measured' };
  expect(readList(observed, writeList(observed))).toEqual(observed);
  const stated: Duration = {
    quantiles: [
      [0.1, 2],
      [0.955, 20],
    ],
  };
  expect(writeList(stated)).toBe('10%: 2, 95.5%: 20');
  expect(readList(stated, writeList(stated))).toEqual(stated);
  expect(readList(stated, 'soon')).toBeNull();
  expect(readList(observed, '1、x')).toBeNull();
});
