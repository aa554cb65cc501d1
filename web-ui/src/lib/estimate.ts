import type { ElementEstimate, Evidence } from './api';

/** An element is rarely hit when fewer than half of the trials disrupt it. */
export const isRare = (of: { disrupted: { estimate: number } }): boolean => of.disrupted.estimate < 0.5;

/** The times that a glyph draws: where hits are rare, those of the trials that are hit, since the rest lie at nought. */
export function timesOf(of: {
  disrupted: { estimate: number };
  objectives: { rto?: number; mtpd?: number };
  recovery: { p05: number | null; p50: number | null; p95: number | null; p99: number | null };
  whenDisrupted: { p50: number | null; p95: number | null } | null;
}): {
  rto: number | null;
  mtpd: number | null;
  p05: number | null;
  p50: number | null;
  p95: number | null;
  p99: number | null;
} {
  const targets = { rto: of.objectives.rto ?? null, mtpd: of.objectives.mtpd ?? null };
  const { p05, p50, p95, p99 } = of.recovery;
  if (isRare(of) && of.whenDisrupted)
    return { ...targets, p05: null, p50: of.whenDisrupted.p50, p95: of.whenDisrupted.p95, p99: of.whenDisrupted.p95 };
  return { ...targets, p05, p50, p95, p99 };
}

/** From the least chance to be in time; without a target or at the same chance from the longest P95. */
export function worstFirst(a: ElementEstimate, b: ElementEstimate): number {
  const chance = (of: ElementEstimate): number => of.recovery.withinRto?.estimate ?? 1;
  const late = (of: ElementEstimate): number => of.recovery.p95 ?? Infinity;
  if (chance(a) !== chance(b)) return chance(a) - chance(b);
  return late(a) === late(b) ? a.element.localeCompare(b.element) : late(b) - late(a);
}

export const EVIDENCE = ['measured', 'contract', 'expert', 'default'] as const satisfies readonly (keyof Evidence)[];

/** How many times there are, and the share of them that is expert judgement or default; null where there are none. */
export function guessShare(evidence: Evidence): { times: number; share: number | null } {
  const times = EVIDENCE.reduce((sum, each) => sum + evidence[each], 0);
  return { times, share: times === 0 ? null : (evidence.expert + evidence.default) / times };
}
