import { describe, expect, it } from 'vitest';
import type { PlanPair } from './api';
import { shown, untilWhole } from './model';

const pair = (id: string, estimate: number | null, state: PlanPair['state'] = 'ready'): PlanPair => ({
  element: { id, name: `The ${id}` },
  type: 'process',
  tier: null,
  scenario: { id: 'quake', name: 'Quake' },
  state,
  runId: 1,
  stale: false,
  rtoHours: 4,
  withinRto: estimate === null ? null : { estimate, low: estimate, high: estimate },
  disrupted: null,
  recovery: null,
});
const none = { scenario: '', search: '', onlyMissed: false };
const ids = (pairs: PlanPair[]): string[] => pairs.map((each) => each.element.id);

describe('the list of plans', () => {
  const pairs = [pair('calm', 0.99), pair('late', 0.3), pair('spared', 1, 'not-hit'), pair('free', null)];
  it('puts the least likely to be in time first and those without a target last', () => {
    expect(ids(shown(pairs, none))).toEqual(['late', 'calm', 'free']);
  });
  it('finds by name, by scenario and by missed target', () => {
    expect(ids(shown(pairs, { ...none, search: 'CALM' }))).toEqual(['calm']);
    expect(ids(shown(pairs, { ...none, onlyMissed: true }))).toEqual(['late']);
    expect(ids(shown(pairs, { ...none, scenario: 'flood' }))).toEqual([]);
  });
});

it('shows capacity until it is whole for good, later dips included', () => {
  const rows = [0, 1, 1, 0.5, 1, 1, 1].map((p05) => ({ p05 }));
  expect(untilWhole(rows)).toHaveLength(5);
  expect(untilWhole([{ p05: 1 }, { p05: 1 }])).toHaveLength(1);
});
