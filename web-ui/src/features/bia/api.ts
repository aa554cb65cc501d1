/** Answers of the impact analysis room, as its pages use them; times in hours. */
import { answered } from '../../lib/answer';
import { getJson, postJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { send } from '../../lib/http';

type Schemas = components['schemas'];
export type Row = Schemas['AnalysisRow'];
export type RowPage = Schemas['AnalysisController.Page'];
export type Standing = Omit<Schemas['Standing'], 'approved'> & { approved: BiaRecord | null };
export type Proposals = Schemas['Proposals'];
export type Violation = Schemas['Problem.Violation'];
export type Thing = Schemas['Thing'];
export type Related = Schemas['AnalysisView.Related'];
export type CopyCheck = Schemas['AnalysisView.CopyCheck'];
export type MethodTime = Schemas['AnalysisView.MethodTime'];
export type Scales = Schemas['Scales'];
export type KeptScales = Schemas['KeptScales'];
export type Submitted = Omit<Schemas['AnalysisApprovalController.Version'], 'record'>;

export type Points = [number, number][];
export type Evidence = 'measured' | 'contract' | 'expert' | 'default';
/** What is said of impact and targets, in the notation of the model file. */
export interface BiaRecord {
  owner?: string;
  tier?: number;
  objectives?: {
    mtpd?: number;
    rto?: number;
    rpo?: number;
    mbco?: number;
    wrt?: number;
    rpoVolume?: { unit: string; amount: number };
  };
  impact?: { loss?: Points; proRata?: boolean; levels?: Record<string, Points> };
  'x-bia'?: {
    reasons?: Record<string, string>;
    kinds?: Record<string, { amounts?: Points; reason?: string }>;
    peaks?: { when: string; demand?: number }[];
    minimum?: string;
    stopgap?: { what: string; hours?: number };
    backup?: { every?: number; takes?: number; changePerHour?: number };
    authors?: string[];
    stakeholders?: string[];
    evidence?: Record<string, { evidence: Evidence; source?: string; observations?: number }>;
    review?: { next?: string; trigger?: string };
  };
}
export type View = Omit<Schemas['AnalysisView'], 'record' | 'standing'> & { record: BiaRecord; standing: Standing };
export interface Preview {
  violations: Violation[];
  missing: string[];
  proposals: Proposals | null;
}
/** An analysis with the version that a change of it is made on. */
export interface Loaded {
  view: View;
  tag: string;
}

/** The address of an analysis in the API. */
export const analysisPath = (id: string): string => `/api/impact-analyses/${encodeURIComponent(id)}`;

async function loadedFrom(response: Response): Promise<Loaded> {
  const tag = response.headers.get('ETag') ?? '*';
  return { view: await answered<View>(response), tag };
}

export const getAnalysis = async (id: string): Promise<Loaded> => loadedFrom(await send(analysisPath(id)));

const put = (path: string, tag: string, body: unknown): Promise<Response> =>
  send(path, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'If-Match': tag },
    body: JSON.stringify(body),
  });

export const saveAnalysis = async (id: string, tag: string, record: BiaRecord, reopen: boolean): Promise<Loaded> =>
  loadedFrom(await put(`${analysisPath(id)}${reopen ? '?reopen=true' : ''}`, tag, record));

export const previewAnalysis = (id: string, record: BiaRecord): Promise<Preview> =>
  postJson<Preview>(`${analysisPath(id)}/preview`, record);

export const getScales = (): Promise<KeptScales> => getJson<KeptScales>('/api/impact-scales');

export const saveScales = async (version: number, scales: Scales): Promise<KeptScales> =>
  answered<KeptScales>(await put('/api/impact-scales', `"${version}"`, scales));

export const getRows = (search: URLSearchParams): Promise<RowPage> =>
  getJson<RowPage>(`/api/impact-analyses?${search.toString()}`);

export const callForReview = async (id: string, kind: string, about: string): Promise<void> => {
  const response = await send(`${analysisPath(id)}/triggers`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ kind, about }),
  });
  if (!response.ok) await answered<never>(response);
};
