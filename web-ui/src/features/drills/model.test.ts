import { expect, it } from 'vitest';
import type { Drill, Schedule } from './api';
import { byMonth, dayText, endOf, nextDrill, partOfYear, spans, teamLoad, today, weekOf } from './model';

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
});

it('writes days in both languages', () => {
  expect(dayText('2026-06-09', 'en')).toBe('Tue 9 Jun');
  expect(dayText('2026-06-09', 'zh-Hant')).toBe('6/9 週二');
});

it('knows the day in Taipei, not in London', () => {
  expect(today('Asia/Taipei', new Date('2026-06-08T17:00:00Z'))).toBe('2026-06-09');
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
