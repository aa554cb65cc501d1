import { moment, type Language } from '../../lib/format';
import { organisationZone } from '../../lib/zone';
import type { Execution, Proposal, Row } from './api';

export const KINDS = [
  'hardware',
  'network',
  'software',
  'configuration',
  'data',
  'security',
  'facility',
  'supplier',
  'procedure',
  'other',
] as const;
export const ROUTES = ['ordinary', 'emergency'] as const;
export const RISKS = ['low', 'medium', 'high'] as const;
export const OUTCOMES = ['success', 'partly', 'backed-out'] as const;
export const STATES = [
  'open',
  'overdue',
  'draft',
  'submitted',
  'approved',
  'rejected',
  'carried-out',
  'closed',
  'cancelled',
] as const;

/** A proposal of which nothing is said yet. */
export const blank = (elements: string[] = []): Proposal => ({
  title: '',
  description: '',
  kind: 'hardware',
  route: 'ordinary',
  reason: '',
  benefit: '',
  risk: 'medium',
  riskReason: '',
  elements,
  windowStart: null,
  windowEnd: null,
  implementer: '',
  backOut: '',
  testAfter: '',
  authorisedBy: '',
  release: { date: null, deliverables: [], relatedChanges: [], knownErrors: '', remedy: '' },
  unit: null,
});

/** A day and time of the organisation, which is written without a zone. */
export const local = (iso: string, language: Language): string => moment(`${iso}Z`, language, 'UTC');

/** How a change is named by its number. */
export const numberOf = (id: number): string => `C-${id}`;

/** Numbers in a text, whatever stands between them; a number is written 12 or C-12. */
export const numbersIn = (text: string): number[] => [
  ...new Set([...text.matchAll(/\d+/g)].map((match) => Number(match[0])).filter((each) => each > 0)),
];

/** The lines of a text that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const equals = (one: unknown, other: unknown): boolean => {
  if (isObject(one) && isObject(other))
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) => equals(one[key], other[key]));
  return JSON.stringify(one) === JSON.stringify(other);
};

export interface Clash {
  key: string;
  theirs: unknown;
  mine: unknown;
}

/** What one has typed on top of what another one has stored: of a place that both have changed one's own stays in the form. */
export function together(base: Proposal, theirs: Proposal, mine: Proposal): { proposal: Proposal; clashes: Clash[] } {
  const clashes: Clash[] = [];
  const keys = Object.keys(theirs) as (keyof Proposal)[];
  const parts = keys.map((key) => {
    if (equals(base[key], mine[key])) return [key, theirs[key]];
    if (!equals(base[key], theirs[key]) && !equals(mine[key], theirs[key]))
      clashes.push({ key, theirs: theirs[key], mine: mine[key] });
    return [key, mine[key]];
  });
  return { proposal: Object.fromEntries(parts) as Proposal, clashes };
}

/** A drill of a year's schedule, as far as a calendar of changes asks. */
export interface Drill {
  uid: string;
  service: string;
  date: string;
}

/** Drills on a day of a change's window of a service that it touches or takes down. */
export const clashesOf = (row: Row, reached: ReadonlySet<string>, drills: Drill[]): Drill[] => {
  const first = row.from?.slice(0, 10);
  const last = row.until?.slice(0, 10) ?? first;
  if (!first || !last) return [];
  return drills.filter((drill) => drill.date >= first && drill.date <= last && reached.has(drill.service));
};

/** Whether a change may still meet a drill: what was called off, or is over, does not. */
export const isAhead = (row: Row): boolean => !['cancelled', 'closed', 'carried-out', 'rejected'].includes(row.state);

/** What came of several requests: whatever is there, the first error, and whether nothing is missing. */
export interface Gathered<T> {
  data: (T | undefined)[];
  error: Error | null;
  complete: boolean;
}

export const gather = <T>(answers: readonly { data: T | undefined; error: Error | null }[]): Gathered<T> => ({
  data: answers.map((each) => each.data),
  error: answers.find((each) => each.error !== null)?.error ?? null,
  complete: answers.every((each) => each.data !== undefined && each.error === null),
});

/** The month before or after one, such as 2026-12. */
export const monthBy = (month: string, by: number): string => {
  const date = new Date(`${month}-15T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
};

/** The last day of a month. */
export const lastDay = (month: string): string => {
  const date = new Date(`${monthBy(month, 1)}-01T00:00:00Z`);
  date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
};

/** This month in the organisation's time. */
export const thisMonth = (now: Date, timeZone = organisationZone()): string =>
  new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', timeZone }).format(now).slice(0, 7);

/** How much of what was carried out did not go as planned. */
export const failedOf = (month: { partly: number; backedOut: number }): number => month.partly + month.backedOut;

/** What is sent about how it went. */
export type Wished = Pick<Execution, 'startedAt' | 'endedAt' | 'outcome' | 'tested' | 'notes'>;
