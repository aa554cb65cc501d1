/** Answers of the room of changes, as its pages use them; windows in the organisation's time. */
import { answered } from '../../lib/answer';
import { getJson, postJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { send } from '../../lib/http';

type Schemas = components['schemas'];
export type Row = Schemas['ChangeRow'];
export type RowPage = Schemas['ChangeController.Page'];
export type View = Schemas['ChangeView'];
export type Proposal = Schemas['Proposal'];
export type Impact = Schemas['Impact'];
export type Execution = Schemas['Execution'];
export type Analysis = Schemas['ChangeAnalysis'];
export type Conclusion = Schemas['Conclusion'];
export type Settings = Schemas['ChangeSettings'];
export type Baseline = Schemas['Baseline'];
export type BaselineList = Schemas['BaselineController.BaselineList'];
export type DifferenceView = Schemas['BaselineController.DifferenceView'];
export type Submitted = Schemas['ChangeApprovalController.Version'];
export type Violation = Schemas['Problem.Violation'];

/** The address of a change in the API. */
export const changePath = (id: number | string): string => `/api/changes/${id}`;

export const getChange = (id: string): Promise<View> => getJson(changePath(id));
export const getImpact = (id: string): Promise<Impact> => getJson(`${changePath(id)}/impact`);

const write = async <T>(method: string, path: string, version: number, body: unknown): Promise<T> =>
  answered<T>(
    await send(path, {
      method,
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
      body: JSON.stringify(body),
    }),
  );

export const createChange = (proposal: Proposal): Promise<View> => postJson('/api/changes', proposal);
export const saveChange = (id: number, version: number, proposal: Proposal, reopen: boolean): Promise<View> =>
  write('PUT', `${changePath(id)}?reopen=${String(reopen)}`, version, proposal);
export const carryOut = (id: number, version: number, said: unknown): Promise<View> =>
  write('POST', `${changePath(id)}/execution`, version, said);
export const closeChange = (id: number, version: number, said: unknown): Promise<View> =>
  write('POST', `${changePath(id)}/closing`, version, said);
export const saveSettings = (settings: Settings, approveWithinHours: number): Promise<Settings> =>
  write('PUT', '/api/change-settings', settings.version, { approveWithinHours });

export const getBaselines = (): Promise<BaselineList> => getJson('/api/baselines');
