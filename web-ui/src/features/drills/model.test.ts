import { expect, it } from 'vitest';
import type { Drill, Schedule } from './api';
import {
  byMonth,
  dayAt,
  dayText,
  endOf,
  markOf,
  nextDrill,
  partOfYear,
  plusDays,
  proposals,
  spans,
  teamLoad,
  titleOf,
  weekOf,
  weeksOf,
} from './model';

const drill = (date: string, teams: string[] = []): Drill => ({
  uid: date,
  service: 's',
  tier: 1,
  types: ['desktop'],
  date,
  start: '02:00',
  minutes: 150,
  announced: true,
  scenario: null,
  run: null,
  p50Hours: null,
  p95Hours: null,
  teams,
  why: [],
  flags: [],
  writtenDrill: null,
  kind: 'tier',
  elements: [{ id: 's' }],
  peopleHours: 5,
  liveHours: 0,
  worth: null,
  pin: null,
  stage: null,
  settled: false,
  plan: null,
  window: null,
  overdue: false,
});
const schedule = (drills: Drill[]): Schedule => ({
  year: 2026,
  timeZone: 'Asia/Taipei',
  modelDigest: '',
  madeAt: '',
  modelChanged: false,
  calendarChanged: false,
  months: [],
  services: [],
  teams: [{ id: 'a' }, { id: 'b' }],
  drills,
  unplaced: [],
  subjects: [],
  proof: [],
  provenBest: true,
  statesKnown: false,
  today: '2026-04-20',
  budget: { peopleHours: 0, mostPeopleHours: null, liveHours: 0, mostLiveHours: null },
});

it('writes days in both languages', () => {
  expect(dayText('2026-06-09', 'en')).toBe('Tue 9 Jun');
  expect(dayText('2026-06-09', 'zh-Hant')).toBe('6/9 週二');
});

it('adds the planned length to the start', () => {
  expect(endOf(drill('2026-06-09'))).toBe('04:30');
});

it('places days in their year and weeks from Monday', () => {
  expect(partOfYear('2026-01-01')).toBe(0);
  expect(partOfYear('2026-07-02')).toBeCloseTo(182 / 365);
  expect(weekOf('2026-01-04')).toBe(0); // Sunday of the week that began on 29 December
  expect(weekOf('2026-01-05')).toBe(1);
  expect(weekOf('2026-12-31')).toBe(52);
});

it('finds the next drill and none after the last', () => {
  const year = schedule([drill('2026-03-02'), drill('2026-09-01')]);
  expect(nextDrill(year, '2026-03-03')?.date).toBe('2026-09-01');
  expect(nextDrill(year, '2026-09-02')).toBeUndefined();
});

it('groups by month and counts the load of teams by week', () => {
  const year = schedule([drill('2026-01-05', ['b']), drill('2026-01-09', ['b', 'a']), drill('2026-02-02')]);
  expect(byMonth(year.drills).map((group) => [group.month, group.drills.length])).toEqual([
    ['2026-01', 2],
    ['2026-02', 1],
  ]);
  const [busiest] = teamLoad(year);
  expect(busiest?.team).toBe('b');
  expect(busiest?.weeks[1]).toBe(2);
  expect(busiest?.hours).toBe(5);
});

it('joins months that follow each other', () => {
  expect(spans(['2026-01', '2025-12', '2026-03'])).toEqual([
    { from: '2025-12', to: '2026-01' },
    { from: '2026-03', to: '2026-03' },
  ]);
});

it('finds the day under the hand, and the day some days later [row:D1]', () => {
  expect(dayAt(2026, 0)).toBe('2026-01-01');
  expect(dayAt(2026, 2)).toBe('2026-12-31');
  expect(dayAt(2026, -1)).toBe('2026-01-01');
  for (const day of ['2026-02-28', '2026-07-01', '2028-02-29'])
    expect(dayAt(Number(day.slice(0, 4)), partOfYear(day) + 1e-9)).toBe(day);
  expect(plusDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(plusDays('2026-03-30', -7)).toBe('2026-03-23');
});

it('lays a month out in weeks from Monday', () => {
  const weeks = weeksOf('2026-04');
  expect(weeks[0]).toEqual([null, null, '2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04', '2026-04-05']);
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30);
  expect(
    weeksOf('2026-02')
      .flat()
      .filter((day) => day !== null),
  ).toHaveLength(28);
});

it('proposes what lies ahead and teaches most for its hours, and nothing that is settled or fixed', () => {
  const worth = { element: { id: 's' }, nowHours: 4, thenHours: 2, input: null };
  const list = [
    drill('2026-02-01'),
    drill('2026-05-01'),
    { ...drill('2026-06-01'), worth },
    { ...drill('2026-07-01'), stage: 'approved' as const },
    { ...drill('2026-08-01'), pin: { by: 'mei', at: '', reason: '' } },
  ];
  expect(proposals(schedule(list)).map((each) => each.date)).toEqual(['2026-06-01', '2026-05-01']);
  expect(list.map(markOf)).toEqual(['proposed', 'proposed', 'proposed', 'approved', 'proposed']);
});

it('calls redundant devices by their names', () => {
  const pair = { ...drill('2026-05-01'), kind: 'redundant' as const, elements: [{ id: 'a' }, { id: 'b' }] };
  expect(titleOf(pair, schedule([pair]), (thing) => thing.id.toUpperCase(), ', ')).toBe('A, B');
});
