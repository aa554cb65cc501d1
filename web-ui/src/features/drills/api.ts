import { answered } from '../../lib/answer';
import { getJson, type Named, postJson } from '../../lib/api';
import { send } from '../../lib/http';
import type { components } from '../../lib/api/schema';
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
  kind: 'tier' | 'recurring' | 'redundant' | 'retest' | 'extra';
  /** What is drilled, the subject first. */
  elements: Named[];
  peopleHours: number;
  liveHours: number;
  worth: { element: Named; nowHours: number; thenHours: number; input: string | null } | null;
  pin: { by: string; at: string; reason: string } | null;
  stage: 'planned' | 'approved' | 'running' | 'held' | 'stopped' | 'cancelled' | null;
  /** Whether its plan, or that it has begun, decides its day. */
  settled: boolean;
  plan: number | null;
  /** The days within which a sealed day lies. */
  window: { from: string; to: string } | null;
  overdue: boolean;
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
  lastHeld: string | null;
  due: string | null;
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
  subjects: Named[];
  proof: Why[];
  provenBest: boolean;
  statesKnown: boolean;
  today: string;
  budget: { peopleHours: number; mostPeopleHours: number | null; liveHours: number; mostLiveHours: number | null };
}
/** Where somebody would have a drill. */
export interface Move {
  uid: string;
  date: string;
  start: string;
}
export interface Verdict {
  allowed: boolean;
  broken: Why[];
}
type Schemas = components['schemas'];
export type RulesView = Schemas['RulesController.RulesView'];
export type Rules = Schemas['RulesJson.Body'];
export type RetestList = Schemas['RulesController.RetestList'];
export type Devices = Schemas['RulesController.DevicesView'];
export type Key = Schemas['KeyView'];
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

export const checkMove = (year: number, move: Move, language: Language): Promise<Verdict> =>
  postJson(`/api/drills/schedules/${year}/check?language=${language}`, move);

export const pinDrill = (year: number, move: Move, reason: string, language: Language): Promise<Schedule> =>
  postJson(`/api/drills/schedules/${year}/pins?language=${language}`, { ...move, reason });

export const unpinDrill = async (year: number, uid: string, language: Language): Promise<Schedule> =>
  answered<Schedule>(
    await send(`/api/drills/schedules/${year}/pins/${encodeURIComponent(uid)}?language=${language}`, {
      method: 'DELETE',
    }),
  );

export const getRules = (): Promise<RulesView> => getJson('/api/drills/rules');
export const getPresets = (): Promise<Rules[]> => getJson('/api/drills/rules/presets');
export const saveRules = async (rules: Rules, version: number): Promise<RulesView> =>
  answered<RulesView>(
    await send('/api/drills/rules', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
      body: JSON.stringify(rules),
    }),
  );
export const getRetests = (language: Language): Promise<RetestList> =>
  getJson(`/api/drills/retests?language=${language}`);
const done = async (response: Response): Promise<void> => {
  if (!response.ok) await answered(response);
};
export const dismissRetest = async (cause: string, service: string, reason: string): Promise<void> =>
  done(
    await send('/api/drills/retests/dismissals', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ cause, service, reason }),
    }),
  );
export const getDevices = (): Promise<Devices[]> => getJson('/api/drills/redundant');
export const getKeys = (): Promise<Key[]> => getJson('/api/own/keys');
export const revokeKey = async (id: number): Promise<void> =>
  done(await send(`/api/own/keys/${id}`, { method: 'DELETE' }));

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
