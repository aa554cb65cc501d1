/** Approval as every room shows it: versions, where they stand, and what differs. */
import { getJson, postJson } from './api';
import type { components } from './api/schema';
import { figure, hours, type Language, percent } from './format';
import type { TextKey, Translate } from './i18n';
import { en } from './texts';

export type Version = components['schemas']['VersionView'];
export type SubjectState = components['schemas']['SubjectState'];
export type ChangedLine = components['schemas']['ChangedLine'];
export type ReviewReason = components['schemas']['ReviewReason'];

export interface Wish {
  note: string;
  validUntil: string | null;
  reviewOn: string | null;
}

/** Where the approval of a subject stands; `path` is the address of the subject in the API. */
export const getApproval = (path: string, language: Language): Promise<SubjectState> =>
  getJson<SubjectState>(`${path}/approval?language=${language}`);

/** Submits a subject as it is stored; where a version is named only if that is the one that is stored; `*`: whichever is. */
export const submitFor = (path: string, wish: Wish, seen?: number | '*'): Promise<Version> =>
  postJson<Version>(
    `${path}/approval`,
    wish,
    seen === undefined ? {} : { 'If-Match': seen === '*' ? seen : `"${seen}"` },
  );

/** The version that an ETag names. */
export const versionOf = (tag: string): number => Number(tag.replace(/\D/g, ''));

const address = (version: Version): string => `/api/approvals/${version.document}/versions/${version.number}`;

/** Approves or rejects what was seen; the hash says what that was. */
export const decide = (version: Version, approve: boolean, words: string): Promise<Version> =>
  postJson<Version>(
    `${address(version)}/${approve ? 'approve' : 'reject'}`,
    approve ? { note: words } : { reason: words },
    { 'If-Match': `"${version.hash}"` },
  );

export const withdraw = (version: Version): Promise<Version> => postJson<Version>(`${address(version)}/withdraw`, {});

/** The page of a version: its decision and its difference. */
export const versionPage = (version: Version): string => `/approvals/${version.document}/${version.number}`;

const ROOMS: Record<string, string> = {
  plan: '/plans',
  bia: '/impact',
  sla: '/levels',
  change: '/changes',
  'drill-plan': '/drills/plans',
  learning: '/learning/edits',
};

/** The page of the subject as it is now. */
export const subjectPage = (version: Version): string =>
  version.type === 'drill-report'
    ? `/drills/plans/${version.subject}/report`
    : version.type in ROOMS
      ? `${ROOMS[version.type] ?? ''}/${version.subject}`
      : `/drills?year=${version.subject}`;

/** The page that shows the version as it was submitted. */
export const readingPage = (version: Version): string =>
  version.type === 'drill-report'
    ? `/drills/plans/${version.subject}/report/versions/${version.number}`
    : `${ROOMS[version.type] ?? '/drills'}/${version.subject}/versions/${version.number}`;

/** What a key of a content is called; the key itself where the page has no word for it. */
export function fieldOf(key: string, t: Translate): string {
  const text = `approvalField-${key}`;
  return text in en ? t(text as TextKey) : key;
}

/** Where a line is: its section, and the way within it. */
export function placeOf(line: ChangedLine, t: Translate): { section: string; way: string } {
  const words = line.path.map((part) => (part.key ? fieldOf(part.text, t) : part.text));
  return { section: words[0] ?? '', way: words.slice(1).join(' › ') };
}

const SHARES = new Set([
  'estimate',
  'low',
  'high',
  'staff',
  'never',
  'guesses',
  'driving',
  'success',
  'reach',
  'usable',
]);
const QUANTILES = new Set(['p05', 'p50', 'p95', 'p99', 'peakAt']);

/** A value of a line as people read it: hours as hours, shares as percents. */
export function valueOf(line: ChangedLine, value: unknown, t: Translate, language: Language): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(String).join(t('approvalThen'));
  if (typeof value === 'boolean') return t(value ? 'approvalYes' : 'approvalNo');
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  const keys = line.path.filter((part) => part.key).map((part) => part.text);
  const last = keys.at(-1) ?? '';
  const delivered = keys[0] === 'capacity' || last === 'capacity' || last === 'mbco';
  if (delivered || SHARES.has(last)) return percent(value, 1);
  if (keys[0] !== 'headroom' && (QUANTILES.has(last) || last.endsWith('Hours'))) return hours(value, language);
  return figure(value, language);
}
