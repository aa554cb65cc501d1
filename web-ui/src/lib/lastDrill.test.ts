import { expect, test } from 'vitest';
import { alike, latest, type PlanRow, type PlanView } from './lastDrill';

const row = (id: number, stage: string, scope: string[], types: string[]): PlanRow =>
  ({ id, stage, scope, types }) as unknown as PlanRow;
const view = (id: number, endedHow: string, startedAt: string, endedAt: string): PlanView =>
  ({ id, endedHow, startedAt, endedAt }) as unknown as PlanView;

test('the same drill at another time is over and of the same elements and types', () => {
  const of = { id: 9, scope: ['a', 'b'], types: ['desktop', 'scenario'] };
  const rows = [
    row(9, 'ended', ['a', 'b'], ['desktop', 'scenario']),
    row(3, 'closed', ['b', 'a'], ['scenario', 'desktop']),
    row(5, 'ended', ['a', 'b'], ['desktop', 'scenario']),
    row(6, 'running', ['a', 'b'], ['desktop', 'scenario']),
    row(7, 'closed', ['a'], ['desktop', 'scenario']),
    row(8, 'closed', ['a', 'b'], ['desktop']),
  ];
  expect(alike(rows, of).map((each) => each.id)).toEqual([5, 3]);
  expect(alike([row(1, 'closed', [], ['desktop'])], { id: 2, scope: [], types: ['desktop'] })).toEqual([]);
});

test('the last time is that of the latest end; what was stopped is no time', () => {
  const views = [
    view(1, 'completed', '2026-01-05T01:00:00Z', '2026-01-05T01:42:00Z'),
    view(2, 'completed', '2026-03-05T01:00:00Z', '2026-03-05T02:30:00Z'),
    view(3, 'stopped', '2026-05-05T01:00:00Z', '2026-05-05T01:10:00Z'),
  ];
  expect(latest(views)).toEqual({ plan: 2, hours: 1.5, endedAt: '2026-03-05T02:30:00Z' });
  expect(latest([])).toBeNull();
});
