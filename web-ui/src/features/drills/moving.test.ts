import { expect, it } from 'vitest';
import { fixedWhy, steppedTo } from './moving';

it('says why a drill cannot be given another day, and nothing where it can', () => {
  expect(fixedWhy({ stage: null, settled: false, window: null, plan: 1 })).toBeNull();
  expect(fixedWhy({ stage: 'planned', settled: false, window: null, plan: 1 })).toBeNull();
  expect(fixedWhy({ stage: 'cancelled', settled: false, window: null, plan: 1 })).toBeNull();
  expect(fixedWhy({ stage: 'approved', settled: true, window: null, plan: 1 })).toBe('drillsFixedPlan');
  expect(fixedWhy({ stage: 'running', settled: true, window: null, plan: 1 })).toBe('drillsFixedRunning');
  expect(fixedWhy({ stage: 'held', settled: true, window: null, plan: 1 })).toBe('drillsFixedOver');
  expect(fixedWhy({ stage: 'stopped', settled: true, window: null, plan: 1 })).toBe('drillsFixedStopped');
  expect(fixedWhy({ stage: 'planned', settled: true, window: null, plan: 1 })).toBe('drillsFixedStated');
});

it('says of a day that is not told who keeps it: its plan, or the schedule before anybody has planned it', () => {
  const window = { from: '2026-06-01', to: '2026-06-30' };
  expect(fixedWhy({ stage: 'planned', settled: false, window, plan: 1 })).toBe('drillsFixedWindow');
  expect(fixedWhy({ stage: null, settled: false, window, plan: null })).toBe('drillsFixedUntold');
});

it('steps by day and week, and not out of the year', () => {
  expect(steppedTo('2026-06-15', 'ArrowLeft', false, 2026)).toBe('2026-06-14');
  expect(steppedTo('2026-06-15', 'ArrowRight', true, 2026)).toBe('2026-06-22');
  expect(steppedTo('2026-06-30', 'ArrowDown', false, 2026)).toBe('2026-07-07');
  expect(steppedTo('2026-12-31', 'ArrowRight', false, 2026)).toBe('2026-12-31');
  expect(steppedTo('2026-06-15', 'a', false, 2026)).toBeNull();
});
