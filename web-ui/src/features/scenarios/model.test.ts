import { describe, expect, it } from 'vitest';
import type { Cell, RunInfo } from '../../lib/api';
import { canRun } from '../../lib/run';
import { byOrigin, merged, verdict } from './model';

const chance = (estimate: number) => ({ estimate, low: estimate, high: estimate });

describe('scenarios', () => {
  it('come in the order of the origins, those without one last', () => {
    const groups = byOrigin([{ id: 'a', origin: 'intrusion' }, { id: 'b' }, { id: 'c', origin: 'natural' }]);
    expect(groups.map((group) => group.origin)).toEqual(['natural', 'intrusion', 'other']);
  });
  it('count what they reach and what then misses its RTO', () => {
    const cell = (column: string, hit: number, within: number) =>
      ({ column, disrupted: chance(hit), withinRto: chance(within) }) as unknown as Cell;
    const cells = [cell('s', 1, 0.7), cell('s', 0.5, 0.9), cell('s', 0, 1), cell('other', 1, 0)];
    expect(verdict({ cells }, 's')).toEqual({ reached: 2, missed: 1 });
  });
  it('take whole numbers of trials up to the most that the service runs', () => {
    expect(canRun('100000', '42')).toBe(true);
    expect(['', '0', '1.5', '10000001', 'many'].some((trials) => canRun(trials, '42'))).toBe(false);
    expect(canRun('10', 'x')).toBe(false);
  });
  it('believe the events of a run before the list', () => {
    const run = (trialsDone: number) => ({ id: 1, trialsDone }) as RunInfo;
    expect(merged([run(0)], new Map([[1, run(500)]]))[0]?.trialsDone).toBe(500);
  });
});
