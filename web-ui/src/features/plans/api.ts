/** Answers of the plans room, as its pages use them; times in hours after the event. */
import type { Estimate, RunInfo } from '../../lib/api';
import { getJson, postJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';

export interface Thing {
  id: string;
  name: string;
}
export interface Band {
  p50: number | null;
  p95: number | null;
}
export type PlanState = 'ready' | 'not-hit' | 'no-run';
export interface PlanPair {
  element: Thing;
  type: string;
  tier: number | null;
  scenario: Thing;
  state: PlanState;
  runId: number | null;
  stale: boolean;
  rtoHours: number | null;
  withinRto: Estimate | null;
  disrupted: Estimate | null;
  recovery: Band | null;
}
export interface Method {
  kind: string;
  name: string | null;
}
export interface Crew {
  team: Thing;
  count: number;
  people: boolean;
}
export interface Evidence {
  word: string | null;
  observations: number | null;
  source: string | null;
  guess: boolean;
}
export interface Otherwise {
  method: Method;
  answers: string[];
  crew: Crew[];
  used: Estimate | null;
  start: Band | null;
  done: Band | null;
  step: number | null;
}
export interface Prerequisite {
  count: number | null;
  minimum: number | null;
  of: Thing[];
  steps: number[];
}
export interface Step {
  number: number;
  element: Thing;
  kind: string;
  method: Method;
  automatic: boolean;
  owner: Thing | null;
  crew: Crew[];
  prerequisites: Prerequisite[];
  used: Estimate;
  start: Band;
  done: Band;
  success: number;
  capacity: number;
  lastsEvidence: string | null;
  driving: number;
  otherwise: Otherwise[];
  copy: { kind: string; everyHours: number | null; usable: number | null; loss: Band | null } | null;
  evidence: Evidence;
}
export interface Plan {
  state: PlanState;
  organisation: string;
  element: Thing;
  type: string;
  owner: Thing | null;
  scenario: {
    id: string;
    name: string;
    origin: string | null;
    frequency: number | null;
    note: string | null;
    staff: number;
    demand: number;
    horizonHours: number;
  };
  run: {
    id: number;
    seed: number;
    trials: number;
    engine: string;
    modelDigest: string;
    finishedAt: string | null;
    stale: boolean;
  } | null;
  targets: {
    mtpdHours: number | null;
    rtoHours: number | null;
    rpoHours: number | null;
    mbco: number | null;
    wrtHours: number | null;
    rtoFrom: Thing | null;
  };
  estimate: {
    disrupted: Estimate;
    withinRto: Estimate | null;
    withinMtpd: Estimate | null;
    back: Band;
    recovery: { p05: number | null; p50: number | null; p95: number | null; p99: number | null };
    never: number;
    full: Band;
    dataLoss: Band | null;
    withinRpo: Estimate | null;
    guesses: number;
  } | null;
  activation: {
    called: Estimate;
    decided: Band | null;
    detect: Evidence | null;
    declare: Evidence | null;
    calls: { team: Thing; called: Estimate; ready: Band | null; callOrder: Thing[] }[];
  } | null;
  recovery: Step[];
  validation: { element: Thing; kind: string; disrupted: Estimate; back: Band }[];
  reconstitution: Step[];
  interim: {
    step: number;
    element: Thing;
    method: Method;
    capacity: number;
    retiredBy: number | null;
    full: Band;
  }[];
  teams: {
    phase: string;
    team: Thing;
    people: boolean;
    size: number;
    available: number;
    peak: number;
    peakAt: number | null;
    peakSteps: number[];
    steps: number[];
    isShort: boolean;
  }[];
  capacity: { hours: number; p05: number; p50: number; p95: number }[];
  headroom: { unit: string; p05: number | null; p50: number | null; belowZero: Estimate } | null;
  contacts: { contact: Thing; team: Thing | null; reach: number; deputy: Thing | null }[];
  suppliers: {
    supplier: Thing;
    owner: Thing | null;
    rtoHours: number | null;
    note: string | null;
    disrupted: Estimate;
  }[];
  missed: { target: string; targetHours: number; p95: number | null; within: Estimate | null }[];
  gaps: { code: string; about: Thing[] }[];
  findings: { code: string; severity: string; message: string }[];
  written: { plan: Thing; owner: Thing | null; reviewed: string | null }[];
  drills: { drill: Thing; types: string[]; sameScenario: boolean }[];
}

export const listPlans = async (language: string): Promise<PlanPair[]> =>
  (await getJson<{ items: PlanPair[] }>(`/api/plans?language=${language}`)).items;

export type ApprovalLine = components['schemas']['ApprovalController.Line'];
/** Where documents under approval stand, of plans by `element/scenario`. */
export type Approvals = ReadonlyMap<string, ApprovalLine>;

/** Every document under approval, in one request; the approvals room keeps it under the same key. */
export const listApprovals = (language: string): Promise<components['schemas']['ApprovalController.Lines']> =>
  getJson(`/api/approvals?language=${language}`);

/** Those that are plans. */
export const plansAmong = ({ items }: components['schemas']['ApprovalController.Lines']): Approvals =>
  new Map(items.filter(({ newest }) => newest.type === 'plan').map((line) => [line.newest.subject, line]));

export const planPath = (element: string, scenario: string): string =>
  `/api/plans/${encodeURIComponent(element)}/${encodeURIComponent(scenario)}`;

export const getPlan = (element: string, scenario: string, language: string): Promise<Plan> =>
  getJson<Plan>(`${planPath(element, scenario)}?language=${language}`);

export const askRun = (scenario: string): Promise<RunInfo> => postJson<RunInfo>('/api/runs', { scenario });
