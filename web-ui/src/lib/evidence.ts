import { answered } from './answer';
import { getJson, postJson, putJson } from './api';
import type { components } from './api/schema';
import { send } from './http';
import { momentOf } from './zone';

export type EvidenceItem = components['schemas']['EvidenceItem'];
export type EvidenceDetail = components['schemas']['EvidenceController.Detail'];
export type CustodyEvent = components['schemas']['CustodyEvent'];
export type Policy = components['schemas']['Policy'];
export type Hold = components['schemas']['Hold'];
export type Due = components['schemas']['RetentionController.Due'];

/** What evidence may be kept as. */
export const RECORD_CLASSES = ['evidence', 'drill-record', 'incident-record', 'training-record'] as const;

/** What is said of a file that is added; an empty text is not said. */
export type Told = Record<
  'recordClass' | 'collectedAt' | 'collectedBy' | 'authorisedBy' | 'present' | 'place' | 'description',
  string
>;

export const listEvidence = (
  subjectType: string,
  subject: string,
): Promise<components['schemas']['EvidenceController.ItemList']> =>
  getJson(`/api/evidence?${new URLSearchParams({ subjectType, subject }).toString()}`);

export const getEvidence = (id: number): Promise<EvidenceDetail> => getJson(`/api/evidence/${id}`);

export const verifyEvidence = (id: number): Promise<components['schemas']['Verification']> =>
  postJson(`/api/evidence/${id}/verify`, {});

export const handOver = (id: number, to: string, note: string): Promise<EvidenceItem> =>
  postJson(`/api/evidence/${id}/hand-over`, { to, note });

/** Adds a file to a thing. */
export async function addEvidence(
  subjectType: string,
  subject: string,
  file: File,
  told: Told,
): Promise<EvidenceDetail> {
  const form = new FormData();
  form.append('subjectType', subjectType);
  form.append('subject', subject);
  for (const [part, text] of Object.entries(told)) if (text.trim() !== '') form.append(part, text.trim());
  form.append('file', file, file.name);
  return answered(await send('/api/evidence', { method: 'POST', body: form }));
}

export const getPolicies = (): Promise<Policy[]> => getJson('/api/retention');
export const getDue = (): Promise<Due[]> => getJson('/api/retention/due');
export const getHolds = (): Promise<Hold[]> => getJson('/api/retention/holds');

export const changePolicy = (recordClass: string, years: number, version: number, reason: string): Promise<Policy> =>
  putJson(`/api/retention/${recordClass}`, { years, version, reason });

export const placeHold = (recordType: string, record: string, reason: string): Promise<Hold> =>
  postJson('/api/retention/holds', { recordType, record, reason });

export const liftHold = (id: number, reason: string): Promise<Hold> =>
  postJson(`/api/retention/holds/${id}/lift`, { reason });

export const deleteRecord = (recordType: string, record: string, reason: string): Promise<unknown> =>
  postJson('/api/retention/deletions', { recordType, record, reason });

/** 700 KB, 1.2 MB: the size of a file. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0B`;
  return bytes < 1e6 ? `${Math.round(bytes / 1000)}\u00a0KB` : `${(bytes / 1e6).toFixed(1)}\u00a0MB`;
}

/** A moment as a field of the page has it, in the organisation's time, as the service reads it; empty where none is told. */
export const instantOf = (local: string): string => (local === '' ? '' : momentOf(local).toISOString());
