import type { Language } from '../../lib/format';
import type { Named } from '../../lib/api';
import type { Drill, Schedule, Service } from './api';

const LOCALES: Record<Language, string> = { en: 'en-GB', 'zh-Hant': 'zh-TW' };
const DAY = 86_400_000;

/** Midnight of a day such as 2026-02-17 on the clock of the calendar, which knows no zone. */
const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);

const written = (date: string, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' }).format(at(date));

/** Tue 9 Jun; 6/9 週二. */
export const dayText = (date: string, language: Language): string =>
  language === 'en'
    ? written(date, language, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '')
    : `${written(date, language, { month: 'numeric', day: 'numeric' })} ${written(date, language, { weekday: 'short' })}`;

/** 9 Jun 2026; 2026/6/9. */
export const dateText = (date: string, language: Language): string =>
  written(date, language, { day: 'numeric', month: language === 'en' ? 'short' : 'numeric', year: 'numeric' });

/** June 2026; 2026年6月. */
export const monthText = (month: string, language: Language): string =>
  written(`${month}-01`, language, { month: 'long', year: 'numeric' });

/** Jun; 6月. */
export const monthShort = (month: string, language: Language): string =>
  written(`${month}-01`, language, { month: 'short' });

/** When a drill ends, as 05:00; it never runs past midnight. */
export function endOf(drill: Pick<Drill, 'start' | 'minutes'>): string {
  const [hour = 0, minute = 0] = drill.start.split(':').map(Number);
  const end = hour * 60 + minute + drill.minutes;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

/** The day that lies some days later, or earlier. */
export const plusDays = (date: string, days: number): string =>
  new Date(at(date) + days * DAY).toISOString().slice(0, 10);

/** The day of a year at a share of it, from 0 to 1; a share outside is its first or last day. */
export function dayAt(year: number, part: number): string {
  const days = partDays(year);
  const index = Math.min(Math.max(Math.floor(part * days), 0), days - 1);
  return plusDays(`${year}-01-01`, index);
}

const partDays = (year: number): number => (at(`${year + 1}-01-01`) - at(`${year}-01-01`)) / DAY;

/** The weeks of a month, Monday first; days of the months beside it are null. */
export function weeksOf(month: string): (string | null)[][] {
  const first = `${month}-01`;
  const lead = (new Date(at(first)).getUTCDay() + 6) % 7;
  const weeks: (string | null)[][] = [];
  for (let day = plusDays(first, -lead); day.slice(0, 7) <= month; day = plusDays(day, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, i) => plusDays(day, i)).map((each) => (each.startsWith(month) ? each : null)),
    );
  }
  return weeks;
}

/** How a drill's mark is filled: done, settled, or proposed. */
export function markOf(drill: Pick<Drill, 'stage'>): 'done' | 'approved' | 'proposed' {
  if (drill.stage === 'held') return 'done';
  return drill.stage === 'approved' || drill.stage === 'running' ? 'approved' : 'proposed';
}

/** What a drill is called: its service, or the devices and tests that it is about. */
export function titleOf(drill: Drill, schedule: Schedule, nameOf: (thing: Named) => string, join: string): string {
  if (drill.kind === 'redundant') return drill.elements.map(nameOf).join(join);
  const known: Named[] = [...schedule.services, ...schedule.subjects];
  return nameOf(known.find((each) => each.id === drill.service) ?? { id: drill.service });
}

/** Drills that nobody has planned in detail yet and that lie ahead: what teaches most for its hours first, then by day. */
export function proposals(schedule: Schedule): Drill[] {
  const worth = (drill: Drill): number =>
    drill.worth ? (drill.worth.nowHours - drill.worth.thenHours) / Math.max(1, drill.peopleHours) : 0;
  return schedule.drills
    .filter((drill) => drill.stage === null && drill.pin === null && drill.date >= schedule.today)
    .sort((a, b) => worth(b) - worth(a) || a.date.localeCompare(b.date));
}

/** Where a day lies in its year, from 0 to 1. */
export function partOfYear(date: string): number {
  const year = date.slice(0, 4);
  const first = at(`${year}-01-01`);
  return (at(date) - first) / (at(`${Number(year) + 1}-01-01`) - first);
}

/** The week of the year that a day lies in, from 0, weeks beginning on Monday. */
export function weekOf(date: string): number {
  const first = at(`${date.slice(0, 4)}-01-01`);
  const offset = (new Date(first).getUTCDay() + 6) % 7;
  return Math.floor(((at(date) - first) / DAY + offset) / 7);
}

/** The first drill from a day on. */
export const nextDrill = (schedule: Schedule, day: string): Drill | undefined =>
  schedule.drills.find((drill) => drill.date >= day);

export const without = (schedule: Schedule): Service[] => schedule.services.filter((service) => service.drills === 0);

export const uncovered = (schedule: Schedule): string[] =>
  schedule.months.filter((month) => !month.covered).map((month) => month.month);

/** The most critical services first; those without a tier last; else in the order of the register. */
export const byTier = (services: Service[]): Service[] => [...services].sort((a, b) => (a.tier ?? 99) - (b.tier ?? 99));

/** Drills month by month. */
export function byMonth(drills: Drill[]): { month: string; drills: Drill[] }[] {
  const groups = new Map<string, Drill[]>();
  for (const drill of drills) {
    const month = drill.date.slice(0, 7);
    groups.set(month, [...(groups.get(month) ?? []), drill]);
  }
  return [...groups].map(([month, of]) => ({ month, drills: of }));
}

export interface Load {
  team: string;
  weeks: number[];
  drills: number;
  hours: number;
}

/** How many drills each team has in each week of the year, the busiest team first; one without a day is in no week. */
export function teamLoad(schedule: Schedule): Load[] {
  const weeks = weekOf(`${schedule.year}-12-31`) + 1;
  const loads = new Map<string, Load>(
    schedule.teams.map(({ id }) => [id, { team: id, weeks: Array<number>(weeks).fill(0), drills: 0, hours: 0 }]),
  );
  for (const drill of schedule.drills) {
    const week = weekOf(drill.date);
    for (const team of drill.teams) {
      const load = loads.get(team);
      if (!load) continue;
      if (!drill.window) load.weeks[week] = (load.weeks[week] ?? 0) + 1;
      load.drills += 1;
      load.hours += drill.minutes / 60;
    }
  }
  return [...loads.values()].sort((a, b) => b.drills - a.drills);
}

/** First and last of the covered months, where nothing is missing between them; else every run of months. */
export function spans(months: string[]): { from: string; to: string }[] {
  const found: { from: string; to: string }[] = [];
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  for (const month of [...months].sort()) {
    const last = found.at(-1);
    if (last && number(month) === number(last.to) + 1) last.to = month;
    else found.push({ from: month, to: month });
  }
  return found;
}
