import { expect, it } from 'vitest';
import { fixedWhy } from './moving';

it('says why a drill cannot be given another day, and nothing where it can', () => {
  expect(fixedWhy({ stage: null, window: null })).toBeNull();
  expect(fixedWhy({ stage: 'planned', window: null })).toBeNull();
  expect(fixedWhy({ stage: 'cancelled', window: null })).toBeNull();
  expect(fixedWhy({ stage: 'approved', window: null })).toBe('drillsFixedPlan');
  expect(fixedWhy({ stage: 'running', window: null })).toBe('drillsFixedRunning');
  expect(fixedWhy({ stage: 'held', window: null })).toBe('drillsFixedOver');
  expect(fixedWhy({ stage: 'stopped', window: null })).toBe('drillsFixedOver');
  expect(fixedWhy({ stage: 'planned', window: { from: '2026-06-01', to: '2026-06-30' } })).toBe('drillsFixedWindow');
});
