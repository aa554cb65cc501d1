/** Answers of the service, as the pages use them. */
export interface Estimate {
  estimate: number;
  low: number;
  high: number;
}
export interface Named {
  id: string;
  name?: string | null;
  names?: Record<string, string> | null;
}
export interface Row extends Named {
  type: 'service' | 'process';
  tier: number | null;
  rtoHours: number | null;
  mtpdHours: number | null;
}
export interface Column extends Named {
  origin: string | null;
  frequency: number | null;
}
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
export interface RunInfo {
  id: number;
  scenario: string;
  status: 'queued' | 'running' | 'finished' | 'failed' | 'cancelled';
  trials: number;
  trialsDone: number;
  seed: number;
  engineVersion: string;
  modelDigest: string;
  requestedAt: string;
  error: string | null;
}
export interface Cell {
  row: string;
  column: string;
  status: string;
  run: RunInfo | null;
  runId: number | null;
  stale: boolean;
  trials: number | null;
  disrupted?: Estimate;
  withinRto?: Estimate | null;
  withinRtoWhenDisrupted?: Estimate | null;
  p50?: number | null;
  p95?: number | null;
  p95WhenDisrupted?: number | null;
  guesses?: number;
  never?: number;
}
export interface Meta {
  version: string;
  organisation: (Omit<Named, 'id'> & { currency: string | null }) | null;
  elements: number;
}
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
export interface Overview {
  organisation: Named & { currency: string | null };
  rows: Row[];
  columns: Column[];
  cells: Cell[];
  running: number;
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
  headroom: { unit: string; p05: number | null; p50: number | null; belowZero: Estimate } | null;
  capacity: CapacityPoint[];
  driving: { id: string; share: number }[];
}
export interface Result {
  scenario: string;
  trials: number;
  seed: number;
  engine: string;
  model: { name: string; digest: string };
  elements: ElementResult[];
  findings: { code: string; severity: string; elements: string[]; message: string }[];
}

/** What went wrong, in the service's words, with its stable code. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly status: number,
  ) {
    super(message);
  }
}

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as { detail?: string; code?: string };
    const bare = `${response.status} ${response.statusText}`;
    throw new Problem(problem.detail ?? bare, problem.code ?? 'unknown', response.status);
  }
  return (await response.json()) as T;
}

export const getJson = async <T>(path: string): Promise<T> => answer<T>(await fetch(path));

export const postJson = async <T>(path: string, body: unknown): Promise<T> =>
  answer<T>(
    await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  );
