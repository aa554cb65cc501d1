import { answered } from '../../lib/answer';
import { getJson, type Named, postJson } from '../../lib/api';
import { send } from '../../lib/http';
import type { Language } from '../../lib/format';

export type DrillType = 'desktop' | 'data-recovery' | 'scenario' | 'live-failover';
/** A reason with its sentence in the language asked for. */
export interface Why {
  code: string;
  values: Record<string, string>;
  text: string;
}
export interface Drill {
  uid: string;
  service: string;
  tier: number;
  types: DrillType[];
  date: string;
  start: string;
  minutes: number;
  announced: boolean;
  scenario: Named | null;
  run: number | null;
  p50Hours: number | null;
  p95Hours: number | null;
  teams: string[];
  why: Why[];
  flags: Why[];
  writtenDrill: Named | null;
}
export interface Unplaced {
  uid: string;
  service: string;
  types: DrillType[];
  why: Why[];
}
export interface Service extends Named {
  tier: number | null;
  drills: number;
}
export interface Schedule {
  year: number;
  timeZone: string;
  modelDigest: string;
  madeAt: string;
  modelChanged: boolean;
  calendarChanged: boolean;
  months: { month: string; covered: boolean }[];
  services: Service[];
  teams: Named[];
  drills: Drill[];
  unplaced: Unplaced[];
}
export interface Day {
  date: string;
  kind: 'holiday' | 'make-up-workday' | 'blackout';
  name: string;
}
export interface HolidayCalendar {
  days: Day[];
  coveredMonths: string[];
  imports: { id: number; fileName: string; days: number; importedAt: string }[];
}
export interface Change {
  applied: boolean;
  days: number;
  unchanged: number;
  added: Day[];
  removed: Day[];
  coveredMonths: string[];
  newlyCovered: string[];
}
export interface Violation {
  row: number | null;
  column: string | null;
  value: string | null;
  code: string;
  message: string;
}

export const getSchedule = (year: number, language: Language): Promise<Schedule> =>
  getJson(`/api/drills/schedules/${year}?language=${language}`);

export const planYear = (year: number, language: Language): Promise<Schedule> =>
  postJson(`/api/drills/schedules?language=${language}`, { year });

export const getCalendar = (): Promise<HolidayCalendar> => getJson('/api/calendar');

export async function importCalendar(file: File, apply: boolean, language: Language): Promise<Change> {
  const query = `fileName=${encodeURIComponent(file.name)}&apply=${String(apply)}&language=${language}`;
  const response = await send(`/api/calendar/imports?${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  return answered<Change>(response);
}
