import type { ReactElement } from 'react';
import type { CapacityPoint, ElementResult } from '../../lib/api';
import { hours } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';

const W = 420;
const H = 220;
const L = 36;
const B = 28;
const T = 18;

function Frame({
  end,
  children,
  label,
}: {
  end: number;
  children: ReactElement | (ReactElement | null)[];
  label: string;
}): ReactElement {
  const { language } = useLanguage();
  return (
    <svg viewBox={`0 0 ${W} ${H}`} role="img" aria-label={label} className="chart">
      {[0, 25, 50, 75, 100].map((tick) => (
        <g key={tick}>
          <line className="grid" x1={L} x2={W - 10} y1={y(tick / 100)} y2={y(tick / 100)} />
          <text x={L - 6} y={y(tick / 100) + 4} textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <text
          key={part}
          x={x(end * part, end)}
          y={H - 8}
          textAnchor={part === 1 ? 'end' : part === 0 ? 'start' : 'middle'}
        >
          {part === 0 ? '0' : hours(end * part, language)}
        </text>
      ))}
      {children}
    </svg>
  );
}

const x = (value: number, end: number): number => L + (Math.min(value, end) / end) * (W - L - 10);
const y = (share: number): number => T + (1 - share) * (H - T - B);
const line = (points: [number, number][]): string =>
  points.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`).join('');

/** Share of trials back by an hour, with the targets. */
export function RecoveryCurve({ element, label }: { element: ElementResult; label: string }): ReactElement {
  const { t } = useLanguage();
  const curve = element.recovery.curve;
  const end = curve.at(-1)?.hours ?? 1;
  const { rto, mtpd } = element.objectives;
  return (
    <Frame end={end} label={label}>
      <path className="est" d={line(curve.map((point) => [x(point.hours, end), y(point.share)]))} />
      {rto === undefined ? null : (
        <g>
          <line className="target" x1={x(rto, end)} x2={x(rto, end)} y1={T} y2={H - B} />
          <text className="t-ink t-b halo" x={x(rto, end)} y={12} textAnchor="middle">
            {t('rto')}
          </text>
        </g>
      )}
      {mtpd === undefined ? null : (
        <g>
          <line className="limit" x1={x(mtpd, end)} x2={x(mtpd, end)} y1={T} y2={H - B} />
          <text className="halo" x={x(mtpd, end)} y={12} textAnchor={x(mtpd, end) > W - 40 ? 'end' : 'middle'}>
            {t('mtpd')}
          </text>
        </g>
      )}
    </Frame>
  );
}

/** Steps: a share holds from its hour until the next one. */
function band(
  points: CapacityPoint[],
  low: (p: CapacityPoint) => number,
  high: (p: CapacityPoint) => number,
  end: number,
): string {
  const forth = points.map((p): [number, number] => [x(p.hours, end), y(high(p))]);
  const back = [...points].reverse().map((p): [number, number] => [x(p.hours, end), y(low(p))]);
  return `${line([...forth, ...back])}Z`;
}

/** Delivered share over time as a fan. */
export function CapacityFan({ element, label }: { element: ElementResult; label: string }): ReactElement {
  const back = element.recovery.p99 ?? 720;
  const last = element.capacity.find((point) => point.hours >= Math.max(back * 1.2, 1))?.hours ?? 720;
  const points = element.capacity.filter((point) => point.hours <= last);
  return (
    <Frame end={last} label={label}>
      <path
        className="band"
        d={band(
          points,
          (p) => p.p05,
          (p) => p.p95,
          last,
        )}
      />
      <path
        className="band2"
        d={band(
          points,
          (p) => p.p25,
          (p) => p.p75,
          last,
        )}
      />
      <path className="est" d={line(points.map((p) => [x(p.hours, last), y(p.p50)]))} />
    </Frame>
  );
}
