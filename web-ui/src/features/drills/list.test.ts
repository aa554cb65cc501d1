import { expect, it } from 'vitest';
import type { Drill } from './api';
import { countStandings, firstStanding, monthsOf, movedTo, standingOf, unfolded } from './list';

const TODAY = '2026-06-15';
const drill = (date: string, stage: Drill['stage'] = null, window: Drill['window'] = null): Drill =>
  ({ uid: `${date} ${stage ?? ''}`, date, stage, window, overdue: false }) as Drill;
const overdue = (each: Drill): Drill => ({ ...each, overdue: true });
const YEAR = [
  drill('2026-02-03', 'held'),
  drill('2026-03-04', 'cancelled'),
  overdue(drill('2026-04-08')),
  drill('2026-06-15'),
  drill('2026-07-01', 'approved'),
  drill('2026-07-21'),
  drill('2026-11-10'),
];

it('tells what lies ahead, what was missed and what is over', () => {
  expect(YEAR.map((each) => standingOf(each, TODAY))).toEqual([
    'over',
    'over',
    'missed',
    'ahead',
    'ahead',
    'ahead',
    'ahead',
  ]);
  expect(standingOf(drill('2026-06-01', 'running'), TODAY)).toBe('ahead');
  expect(standingOf(drill('2026-06-01', null, { from: '2026-06-01', to: '2026-06-30' }), TODAY)).toBe('ahead');
  expect(countStandings(YEAR, TODAY)).toEqual({ ahead: 4, missed: 1, past: 0, over: 2 });
});

it('says of no drill that it was not held but where the service does', () => {
  expect(standingOf(drill('2026-05-04'), TODAY)).toBe('past'); // the search gave it that day after it had passed
  expect(standingOf(overdue(drill('2026-05-04', 'approved')), TODAY)).toBe('missed');
  expect(standingOf(overdue(drill('2026-03-04', 'stopped')), TODAY)).toBe('missed');
  expect(standingOf(drill('2026-09-01', 'stopped'), TODAY)).toBe('ahead'); // it has another day
});

it('unfolds the month to which somebody has moved a drill, and none where the search did', () => {
  const pin = { by: 'Chen', at: '2026-06-15T01:00:00Z', reason: '' };
  const [first, ...others] = YEAR.map((each) => ({ ...each, pin: null }));
  const before = [first, ...others] as Drill[];
  const after = (date: string, by: Drill['pin']): Drill[] => [{ ...first, date, pin: by }, ...others] as Drill[];
  expect(movedTo(before, after('2026-09-08', pin))).toEqual(['2026-09']);
  expect(movedTo(before, after('2026-02-20', pin))).toEqual([]);
  expect(movedTo(before, after('2026-09-08', null))).toEqual([]);
});

it('shows first what comes next, else what there is', () => {
  expect(firstStanding(countStandings(YEAR, TODAY))).toBe('ahead');
  expect(firstStanding(countStandings(YEAR, '2026-12-01'))).toBe('missed');
  expect(firstStanding(countStandings(YEAR.slice(0, 2), TODAY))).toBe('over');
});

it('lists months in order, what is over from the newest back, and leaves none out', () => {
  expect(monthsOf(YEAR, 'over', TODAY).map(({ month }) => month)).toEqual(['2026-03', '2026-02']);
  expect(monthsOf(YEAR, 'ahead', TODAY).map(({ month }) => month)).toEqual(['2026-06', '2026-07', '2026-11']);
  expect(monthsOf(YEAR, 'all', TODAY).flatMap(({ drills }) => drills)).toEqual(YEAR);
});

it('unfolds months from today on as far as they fit, and one at least', () => {
  const all = monthsOf(YEAR, 'all', TODAY);
  expect([...unfolded(all, TODAY, 3)]).toEqual(['2026-06', '2026-07']);
  expect([...unfolded(all, TODAY, 0)]).toEqual(['2026-06']);
  expect([...unfolded(all, '2027-01-01', 1)]).toEqual(['2026-02']);
});
