import { describe, expect, it } from 'vitest';
import { command, type DrillEstimate, type Estimated, weakest } from './estimate';

const estimated = (type: Estimated['type'], passed: number): Estimated =>
  ({ type, problem: null, passed: { estimate: passed, low: passed, high: passed } }) as Estimated;

describe('the estimate of a drill', () => {
  it('names the type that is least likely to meet its criteria', () => {
    const types = [estimated('desktop', 0.8), estimated('scenario', 0.3), estimated('live-failover', 0.9)];
    expect(weakest(types)?.type).toBe('scenario');
  });

  it('passes over types that could not be estimated', () => {
    const not = { type: 'desktop', problem: { code: 'drill-no-team' } } as DrillEstimate['types'][number];
    expect(weakest([not])).toBeUndefined();
    expect(weakest([not, estimated('scenario', 1)])?.type).toBe('scenario');
  });

  it('says how to get the same bytes again, with the options that were asked', () => {
    const result = { drill: 'd', trials: 100, seed: 7 } as DrillEstimate;
    expect(command('12', result, '{"asOf":"2026-11-26","draws":0}')).toBe(
      './holdfast drill run-12.json --drill d --trials 100 --seed 7 --as-of 2026-11-26 --draws 0',
    );
    expect(command('12', result, '')).toBe('./holdfast drill run-12.json --drill d --trials 100 --seed 7');
  });
});
