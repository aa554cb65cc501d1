import { describe, expect, it } from 'vitest';
import type { Cell } from '../../lib/api';
import { byOrigin, isRare, misses, weakest } from './model';

const chance = (estimate: number) => ({ estimate, low: estimate, high: estimate });
const cell = (hit: number, within: number): Cell => ({
  row: 'r',
  column: 'c',
  status: 'finished',
  run: null,
  runId: 1,
  stale: false,
  trials: 10,
  disrupted: chance(hit),
  withinRto: chance(within),
  withinRtoWhenDisrupted: null,
  seed: 1,
  p50: null,
  p95: null,
  p95Low: null,
  p95High: null,
  p95WhenDisrupted: null,
  guesses: null,
  never: null,
});

describe('the matrix', () => {
  it('counts only pairs that are reached, and misses above one in five', () => {
    const cells = [cell(0, 1), cell(1, 0.79), cell(1, 0.8)];
    expect(misses({ cells })).toEqual({ pairs: 2, misses: 1, most: { column: 'c', misses: 1 } });
  });
  it('finds the weakest cell among those that are reached; what is never back is weakest of all', () => {
    const never = { ...cell(1, 0.3), row: 'never', p95: null };
    const cells = [cell(0, 0), cell(1, 0.79), { ...cell(1, 0.3), p95: 9 }, never];
    expect(weakest(cells)?.row).toBe('never');
    expect(weakest([])).toBeNull();
  });
  it('calls a cell rare below half', () => {
    expect([cell(0.02, 1), cell(0.5, 1)].map(isRare)).toEqual([true, false]);
  });
  it('groups scenarios in the order of the origins', () => {
    const groups = byOrigin([
      { id: 'a', name: null, names: {}, origin: 'intrusion', frequency: 1 },
      { id: 'b', name: null, names: {}, origin: 'natural', frequency: 1 },
      { id: 'c', name: null, names: {}, origin: null, frequency: 1 },
    ]);
    expect(groups.map((group) => group.origin)).toEqual(['natural', 'intrusion', 'other']);
  });
});
