import { answered } from './answer';
import type { components } from './api/schema';
import { send } from './http';

/** Answers of the service, as the pages use them; what the description of the API types comes from there. */
type Schemas = components['schemas'];
export type Estimate = Schemas['Overview.Estimate'];
export interface Named {
  id: string;
  name?: string | null;
  names?: Record<string, string> | null;
}
export type Row = Schemas['Overview.Row'];
export type Column = Schemas['Overview.Column'];
/** A duration as the model file writes it, with what it rests on. */
export type Duration =
  number | ({ evidence?: keyof Evidence; observations?: number; source?: string } & Record<string, unknown>);
export interface Scenario extends Named {
  origin?: string;
  frequency?: number;
  note?: string;
  detect?: Duration;
  declare?: Duration;
  lasts?: Duration;
  dwell?: Duration;
  staff?: number;
  demand?: number;
  when?: string;
}
/** A rule that the register breaks, and all of them in a few figures. */
export type FindingView = Schemas['FindingView'];
export type RuleCount = Schemas['FindingView.RuleCount'];
export type FindingsSummary = Schemas['FindingsSummary'];
export type RunInfo = Schemas['RunView'];
export type Cell = Schemas['Overview.Cell'];
export type Meta = Schemas['Overview.Meta'];
/** A page of a list. */
export interface Listing<T> {
  items: T[];
  page: number;
  size: number;
  total: number;
}
export interface Evidence {
  measured: number;
  contract: number;
  expert: number;
  default: number;
}
export type ElementType = 'asset' | 'service' | 'process';
export interface ElementRow extends Named {
  type: ElementType;
  kind: string;
  site: string | null;
  zone: string | null;
  owner: string | null;
  tier: number | null;
  needsCount: number;
  neededByCount: number;
  rtoHours: number | null;
  evidence: Evidence;
  externalKey: string | null;
}
export type Overview = Schemas['Overview'];
/** What the newest finished run of a scenario says of one element, in the figures of lists and glyphs. */
export interface ElementEstimate {
  element: string;
  type: ElementType;
  scenario: string;
  run: number;
  trials: number;
  disrupted: Estimate;
  recovery: {
    p05: number | null;
    p50: number | null;
    p95: number | null;
    p95Low: number | null;
    p95High: number | null;
    p99: number | null;
    withinRto: Estimate | null;
    withinMtpd: Estimate | null;
    never: number;
  };
  whenDisrupted: { withinRto: Estimate | null; p50: number | null; p95: number | null } | null;
  objectives: { rto?: number; mtpd?: number; rpo?: number; mbco?: number };
  objectivesFrom: string | null;
  guesses: number;
  loss: { mean: number; meanLow: number; meanHigh: number; p95: number } | null;
  driver: { id: string; share: number } | null;
}
export interface LossPart {
  id: string;
  mean: number;
  low: number;
  high: number;
}
/** Expected loss of money a year over all scenarios that have a frequency. */
export interface YearlyLoss extends Omit<LossPart, 'id'> {
  elements: LossPart[];
  scenarios: LossPart[];
}
/** The register in a few figures, and the names that its rows refer to. */
export interface RegisterSummary {
  total: number;
  types: Partial<Record<ElementType, number>>;
  kinds: Record<string, number>;
  evidence: Evidence;
  singlePoints: string[];
  sites: Named[];
  teams: Named[];
}
export interface GraphNode extends Named {
  type: ElementType;
  kind: string;
  site: string | null;
  spof: boolean;
}
/** What a scenario would hit, before anything is simulated. */
export interface ScenarioHits {
  scenario: string;
  entries: { state: string; probability: number; together: boolean; elements: GraphNode[] }[];
  hit: number;
  down: number;
}
export interface CapacityPoint {
  hours: number;
  mean: number;
  p05: number;
  p25: number;
  p50: number;
  p75: number;
  p95: number;
}
export interface ElementResult {
  id: string;
  type: string;
  disrupted: Estimate;
  recovery: {
    mean: number | null;
    p05: number | null;
    p50: number | null;
    p95: number | null;
    p95Low: number | null;
    p95High: number | null;
    p99: number | null;
    withinRto: Estimate | null;
    withinMtpd: Estimate | null;
    never: number;
    neverHigh: number;
    curve: { hours: number; share: number }[];
  };
  whenDisrupted: { withinRto: Estimate | null; p50: number | null; p95: number | null } | null;
  guesses: number;
  objectivesFrom: string | null;
  objectives: { rto?: number; mtpd?: number; rpo?: number; mbco?: number };
  dataLoss: { mean: number | null; p50: number | null; p95: number | null; withinRpo: Estimate | null } | null;
  loss: { mean: number; meanLow: number; meanHigh: number; p95: number } | null;
  headroom: {
    unit: string;
    p05: number | null;
    p05Low?: number | null;
    p05High?: number | null;
    p50: number | null;
    belowZero: Estimate;
  } | null;
  capacity: CapacityPoint[];
  penalty: { mean: number; meanLow: number; meanHigh: number; p95: number } | null;
  driving: { id: string; share: number; minutesOfP95: number | null }[];
}
export interface Finding {
  code: string;
  severity: string;
  elements: string[];
  message: string;
  messages?: Record<string, string>;
}
export interface Result {
  scenario: string;
  trials: number;
  seed: number;
  engine: string;
  model: { name: string; digest: string };
  elements: ElementResult[];
  findings: Finding[];
}

/** Sends a request with a body, or without one, and reads the answer; one without a body gives undefined. */
async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const init: RequestInit =
    body === undefined
      ? { method, headers }
      : { method, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) };
  const response = await send(path, init);
  return response.status === 204 ? (undefined as T) : answered<T>(response);
}

export const getJson = async <T>(path: string): Promise<T> => answered<T>(await send(path));

export const postJson = <T>(path: string, body: unknown, headers?: Record<string, string>): Promise<T> =>
  request<T>('POST', path, body, headers);

export const putJson = <T>(path: string, body: unknown): Promise<T> => request<T>('PUT', path, body);

export const remove = (path: string): Promise<void> => request<undefined>('DELETE', path);
