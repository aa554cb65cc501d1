import { answered } from '../../lib/answer';
import { send } from '../../lib/http';
import type { TextKey, Translate } from '../../lib/i18n';
import { type ListReport } from './lists';
import type { Violation } from './types';
import type { Warning } from './types';

/** What the rows of somebody's own table can be: an entry of a list, or a relation between two elements. */
export const TARGETS = ['assets', 'processes', 'services', 'relations', 'sites', 'teams', 'contacts'] as const;
export type Target = (typeof TARGETS)[number];

export interface Column {
  heading: string;
  field: string | null;
  unit: string | null;
  values: Record<string, string>;
}
export interface Mapping {
  of: string;
  source: string | null;
  columns: Column[];
  defaults: Record<string, string>;
}
export interface FoundColumn {
  heading: string;
  filled: number;
  different: number;
  values: string[];
}
export interface MappedRow {
  row: number;
  id: string;
  isNew: boolean;
  cells: Record<string, string>;
}
export interface MappedTable {
  columns: FoundColumn[];
  mapping: Mapping;
  fields: { field: string; form: string }[];
  rows: MappedRow[];
  violations: Violation[];
  warnings: Warning[];
  report: ListReport | null;
}
export interface SavedMapping {
  id: number;
  version: number;
  name: string;
  mapping: Mapping;
  author: string;
  changedAt: string;
}

export const UNITS = ['min', 'h', 'd', 'w'] as const;

const FIELDS: Record<string, TextKey> = {
  externalKey: 'importFieldKey',
  id: 'importFieldId',
  name: 'importFieldName',
  'names.zh-Hant': 'importFieldNameZh',
  'names.en': 'importFieldNameEn',
  kind: 'importFieldKind',
  owner: 'importFieldOwner',
  tags: 'importFieldTags',
  note: 'importFieldNote',
  site: 'importFieldSite',
  zone: 'importFieldZone',
  tier: 'importFieldTier',
  needs: 'importFieldNeeds',
  'objectives.mtpd': 'importFieldMtpd',
  'objectives.rto': 'importFieldRto',
  'objectives.rpo': 'importFieldRpo',
  'objectives.wrt': 'importFieldWrt',
  'objectives.mbco': 'importFieldMbco',
  capacity: 'importFieldCapacity',
  'capacity.amount': 'importFieldCapacityAmount',
  'capacity.unit': 'importFieldCapacityUnit',
  'demand.amount': 'importFieldDemandAmount',
  'demand.unit': 'importFieldDemandUnit',
  lat: 'importFieldLat',
  lon: 'importFieldLon',
  size: 'importFieldSize',
  team: 'importFieldTeam',
  from: 'importFieldFrom',
  to: 'importFieldTo',
  relation: 'importFieldRelation',
  group: 'importFieldGroup',
  minUp: 'importFieldMinUp',
};

/** What a field is called; one that has no word here by its key. */
export function fieldName(field: string, t: Translate): string {
  const key = FIELDS[field];
  return key ? t(key) : field;
}

/** The fields that people look for first, then the others, as the service knows them. */
export function choicesOf(table: MappedTable): { known: string[]; more: string[] } {
  const fields = table.fields.map((each) => each.field);
  return {
    known: fields.filter((each) => each in FIELDS),
    more: fields.filter((each) => !(each in FIELDS)),
  };
}

/** A field of one's own that is called like the column. */
export const ownField = (heading: string): string =>
  `x-${heading
    .trim()
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^x-/, '')}`;

/** What a field holds, as the service says. */
export const formOf = (table: MappedTable, field: string | null): string =>
  table.fields.find((each) => each.field === field)?.form ?? 'text';

/** The column of a heading in a mapping, ignored where it has none. */
export const columnOf = (mapping: Mapping, heading: string): Column =>
  mapping.columns.find((each) => each.heading === heading) ?? { heading, field: null, unit: null, values: {} };

/** The mapping with a column changed. */
export function withColumn(mapping: Mapping, heading: string, change: Partial<Column>): Mapping {
  const next = { ...columnOf(mapping, heading), ...change };
  const known = mapping.columns.some((each) => each.heading === heading);
  return {
    ...mapping,
    columns: known
      ? mapping.columns.map((each) => (each.heading === heading ? next : each))
      : [...mapping.columns, next],
  };
}

/** The mapping with what stands for an empty cell of a field; an empty text takes it away. */
export function withDefault(mapping: Mapping, field: string, text: string): Mapping {
  const others = Object.entries(mapping.defaults).filter(([key]) => key !== field);
  return { ...mapping, defaults: Object.fromEntries(text.trim() === '' ? others : [...others, [field, text.trim()]]) };
}

/** The mapping with what a value of a column is here; an empty text leaves the value as it is. */
export function withValue(mapping: Mapping, heading: string, value: string, text: string): Mapping {
  const others = Object.entries(columnOf(mapping, heading).values).filter(([key]) => key !== value);
  return withColumn(mapping, heading, {
    values: Object.fromEntries(text.trim() === '' ? others : [...others, [value, text.trim()]]),
  });
}

/** Whether there is something to take over, and nothing in its way. */
export const isReady = (table: MappedTable): boolean =>
  table.violations.length === 0 && table.report !== null && table.report.added + table.report.changed > 0;

/** What the table comes to, in one sentence. */
export function headline(table: MappedTable, t: Translate): string {
  const wrong = table.violations.length;
  if (wrong > 0) return t('importMapWrong', { count: wrong });
  const report = table.report;
  if (!report) return t('importMapNothing');
  return report.added + report.changed === 0
    ? t('importListNothing', { unchanged: report.unchanged })
    : t('importListWould', {
        added: report.added,
        changed: report.changed,
        removed: report.removed,
        unchanged: report.unchanged,
      });
}

/** The fields that the first rows have, in the order of the service. */
export function shownFields(table: MappedTable): string[] {
  const used = new Set(table.rows.flatMap((row) => Object.keys(row.cells)));
  const known = table.fields.map((each) => each.field).filter((each) => used.has(each));
  return [...known, ...[...used].filter((each) => !known.includes(each))];
}

/** What is wrong with a cell of the table, by its row and heading. */
export const wrongWith = (table: MappedTable, row: number, heading: string): Violation | undefined =>
  table.violations.find((each) => each.row === row && each.column === heading);

function form(file: File, mapping: Mapping | undefined): FormData {
  const data = new FormData();
  data.append('file', file, file.name);
  if (mapping) data.append('mapping', JSON.stringify(mapping));
  return data;
}

/** Looks at a table by a mapping, or by what its headings say. */
export async function look(
  file: File,
  mapping: Mapping | undefined,
  of: string | undefined,
  reopen: boolean,
): Promise<MappedTable> {
  const query = new URLSearchParams({ reopen: String(reopen), ...(of === undefined ? {} : { of }) });
  return answered<MappedTable>(
    await send(`/api/imports/tables/preview?${query.toString()}`, { method: 'POST', body: form(file, mapping) }),
  );
}

/** Takes a table over, on the register that the preview was made on. */
export async function take(file: File, mapping: Mapping, reopen: boolean, expect: string): Promise<ListReport> {
  const query = new URLSearchParams({ reopen: String(reopen), expect });
  return answered<ListReport>(
    await send(`/api/imports/tables?${query.toString()}`, {
      method: 'POST',
      body: form(file, mapping),
    }),
  );
}

/** The mappings that planners have kept. */
export async function saved(): Promise<SavedMapping[]> {
  return (await answered<{ items: SavedMapping[] }>(await send('/api/mappings'))).items;
}

const JSON_HEADERS = { 'Content-Type': 'application/json' };

/** Keeps a mapping: in the place of the one that was opened, else as a new one. */
export async function keep(name: string, mapping: Mapping, opened: SavedMapping | undefined): Promise<SavedMapping> {
  const body = JSON.stringify({ name, mapping });
  const response = opened
    ? await send(`/api/mappings/${opened.id}`, {
        method: 'PUT',
        headers: { ...JSON_HEADERS, 'If-Match': `"${opened.version}"` },
        body,
      })
    : await send('/api/mappings', { method: 'POST', headers: JSON_HEADERS, body });
  return answered<SavedMapping>(response);
}

/** Forgets a mapping. */
export async function forget(opened: SavedMapping): Promise<void> {
  const response = await send(`/api/mappings/${opened.id}`, {
    method: 'DELETE',
    headers: { 'If-Match': `"${opened.version}"` },
  });
  if (!response.ok) await answered(response);
}
