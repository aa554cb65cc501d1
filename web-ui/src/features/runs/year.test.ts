import { describe, expect, it } from 'vitest';
import { availability, exhausted, judged, promises, type YearElement, type YearResult } from './year';

const element = (id: string, type: YearElement['type'], mean: number, met: number | null): YearElement => ({
  id,
  type,
  availability: { mean, low: mean - 0.001, high: mean, p05: mean, p50: mean },
  outages: { perYear: 1, perYearHigh: 2, meanHours: 3 },
  promised: met === null ? null : 0.999,
  slaMet: met === null ? null : { estimate: met, low: met - 0.01, high: met },
  penalty: null,
  loss: null,
});

const result = (elements: YearElement[]): YearResult => ({
  years: 10,
  horizon: 8760,
  warmup: 0,
  seed: 1,
  engine: '0',
  model: { name: '', digest: '' },
  elements,
  loss: null,
  penalty: null,
  capacity: [
    { id: 'late', unit: 'tps', amount: 10, load: 5, exhaustedInYears: 7 },
    { id: 'never', unit: 'tps', amount: 10, load: 5, exhaustedInYears: null },
    { id: 'now', unit: 'tps', amount: 10, load: 11, exhaustedInYears: 0 },
  ],
  findings: [],
});

describe('a year', () => {
  it('writes availability with one digit more than it has nines, never rounded up', () => {
    expect(availability({ mean: 0.9997122, low: 0.9996 })).toBe('99.971\u00a0%');
    expect(availability({ mean: 0.998, low: 0.99 })).toBe('99.80\u00a0%');
    expect(availability({ mean: 0.87, low: 0.8 })).toBe('87.0\u00a0%');
    expect(availability({ mean: 0.999999985, low: 0.9 })).toBe('99.9999985\u00a0%');
  });
  it('writes what never failed by its bound', () => {
    expect(availability({ mean: 1, low: 0.99963 })).toBe('>\u00a099.96\u00a0%');
  });
  it('puts the least available service first and leaves assets out where there are others', () => {
    const found = judged(
      result([
        element('a', 'asset', 0.5, null),
        element('s', 'service', 0.99, null),
        element('p', 'process', 0.9, null),
      ]),
    );
    expect(found.map((each) => each.id)).toEqual(['p', 's']);
    expect(judged(result([element('a', 'asset', 0.5, null)]))).toHaveLength(1);
  });
  it('counts promises that are kept in 19 periods of 20', () => {
    const found = promises(
      result([
        element('x', 'service', 0.9, 0.949),
        element('y', 'service', 0.9, 0.95),
        element('z', 'service', 1, null),
      ]),
    );
    expect(found).toEqual({ promised: 2, kept: 1 });
  });
  it('lists capacities by when they are exceeded', () => {
    expect(exhausted(result([])).map((each) => each.id)).toEqual(['now', 'late']);
  });
});
