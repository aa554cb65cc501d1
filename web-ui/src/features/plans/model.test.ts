import { describe, expect, it } from 'vitest';
import { type ApprovalLine, type PlanPair, plansAmong } from './api';
import { counted, shown, standingOf, untilWhole } from './model';

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

describe('where the approval of plans stands', () => {
  const version = (part: Partial<ApprovalLine['newest']>): ApprovalLine['newest'] => ({
    document: 1,
    type: 'plan',
    subject: 'calm/quake',
    number: 2,
    title: 'A plan',
    unit: null,
    state: 'submitted',
    hash: 'x',
    note: '',
    validFrom: '2026-01-01',
    validUntil: null,
    reviewOn: '2027-01-01',
    submittedBy: 'Wu Ping',
    submittedAt: '2026-01-01T00:00:00Z',
    decidedBy: null,
    decidedFor: null,
    decidedAt: null,
    reason: null,
    mine: false,
    mayDecide: false,
    mayNot: null,
    ...part,
  });
  const line = (part: Partial<ApprovalLine['newest']>, holds = false, due = false): ApprovalLine => ({
    newest: version(part),
    approved: holds ? version({ state: 'approved', number: 1 }) : null,
    due: due ? [{ kind: 'changed', about: null }] : [],
  });

  it('tells first what somebody must do', () => {
    expect(standingOf(undefined)).toBe('none');
    expect(standingOf(line({}, true, true))).toBe('waits');
    expect(standingOf(line({ mayDecide: true }))).toBe('yours');
    expect(standingOf(line({ state: 'rejected' }, true))).toBe('rejected');
    expect(standingOf(line({ state: 'withdrawn' }))).toBe('none');
    expect(standingOf(line({ state: 'withdrawn' }, true))).toBe('approved');
    expect(standingOf(line({ state: 'approved' }, true, true))).toBe('due');
  });

  it('counts each by what holds and what waits, plans alone', () => {
    const approvals = plansAmong({
      items: [
        line({}, true, true),
        line({ subject: 'late/quake' }),
        line({ type: 'schedule', subject: '2027' }, true),
        line({ subject: 'gone/quake' }, true),
      ],
    });
    expect(counted([pair('calm', 0.9), pair('late', 0.2), pair('free', null)], approvals)).toEqual({
      count: 3,
      approved: 1,
      waiting: 2,
      due: 1,
    });
  });
});
