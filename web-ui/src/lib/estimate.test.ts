import { describe, expect, it } from 'vitest';
import type { ElementEstimate } from './api';
import { guessShare, timesOf, worstFirst } from './estimate';

const chance = (estimate: number) => ({ estimate, low: estimate, high: estimate });
const estimate = (hit: number, within: number, p95: number | null): ElementEstimate => ({
  element: `e${within}`,
  type: 'service',
  scenario: 's',
  run: 1,
  trials: 100,
  disrupted: chance(hit),
  recovery: {
    p05: 0,
    p50: 0,
    p95,
    p95Low: p95,
    p95High: p95,
    p99: p95,
    withinRto: chance(within),
    withinMtpd: null,
    never: 0,
  },
  whenDisrupted: { withinRto: chance(0.2), p50: 5, p95: 9 },
  objectives: { rto: 4 },
  objectivesFrom: null,
  guesses: 0.5,
  loss: null,
  driver: null,
});

describe('estimates', () => {
  it('draws the hit trials alone where hits are rare', () => {
    expect(timesOf(estimate(0.1, 0.9, 3))).toMatchObject({ p50: 5, p95: 9, rto: 4 });
    expect(timesOf(estimate(0.9, 0.9, 3))).toMatchObject({ p50: 0, p95: 3 });
  });
  it('sorts the least chance first, then what is never back', () => {
    const sorted = [estimate(1, 0.9, 3), estimate(1, 0.4, 3), estimate(1, 0.4, null)].sort(worstFirst);
    expect(sorted.map((each) => each.recovery.p95)).toEqual([null, 3, 3]);
  });
  it('counts expert and default as guesses', () => {
    expect(guessShare({ measured: 2, contract: 1, expert: 4, default: 1 })).toEqual({ times: 8, share: 5 / 8 });
    expect(guessShare({ measured: 0, contract: 0, expert: 0, default: 0 }).share).toBeNull();
  });
});
