import { describe, expect, it } from 'vitest';
import type { Cell, Overview } from '../../lib/api';
import { byOrigin, isRare, misses } from './model';

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
});

describe('the matrix', () => {
  it('counts only pairs that are reached, and misses above one in five', () => {
    const overview = { cells: [cell(0, 1), cell(1, 0.79), cell(1, 0.8)] } as unknown as Overview;
    expect(misses(overview)).toEqual({ pairs: 2, misses: 1 });
  });
  it('calls a cell rare below half', () => {
    expect([cell(0.02, 1), cell(0.5, 1)].map(isRare)).toEqual([true, false]);
  });
  it('groups scenarios in the order of the origins', () => {
    const groups = byOrigin([
      { id: 'a', origin: 'intrusion', frequency: 1 },
      { id: 'b', origin: 'natural', frequency: 1 },
      { id: 'c', origin: null, frequency: 1 },
    ]);
    expect(groups.map((group) => group.origin)).toEqual(['natural', 'intrusion', 'other']);
  });
});
