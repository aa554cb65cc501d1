import { type Estimate, type Finding, getJson, type Named, postJson, type RunInfo } from '../../lib/api';
import type { DrillType } from './api';

/** How a quantity varies over trials; null: that rank, or every trial, is never. */
export interface Spread {
  mean: number | null;
  meanLow: number | null;
  meanHigh: number | null;
  p50: number | null;
  p95: number | null;
  p95Low: number | null;
  p95High: number | null;
  never: number;
}
export interface Criterion {
  code: string;
  subject: string | null;
  target: number | null;
  met: Estimate;
}
export interface Lesson {
  input: string;
  owner: string;
  method: string | null;
  quantity: string;
  weight: number;
  share: Estimate;
  expectedReduction: number;
}
export interface Teaching {
  status: 'estimated' | 'not-asked' | 'nothing-uncertain';
  scenario: string | null;
  element: string | null;
  draws: number;
  expectedReduction: number;
  inputs: Lesson[];
}
export interface CallTree {
  leader: string | null;
  decided: Spread;
  response: Spread;
  teams: { id: string; alerted: Estimate; alertedAt: Spread; readyAt: Spread }[];
}
export interface Store {
  id: string;
  restored: Estimate;
  duration: Spread;
  dataLoss: Spread;
  noUsableCopy: Estimate;
  rpo: number | null;
}
export interface Timeline {
  disrupted: Estimate;
  elements: { id: string; recovery: Spread; dataLoss: Spread; rto: number | null; rpo: number | null }[];
}
export interface Switch {
  switched: string[];
  visible: string[];
  rollback: Estimate;
  switching: Spread;
  stay: number;
  back: Spread;
  headroom: { id: string; unit: string; p05: number | null; p50: number | null; belowZero: Estimate }[];
  window: { best: 'office' | 'off' | null; office: Spread | null; off: Spread | null };
}
/** A type that was estimated; exactly one of the four details is there. */
export interface Estimated {
  type: DrillType;
  problem: null;
  duration: Spread;
  passed: Estimate;
  criteria: Criterion[];
  peopleHours: Spread;
  production: { why: string; atRisk: Estimate; hours: Spread | null };
  callTree?: CallTree;
  stores?: Store[];
  timeline?: Timeline;
  switch?: Switch;
  gaps: Finding[];
  teaches: Teaching;
}
export interface NotPossible {
  type: DrillType;
  problem: Finding;
}
export interface DrillEstimate {
  drill: string;
  scenario: string | null;
  announced: boolean;
  trials: number;
  seed: number;
  engine: string;
  asOf: string | null;
  model: { name: string; digest: string };
  scope: string[];
  types: (Estimated | NotPossible)[];
}
/** A drill that is written down, with the newest runs on it. */
export interface WrittenDrill extends Named {
  types: DrillType[];
  announced: boolean;
  scenario: Named | null;
  scope: string[];
  steps: number;
  newest: RunInfo | null;
  estimate: number | null;
  modelChanged: boolean;
}

export const listWritten = (): Promise<WrittenDrill[]> => getJson<WrittenDrill[]>('/api/drills');

/** Asks for an estimate; dates of review are judged as of the day given. */
export const askEstimate = (drill: string, asOf: string): Promise<RunInfo> =>
  postJson<RunInfo>('/api/runs', { kind: 'drill', drill, options: { asOf } });

export const isEstimated = (type: Estimated | NotPossible): type is Estimated => type.problem === null;

/** The type that is least likely to meet its criteria; undefined where none was estimated. */
export function weakest(types: DrillEstimate['types']): Estimated | undefined {
  return types
    .filter(isEstimated)
    .reduce<Estimated | undefined>(
      (least, each) => (least === undefined || each.passed.estimate < least.passed.estimate ? each : least),
      undefined,
    );
}

/** The command that gives the same bytes from the downloaded model. */
export function command(run: string, result: DrillEstimate, options: string): string {
  const known = JSON.parse(options === '' ? '{}' : options) as Record<string, unknown>;
  const words: [string, string][] = [
    ['announced', '--announced'],
    ['asOf', '--as-of'],
    ['stay', '--stay'],
    ['demand', '--demand'],
    ['draws', '--draws'],
  ];
  const more = words.filter(([key]) => known[key] != null).map(([key, word]) => ` ${word} ${String(known[key])}`);
  return `./holdfast drill run-${run}.json --drill ${result.drill} --trials ${result.trials} --seed ${result.seed}${more.join('')}`;
}
