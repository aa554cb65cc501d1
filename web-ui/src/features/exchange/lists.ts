import { answered } from '../../lib/answer';
import { send } from '../../lib/http';
import type { Violation, Warning } from './types';

/** The lists that go out and come back as spreadsheets, by their keys in the model file. */
export const LISTS = [
  'sites',
  'teams',
  'contacts',
  'assets',
  'services',
  'processes',
  'plans',
  'scenarios',
  'drills',
] as const;
export type List = (typeof LISTS)[number];

export interface CellChange {
  column: string;
  stored: string;
  sent: string;
}
export interface RowChange {
  row: number;
  id: string;
  name: string | null;
  what: 'added' | 'changed' | 'removed';
  changes: CellChange[];
}
export interface ListReport {
  list: List;
  before: string;
  stored: boolean;
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  rows: RowChange[];
  conflicts: RowChange[];
  warnings: Warning[];
}
export interface ListOptions {
  removeMissing: boolean;
  overwrite: boolean;
  /** whether the next drafts begin of what is approved where a row changes it */
  reopen: boolean;
}

/** Where a list is written as a file. */
export const fileOf = (list: List, format: 'xlsx' | 'csv'): string => `/api/lists/${list}/export?format=${format}`;

/** Sends a filled-in table: to be looked at, or with the digest of the preview to be taken over. */
export async function sendList(list: List, file: File, options: ListOptions, expect?: string): Promise<ListReport> {
  const query = new URLSearchParams({
    removeMissing: String(options.removeMissing),
    overwrite: String(options.overwrite),
    reopen: String(options.reopen),
    ...(expect === undefined ? {} : { expect }),
  });
  const form = new FormData();
  form.append('file', file, file.name);
  const path = `/api/lists/${list}${expect === undefined ? '/preview' : ''}?${query.toString()}`;
  return answered<ListReport>(await send(path, { method: 'POST', body: form }));
}

/** Whether there is something to take over, and nothing in its way. */
export const isReady = (report: ListReport): boolean =>
  report.conflicts.length === 0 && report.added + report.changed + report.removed > 0;

/** The figures of a report for a sentence. */
export const figures = ({ added, changed, removed, unchanged }: ListReport): Record<string, number> => ({
  added,
  changed,
  removed,
  unchanged,
});

/** Whether a table was refused for nothing but what is locked, so that beginning the next drafts may let it in. */
export const isLocked = (violations: readonly Violation[]): boolean =>
  violations.length > 0 && violations.every((each) => each.code.endsWith('-locked'));
