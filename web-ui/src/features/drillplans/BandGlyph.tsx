import type { ReactElement } from 'react';
import { Sized } from '../../components/Sized';
import { tickLabels, ticks } from '../../lib/axis';
import { hours } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { Band } from './api';

const PAD = 10;

/** The glyph of a planned drill on an axis of hours: the 80 % band as a bar, its median as a line in it, the planned length as an outline. */
export function BandGlyph({ band, planned }: { band: Band; planned: number | null }): ReactElement {
  const { t, language } = useLanguage();
  const time = (value: number | null): string => (value === null ? t('never') : hours(value, language));
  const label = t('dplGlyph', {
    low: time(band.p10),
    high: time(band.p90),
    median: time(band.p50),
    planned: planned === null ? '–' : hours(planned, language),
  });
  return <Sized>{(width) => <Drawn width={width} label={label} band={band} planned={planned} />}</Sized>;
}

function Drawn({
  width,
  label,
  band,
  planned,
}: {
  width: number;
  label: string;
  band: Band;
  planned: number | null;
}): ReactElement {
  const { t, language } = useLanguage();
  const end = Math.max(band.p95 ?? 0, band.p90 ?? 0, planned ?? 0, band.p50 ?? 0, 1 / 60) * 1.15;
  const x = (value: number): number => PAD + (Math.min(value, end) / end) * (width - 2 * PAD);
  const at = ticks(end, width < 420 ? 4 : 8);
  const labels = tickLabels(at, language);
  const from = band.p10 ?? end;
  const to = band.p90 ?? end;
  return (
    <svg viewBox={`0 0 ${width} 74`} role="img" aria-label={label} className="chart">
      {at.map((tick) => (
        <line key={tick} className="grid" x1={x(tick)} x2={x(tick)} y1={18} y2={52} />
      ))}
      <line className="axis" x1={PAD} x2={width - PAD} y1={52.5} y2={52.5} />
      {at.map((tick, i) => (
        <text key={tick} x={x(tick)} y={68} textAnchor={i === 0 ? 'start' : i === at.length - 1 ? 'end' : 'middle'}>
          {labels[i]}
        </text>
      ))}
      {planned !== null && (
        <>
          <rect className="plannedband" x={x(0)} y={22} width={Math.max(2, x(planned) - x(0))} height={26} />
          <text
            className="halo"
            x={Math.min(x(planned), width - PAD)}
            y={12}
            textAnchor={x(planned) > 90 ? 'end' : 'start'}
          >
            {t('dplAsPlanned', { time: hours(planned, language) })}
          </text>
        </>
      )}
      <rect className="bar" x={x(from)} y={29} width={Math.max(2, x(to) - x(from))} height={12} />
      {band.p50 !== null && <line className="est-median" x1={x(band.p50)} x2={x(band.p50)} y1={26} y2={44} />}
    </svg>
  );
}
