import { describe, expect, it } from 'vitest';
import type { Row } from './api';
import {
  blank,
  clashesOf,
  equals,
  gather,
  lastDay,
  linesOf,
  local,
  monthBy,
  numbersIn,
  thisMonth,
  together,
} from './model';

const row = (more: Partial<Row>): Row => ({
  id: 1,
  version: 1,
  title: 'Blades',
  kind: 'hardware',
  route: 'ordinary',
  risk: 'low',
  state: 'approved',
  agreement: null,
  outcome: null,
  implementer: 'Lin',
  elements: ['host-1'],
  from: '2026-12-05T22:00:00',
  until: '2026-12-06T02:00:00',
  approvalDue: null,
  overdue: false,
  ...more,
});

describe('a change', () => {
  it('keeps what two people said in different places, and tells where they said different things [row:M4]', () => {
    const base = blank();
    const theirs = { ...base, implementer: 'Wu', backOut: 'Theirs' };
    const mine = { ...base, testAfter: 'Mine', backOut: 'Mine' };
    expect(together(base, theirs, mine)).toEqual({
      proposal: { ...base, implementer: 'Wu', testAfter: 'Mine', backOut: 'Mine' },
      clashes: [{ key: 'backOut', theirs: 'Theirs', mine: 'Mine' }],
    });
    expect(together(base, theirs, theirs).clashes).toEqual([]);
  });

  it('meets a drill of a service that it reaches on a day of its window [row:G4]', () => {
    const drills = [
      { uid: 'a', service: 'svc-voice', date: '2026-12-06' },
      { uid: 'b', service: 'svc-data', date: '2026-12-06' },
      { uid: 'c', service: 'svc-voice', date: '2026-12-07' },
    ];
    expect(clashesOf(row({}), new Set(['svc-voice']), drills).map((each) => each.uid)).toEqual(['a']);
    expect(clashesOf(row({ from: null }), new Set(['svc-voice']), drills)).toEqual([]);
    expect(clashesOf(row({ until: null }), new Set(['svc-voice']), drills)).toEqual([]);
  });

  it('counts no clashes before every impact is there, and tells what could not be loaded [row:G4]', () => {
    const lost = new Error('lost');
    const there = { data: 1, error: null };
    expect(gather([there, { data: undefined, error: null }])).toEqual({
      data: [1, undefined],
      error: null,
      complete: false,
    });
    expect(gather([there, { data: undefined, error: lost }])).toMatchObject({ error: lost, complete: false });
    expect(gather([there, there]).complete).toBe(true);
    expect(gather([]).complete).toBe(true);
  });

  it('reads lines and numbers as people write them', () => {
    expect(numbersIn('C-3, 12 and C-3')).toEqual([3, 12]);
    expect(linesOf(' a \n\n b')).toEqual(['a', 'b']);
  });

  it('tells a day and time of the organisation as they are, whatever zone the browser is in', () => {
    expect(local('2026-12-05T22:00:00', 'en')).toBe('5 Dec 2026, 22:00');
    expect(local('2026-12-05T22:00:00', 'zh-Hant')).toBe('2026/12/5 22:00');
  });

  it('goes from month to month over the end of a year', () => {
    expect(monthBy('2026-12', 1)).toBe('2027-01');
    expect(monthBy('2026-01', -1)).toBe('2025-12');
    expect(lastDay('2028-02')).toBe('2028-02-29');
    expect(thisMonth(new Date('2026-11-30T17:00:00Z'))).toBe('2026-12');
  });

  it('is the same whatever the order of its keys', () => {
    expect(equals({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(equals({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  });
});
