import type { ReactElement, ReactNode } from 'react';
import { Sized } from '../../components/Sized';
import type { CapacityPoint, ElementResult } from '../../lib/api';
import { tickLabels, ticks } from '../../lib/axis';
import { chance, hours, percent } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { curveEnd, fanEnd, path, shareAt, steps } from './curves';

const H = 218;
const L = 30;
const R = 12;
const B = 34;
const T = 22;

interface Scale {
  x: (hours: number) => number;
  y: (share: number) => number;
  width: number;
}

/** Axes of hours and percent around a drawing, at one pixel to one. */
function Frame({
  end,
  label,
  children,
}: {
  end: number;
  label: string;
  children: (scale: Scale) => ReactNode;
}): ReactElement {
  const { language, t } = useLanguage();
  return (
    <Sized>
      {(width) => {
        const x = (value: number): number => L + (Math.min(value, end) / end) * (width - L - R);
        const y = (share: number): number => T + (1 - share) * (H - T - B);
        const at = ticks(end, 6);
        const labels = tickLabels(at, language);
        return (
          <svg viewBox={`0 0 ${width} ${H}`} role="img" aria-label={label} className="chart">
            {[0, 25, 50, 75, 100].map((tick) => (
              <g key={tick}>
                <line
                  className={tick === 0 ? 'axis' : 'grid'}
                  x1={L}
                  x2={width - R}
                  y1={y(tick / 100)}
                  y2={y(tick / 100)}
                />
                <text x={L - 6} y={y(tick / 100) + 4} textAnchor="end">
                  {tick}
                </text>
              </g>
            ))}
            {at.map((tick, i) => (
              <text key={tick} x={x(tick)} y={H - B + 15} textAnchor={x(tick) > width - 24 ? 'end' : 'middle'}>
                {labels[i]}
              </text>
            ))}
            <text x={width - R} y={H - 4} textAnchor="end">
              {t('runSince')}
            </text>
            {children({ x, y, width })}
          </svg>
        );
      }}
    </Sized>
  );
}

function Mark({ at, text, dashed, scale }: { at: number; text: string; dashed?: boolean; scale: Scale }): ReactElement {
  const x = scale.x(at);
  return (
    <g>
      <line className={dashed ? 'limit' : 'target'} x1={x} x2={x} y1={T - 6} y2={H - B} />
      <text
        className={dashed ? 'halo' : 't-ink t-b halo'}
        x={x}
        y={11}
        textAnchor={x > scale.width - 40 ? 'end' : 'middle'}
      >
        {text}
      </text>
    </g>
  );
}

/** Share of trials back by an hour, with the targets and what the curve says at them. */
export function RecoveryCurve({ element, label }: { element: ElementResult; label: string }): ReactElement {
  const { language, t } = useLanguage();
  const { curve, p95, withinRto } = element.recovery;
  const end = curveEnd(element);
  const { rto, mtpd } = element.objectives;
  return (
    <Frame end={end} label={label}>
      {(scale) => {
        const { x, y, width } = scale;
        const shown = curve.filter((point) => point.hours <= end * 1.001);
        const within = rto === undefined ? 0 : shareAt(curve, rto);
        const right = rto !== undefined && x(rto) > width - 150;
        const apart = rto === undefined || p95 === null || Math.abs(x(p95) - x(rto)) > 60 || within < 0.75;
        return (
          <>
            {rto !== undefined && <Mark at={rto} text={t('rto')} scale={scale} />}
            {mtpd !== undefined && mtpd <= end && <Mark at={mtpd} text={t('mtpd')} dashed scale={scale} />}
            {rto !== undefined && <line className="guide" x1={L} x2={x(rto)} y1={y(within)} y2={y(within)} />}
            <path className="est" d={path(shown.map((point) => [x(point.hours), y(point.share)]))} />
            {rto !== undefined && withinRto && (
              <>
                <circle className="dot" cx={x(rto)} cy={y(within)} r={4} />
                <text
                  className="t-acc t-b halo"
                  x={x(rto) + (right ? -8 : 8)}
                  y={Math.min(y(within) + 18, H - B - 4)}
                  textAnchor={right ? 'end' : 'start'}
                >
                  {t('runBackWithin', { chance: chance(withinRto, language), rto: hours(rto, language) })}
                </text>
              </>
            )}
            {p95 !== null && p95 <= end && apart && (
              <>
                <circle className="dot" cx={x(p95)} cy={y(0.95)} r={4} />
                <text
                  className="t-acc t-b halo"
                  x={x(p95) > width - 90 ? x(p95) - 8 : x(p95) + 6}
                  y={y(0.95) + 16}
                  textAnchor={x(p95) > width - 90 ? 'end' : 'start'}
                >
                  {`${t('p95')} ${hours(p95, language)}`}
                </text>
              </>
            )}
          </>
        );
      }}
    </Frame>
  );
}

function band(points: CapacityPoint[], low: keyof CapacityPoint, high: keyof CapacityPoint, { x, y }: Scale): string {
  const forth = steps(points.map((p) => [x(p.hours), y(p[high])]));
  const back = steps(points.map((p) => [x(p.hours), y(p[low])])).reverse();
  return `${path([...forth, ...back])}Z`;
}

/** Delivered share over time as a fan, with the share that counts as back. */
export function CapacityFan({ element, label }: { element: ElementResult; label: string }): ReactElement {
  const { t } = useLanguage();
  const end = fanEnd(element);
  const points = element.capacity.filter((point) => point.hours <= end);
  const { mbco } = element.objectives;
  return (
    <Frame end={end} label={label}>
      {(scale) => (
        <>
          <path className="band" d={band(points, 'p05', 'p95', scale)} />
          <path className="band2" d={band(points, 'p25', 'p75', scale)} />
          <path className="est" d={path(steps(points.map((p) => [scale.x(p.hours), scale.y(p.p50)])))} />
          {mbco !== undefined && (
            <>
              <line className="target" x1={L} x2={scale.width - R} y1={scale.y(mbco)} y2={scale.y(mbco)} />
              <text className="t-ink t-b halo" x={scale.width - R} y={scale.y(mbco) + 14} textAnchor="end">
                {t('runMbco', { mbco: percent(mbco) })}
              </text>
            </>
          )}
        </>
      )}
    </Frame>
  );
}
