import type { ReactElement } from 'react';
import { hours } from '../lib/format';
import { useLanguage } from '../lib/i18n';

interface Times {
  rto: number | null;
  mtpd: number | null;
  p05: number | null;
  p50: number | null;
  p95: number | null;
  p99: number | null;
}

/** Target (ink line), estimate (bar from P50 to P95, late part warm), on one linear axis of hours. */
export function Glyph({ rto, mtpd, p05, p50, p95, p99, width = 640 }: Times & { width?: number }): ReactElement {
  const { language, t } = useLanguage();
  const end = Math.max(rto ?? 0, mtpd ?? 0, p99 ?? p95 ?? p50 ?? 0, 0.01) * 1.08;
  const x = (value: number): number => 8 + (value / end) * (width - 16);
  const from = p50 ?? end;
  const to = p95 ?? end;
  const split = rto === null ? to : Math.min(Math.max(rto, from), to);
  const label =
    `${t('p50')} ${p50 === null ? t('never') : hours(p50, language)}, ${t('p95')} ${p95 === null ? t('never') : hours(p95, language)}` +
    (rto === null ? '' : `, ${t('rto')} ${hours(rto, language)}`);
  return (
    <svg viewBox={`0 0 ${width} 84`} role="img" aria-label={label} className="chart">
      <line className="axis" x1={8} x2={width - 8} y1={60} y2={60} />
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <text
          key={part}
          x={x((end / 1.08) * part)}
          y={76}
          textAnchor={part === 0 ? 'start' : part === 1 ? 'end' : 'middle'}
        >
          {part === 0 ? '0' : hours((end / 1.08) * part, language)}
        </text>
      ))}
      {p05 !== null && <line className="est" x1={x(p05)} x2={x(p99 ?? end)} y1={38} y2={38} />}
      <rect className="bar" x={x(from)} y={31} width={Math.max(0, x(split) - x(from))} height={14} />
      <rect className="late" x={x(split)} y={31} width={Math.max(0, x(to) - x(split))} height={14} />
      {mtpd !== null && <line className="limit" x1={x(mtpd)} x2={x(mtpd)} y1={16} y2={60} />}
      {mtpd !== null && (
        <text
          x={x(mtpd)}
          y={12}
          textAnchor={x(mtpd) > width - 70 ? 'end' : 'middle'}
        >{`${t('mtpd')} ${hours(mtpd, language)}`}</text>
      )}
      {rto !== null && <line className="target" x1={x(rto)} x2={x(rto)} y1={16} y2={60} />}
      {rto !== null && (
        <text
          className="t-ink t-b"
          x={x(rto)}
          y={12}
          textAnchor={x(rto) < 60 ? 'start' : 'middle'}
        >{`${t('rto')} ${hours(rto, language)}`}</text>
      )}
    </svg>
  );
}
