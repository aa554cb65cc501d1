import type { ReactElement } from 'react';
import { Sized } from '../../components/Sized';
import type { Duration } from '../../lib/api';
import { tickLabels, ticks } from '../../lib/axis';
import { shapeOf } from '../../lib/distribution';
import { hours } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';

const H = 78;
const TOP = 16;
const BASE = 58;

/** The density of a duration with its P50 and P95. */
export function Density({ duration, label }: { duration: Duration; label: string }): ReactElement {
  const { language, t } = useLanguage();
  const shape = shapeOf(duration);
  if (shape.kind === 'fixed') return <p className="sub">{t('registerFixed', { time: hours(shape.p50, language) })}</p>;
  const end = Math.max(shape.points.at(-1)?.[0] ?? 0, shape.observed.at(-1) ?? 0, shape.p95) * 1.02;
  const words = `${t('p50')} ${hours(shape.p50, language)}, ${t('p95')} ${hours(shape.p95, language)}`;
  return (
    <Sized>
      {(width) => {
        const x = (value: number): number => 4 + (value / end) * (width - 8);
        const y = (density: number): number => BASE - density * (BASE - TOP);
        const at = ticks(end, 6);
        const labels = tickLabels(at, language);
        const curve = shape.points.map(([px, d]) => `L${x(px).toFixed(1)} ${y(d).toFixed(1)}`).join('');
        const [first, last] = [shape.points[0], shape.points.at(-1)];
        const close = x(shape.p95) - x(shape.p50) < 96;
        return (
          <svg viewBox={`0 0 ${width} ${H}`} role="img" aria-label={`${label}: ${words}`} className="chart">
            <line className="axis" x1={4} x2={width - 4} y1={BASE} y2={BASE} />
            {first && last && (
              <path
                className="density"
                d={`M${x(first[0]).toFixed(1)} ${BASE}${curve}L${x(last[0]).toFixed(1)} ${BASE}Z`}
              />
            )}
            {shape.observed.map((value, i) => (
              <circle key={i} className="dot" cx={x(value)} cy={BASE - 6} r={4} />
            ))}
            {[shape.p50, shape.p95].map((value) => (
              <line key={value} className="est" x1={x(value)} x2={x(value)} y1={TOP} y2={BASE} />
            ))}
            <text className="t-acc t-b halo" x={x(shape.p50)} y={11} textAnchor={close ? 'end' : 'middle'}>
              {`${t('p50')} ${hours(shape.p50, language)}`}
            </text>
            <text
              className="t-acc t-b halo"
              x={x(shape.p95) + (close ? 6 : 0)}
              y={11}
              textAnchor={x(shape.p95) > width - 40 ? 'end' : close ? 'start' : 'middle'}
            >
              {`${t('p95')} ${hours(shape.p95, language)}`}
            </text>
            {at.map((tick, i) => (
              <text
                key={tick}
                x={x(tick)}
                y={H - 6}
                textAnchor={i === 0 ? 'start' : x(tick) > width - 26 ? 'end' : 'middle'}
              >
                {labels[i]}
              </text>
            ))}
          </svg>
        );
      }}
    </Sized>
  );
}
