import type { Estimate, Finding, RunInfo } from '../../lib/api';

/** A mean over histories with its interval; null ends where one history says nothing of its spread. */
export interface Money {
  mean: number;
  meanLow: number | null;
  meanHigh: number | null;
  p50: number;
  p95: number;
}

export interface YearElement {
  id: string;
  type: 'asset' | 'service' | 'process';
  availability: { mean: number; low: number | null; high: number | null; p05: number; p50: number };
  outages: { perYear: number; perYearHigh: number | null; meanHours: number | null };
  promised: number | null;
  slaMet: Estimate | null;
  penalty: Money | null;
  loss: Money | null;
}

export interface Exceedance {
  probability: number;
  loss: number;
  lossLow: number;
  lossHigh: number;
}

export interface CapacityOutlook {
  id: string;
  unit: string;
  amount: number;
  load: number;
  exhaustedInYears: number | null;
}

/** The result of years of operation, as its schema describes it. */
export interface YearResult {
  years: number;
  horizon: number;
  warmup: number;
  seed: number;
  engine: string;
  model: { name: string; digest: string };
  elements: YearElement[];
  loss: (Money & { exceedance: Exceedance[] }) | null;
  penalty: Money | null;
  capacity: CapacityOutlook[];
  findings: Finding[];
}

/** Services and processes (all elements where a model has neither), the least available first. */
export function judged(result: YearResult): YearElement[] {
  const above = result.elements.filter((each) => each.type !== 'asset');
  return [...(above.length > 0 ? above : result.elements)].sort((a, b) => a.availability.mean - b.availability.mean);
}

/** Of the elements with a promise: how many there are, and how many keep it in 19 periods of 20. */
export function promises(result: YearResult): { promised: number; kept: number } {
  const with19 = result.elements.filter((each) => each.slaMet !== null);
  return { promised: with19.length, kept: with19.filter((each) => (each.slaMet?.estimate ?? 0) >= 0.95).length };
}

/** Capacities that demand will exceed, the first first. */
export const exhausted = (result: YearResult): CapacityOutlook[] =>
  result.capacity
    .filter((each) => each.exhaustedInYears !== null)
    .sort((a, b) => (a.exhaustedInYears ?? 0) - (b.exhaustedInYears ?? 0));

/**
 * 99.971 %: one digit more than the nines that it has, at most seven, so that services can be told apart; what was never
 * seen to fail is written by its bound.
 */
export function availability(of: { mean: number; low: number | null }): string {
  if (of.mean >= 1) return `>\u00a0${down((of.low ?? 0) * 100, 2)}\u00a0%`;
  const nines = Math.max(0, Math.floor(-Math.log10(1 - of.mean)));
  return `${down(of.mean * 100, Math.min(7, Math.max(1, nines)))}\u00a0%`;
}

function down(percents: number, digits: number): string {
  const unit = 10 ** digits;
  return (Math.floor(percents * unit + 1e-9) / unit).toFixed(digits);
}

/** The newest run that is finished, and the newest of all where it is not over. */
export function newest(runs: RunInfo[]): { finished: RunInfo | undefined; latest: RunInfo | undefined } {
  return { finished: runs.find((run) => run.status === 'finished'), latest: runs[0] };
}
