/** Times of a glyph in hours; null: not known or, of a quantile, never. */
export interface Times {
  rto: number | null;
  mtpd: number | null;
  p05?: number | null;
  p50: number | null;
  p95: number | null;
  p99?: number | null;
  /** How long it took the last time, as a dot. */
  last?: number | null;
}

/** Where the linear axis of a glyph ends: what matters is on it, and a far MTPD does not squeeze the rest. */
export function axisEnd({ rto, mtpd, p50, p95, p99 }: Times): number {
  const estimate = Math.max(p95 ?? 0, p50 ?? 0);
  const near = Math.max((rto ?? 0) * 1.2, estimate * 1.25, 1 / 60);
  const whisker = Math.min(p99 ?? 0, near * 1.6);
  const base = Math.max(near, whisker * 1.04);
  return mtpd !== null && mtpd <= base * 2 ? Math.max(base, mtpd * 1.06) : base;
}

/** The part of a bar up to the target and the part beyond it. */
export function split(
  from: number,
  to: number,
  rto: number | null,
): { good: [number, number]; late: [number, number] } {
  const at = rto === null ? to : Math.min(Math.max(rto, from), to);
  return { good: [from, at], late: [at, to] };
}
