/** Answers of the service levels room, as its pages use them; times in hours, shares from 0 to 1. */
import { answered } from '../../lib/answer';
import { getJson, postJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { send } from '../../lib/http';

type Schemas = components['schemas'];
export type Row = Schemas['AgreementRow'];
export type RowPage = Schemas['AgreementController.LevelPage'];
export type Reminder = Schemas['Reminder'];
export type PromiseCheck = Schemas['PromiseCheck'];
export type Link = Schemas['PromiseCheck.Link'];
export type Thing = Schemas['AgreedThing'];
export type SupplierGap = Schemas['SupplierGap'];
export type Subcontract = Schemas['AgreementView.Subcontract'];
export type Violation = Schemas['Problem.Violation'];
export type CreditAnswer = Schemas['CreditAnswer'];
export type MeasuredLevel = Schemas['MeasuredLevel'];
export type Item = Schemas['MeasuredLevel.Item'];
export type Notice = Schemas['Notice'];
export type NoticePage = Schemas['NoticeController.NoticePage'];
export type YearReview = Schemas['YearReview'];
export type ReviewPage = Schemas['YearReviewController.ReviewPage'];
export type TableOutcome = Schemas['Measurements.TableOutcome'];
export type Submitted = Omit<Schemas['AgreementApprovalController.AgreementVersion'], 'record'>;

export type Kind = 'sla' | 'ola' | 'contract';
export type Period = 'month' | 'quarter' | 'year';
export type Pairs = [number, number][];

/** What is agreed, in the notation of the model file. */
export interface Agreement {
  id: string;
  kind: Kind;
  name?: string;
  counterparty?: string;
  covers?: 'whole' | 'own';
  availability?: number;
  per?: Period;
  longestOutage?: number;
  rto?: number;
  rpo?: number;
  start?: string;
  end?: string;
  noticeDays?: number;
  nextReview?: string;
  normalEnd?: string;
  earlyEnd?: string;
  exitPlan?: string;
  subcontractors?: { name: string; role: string; element?: string }[];
  continuity?: { rto?: number; rpo?: number; evidence?: string; document?: string; lastDrill?: string };
  reportsEvery?: Period;
  reports?: { period: string; received: string; reviewer?: string; reviewed?: string; result?: string }[];
  notes?: string;
}
export interface Sla {
  availability?: number;
  per?: Period;
  fee?: number;
  credits?: Pairs;
  creditsByOutage?: Pairs;
}
export interface LevelRecord {
  sla?: Sla;
  'x-agreements'?: Agreement[];
}
export type View = Omit<Schemas['AgreementView'], 'record'> & { record: LevelRecord };
/** What is agreed with the version that a change of it is made on. */
export interface Loaded {
  view: View;
  tag: string;
}
export interface Case {
  down: number;
  outages: number[];
  length?: number;
}

const BASE = '/api/service-levels';

/** The address of an element's agreements in the API. */
export const levelPath = (id: string): string => `${BASE}/${encodeURIComponent(id)}`;

async function loadedFrom(response: Response): Promise<Loaded> {
  const tag = response.headers.get('ETag') ?? '*';
  return { view: await answered<View>(response), tag };
}

const write = (method: string, path: string, tag: string, body: unknown): Promise<Response> =>
  send(path, {
    method,
    headers: { 'Content-Type': 'application/json', 'If-Match': tag },
    body: JSON.stringify(body),
  });

export const getLevel = async (id: string): Promise<Loaded> => loadedFrom(await send(levelPath(id)));

export const saveLevel = async (id: string, tag: string, record: LevelRecord, reopen: boolean): Promise<Loaded> =>
  loadedFrom(await write('PUT', `${levelPath(id)}${reopen ? '?reopen=true' : ''}`, tag, record));

export const getCredits = async (id: string, cases: Case[]): Promise<CreditAnswer[]> =>
  (await postJson<{ answers: CreditAnswer[] }>(`${levelPath(id)}/credits`, { cases })).answers;

export async function getMeasured(id: string): Promise<{ levels: MeasuredLevel[]; tag: string }> {
  const response = await send(`${levelPath(id)}/measurements`);
  const tag = response.headers.get('ETag') ?? '*';
  return { levels: (await answered<{ levels: MeasuredLevel[] }>(response)).levels, tag };
}

export const addMeasured = (id: string, said: unknown): Promise<unknown> =>
  postJson(`${levelPath(id)}/measurements`, said);

export const correctMeasured = async (id: string, number: number, version: number, said: unknown): Promise<unknown> =>
  answered(await write('PUT', `${levelPath(id)}/measurements/${number}`, `"${version}"`, said));

export async function removeMeasured(id: string, number: number, version: number): Promise<void> {
  const response = await send(`${levelPath(id)}/measurements/${number}`, {
    method: 'DELETE',
    headers: { 'If-Match': `"${version}"` },
  });
  if (!response.ok) await answered<never>(response);
}

export const pasteMeasured = async (id: string, tag: string, text: string, dry: boolean): Promise<TableOutcome> =>
  answered<TableOutcome>(
    await send(`${levelPath(id)}/measurements/table?dry=${dry}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'text/plain', 'If-Match': tag },
      body: text,
    }),
  );

export const getNotices = (id?: string): Promise<NoticePage> =>
  getJson<NoticePage>(`/api/service-level-notices${id === undefined ? '' : `?element=${encodeURIComponent(id)}`}`);

export const addNotice = (said: {
  element: string;
  cause: string;
  about: string;
  recipient: string;
}): Promise<Notice> => postJson<Notice>('/api/service-level-notices', said);

export const markTold = async (notice: Notice, toldOn: string, toldHow: string): Promise<Notice> =>
  answered<Notice>(
    await write('PUT', `/api/service-level-notices/${notice.id}/told`, `"${notice.version}"`, {
      toldOn,
      ...(toldHow ? { toldHow } : {}),
    }),
  );

export const getReviews = (): Promise<ReviewPage> => getJson<ReviewPage>('/api/service-level-reviews');

export const keepReview = async (said: unknown, before: YearReview | null): Promise<YearReview> =>
  before === null
    ? postJson<YearReview>('/api/service-level-reviews', said)
    : answered<YearReview>(await write('PUT', `/api/service-level-reviews/${before.id}`, `"${before.version}"`, said));
