/** What the pages of service levels work out by themselves. */
import type { Agreement, LevelRecord, Pairs, Period, PromiseCheck, Sla } from './api';

/** 99.95 %: a promised share with as many digits as it has, six at most. */
export const promise = (share: number): string => `${Number((share * 100).toFixed(6))}\u00a0%`;

/** 99.8702 %: a share that follows from others, with four digits; never rounded up to a promise that is not kept. */
export const atBest = (share: number): string => `${(Math.floor(share * 1e6 + 1e-6) / 1e4).toFixed(4)}\u00a0%`;

/** Why it cannot be told whether a promise is carried: it could not be worked out, nothing is recorded, or links promise nothing. */
export const doubt = (
  check: Pick<PromiseCheck, 'reason' | 'composite' | 'missingTotal'>,
): 'open' | 'nothing' | 'unknown' =>
  check.reason !== null ? 'open' : check.composite === null && check.missingTotal === 0 ? 'nothing' : 'unknown';

/** Whether a run was made when something else was promised, so that it is no forecast of what is promised now. */
export const knewOther = (element: { promised: number | null }, sla: Sla | undefined): boolean =>
  element.promised !== null &&
  sla?.availability !== undefined &&
  promise(element.promised) !== promise(sla.availability);

/** The kind of a measured period: 2026-09, 2026-Q3 or 2026. */
export const kindOf = (period: string): Period =>
  period.includes('Q') ? 'quarter' : period.includes('-') ? 'month' : 'year';

/** A number that somebody has typed: undefined where nothing is, NaN where it is none. */
export function typedNumber(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0%]/g, '').replace(',', '.');
  return plain === '' ? undefined : Number(plain);
}

/** The record with another agreement in a place; without one where that is undefined. */
export function withAgreement(record: LevelRecord, at: number, agreement: Agreement | undefined): LevelRecord {
  const all = [...(record['x-agreements'] ?? [])];
  if (agreement === undefined) all.splice(at, 1);
  else all[at] = agreement;
  return { ...record, 'x-agreements': all };
}

/** An object without the keys that say nothing. */
export function said<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).filter(([, each]) => {
      const empty = typeof each === 'object' && each !== null && Object.keys(each).length === 0;
      return each !== undefined && each !== '' && !empty;
    }),
  ) as T;
}

/** An id that no agreement has yet. */
export function freeId(all: Agreement[], kind: string): string {
  for (let i = 1; ; i++) {
    const id = i === 1 ? kind : `${kind}-${i}`;
    if (!all.some((each) => each.id === id)) return id;
  }
}

/**
 * The chance that an outage is over within a time, as the quantiles of a run tell it: between two of them nothing more is known.
 */
export function within(
  quantiles: { p50: number | null; p80?: number | null; p90?: number | null; p95: number | null; p99: number | null },
  hours: number,
): { low: number; high: number } {
  const known: [number, number | null | undefined][] = [
    [0.5, quantiles.p50],
    [0.8, quantiles.p80],
    [0.9, quantiles.p90],
    [0.95, quantiles.p95],
    [0.99, quantiles.p99],
  ];
  let low = 0;
  for (const [share, value] of known) {
    if (value === undefined) continue;
    if (value === null || value > hours) return { low, high: share };
    low = share;
  }
  return { low, high: 1 };
}

/** Pairs as they are typed and shown, the first in percent or hours, the second in percent. */
export const pairsAs = (pairs: Pairs | undefined, shares: boolean): { limit: string; share: string }[] =>
  (pairs ?? []).map(([limit, share]) => ({
    limit: String(Number((shares ? limit * 100 : limit).toFixed(6))),
    share: String(Number((share * 100).toFixed(6))),
  }));
