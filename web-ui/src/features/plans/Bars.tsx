import type { ReactElement } from 'react';
import type { Band, Step } from './api';
import { useWords } from './words';

const part = (value: number | null, end: number): number =>
  value === null ? 100 : Math.min(100, Math.max(0, (value / end) * 100));

/** The bar of a step: dark from P50 of the start to P50 of the end, light on to P95 of the end. */
export function StepBar({ step, end }: { step: Step; end: number }): ReactElement {
  const from = part(step.start.p50, end);
  const middle = Math.max(from, part(step.done.p50, end));
  const to = Math.max(middle, part(step.done.p95, end));
  return (
    <span className="track" aria-hidden="true">
      <i className="work" style={{ left: `${from}%`, width: `${Math.max(0.6, middle - from)}%` }} />
      <i className="tail" style={{ left: `${middle}%`, width: `${to - middle}%` }} />
    </span>
  );
}

/** The estimate (P50 to P95) against its target, small, on an axis of its own. */
export function SmallGlyph({ band, rto }: { band: Band; rto: number | null }): ReactElement {
  const words = useWords();
  const end = Math.max(rto ?? 0, band.p95 ?? band.p50 ?? 0, 0.01) * 1.1;
  const from = part(band.p50, end);
  const to = Math.max(from, part(band.p95, end));
  const split = rto === null ? to : Math.min(Math.max(part(rto, end), from), to);
  return (
    <span className="small-glyph">
      <span className="track" aria-hidden="true">
        <i className="work" style={{ left: `${from}%`, width: `${split - from}%` }} />
        <i className="over" style={{ left: `${split}%`, width: `${to - split}%` }} />
        {rto !== null && <i className="goal" style={{ left: `${part(rto, end)}%` }} />}
      </span>
      <span className="figures">{words.band(band)}</span>
    </span>
  );
}
