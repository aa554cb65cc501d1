import type { ReactElement } from 'react';
import { Sized } from '../../components/Sized';
import { hours as time } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { BiaRecord, Scales } from './api';
import { highestAt, kindsOf, levelAt, levelHours, levelsOf } from './model';

const H = 268;
const L = 26;
const R = 14;
const T = 44;
const B = 26;

/** Of time points those whose labels do not touch, from the last one back. */
function labelled(columns: number[], x: (hours: number) => number, room: number): number[] {
  const kept: number[] = [];
  for (const hours of [...columns].reverse()) {
    const next = kept[0];
    if (next === undefined || x(next) - x(hours) >= room) kept.unshift(hours);
  }
  return kept;
}

/** Steps of impact by time, on a logarithmic axis: a line for each kind, a thick one for the highest, targets across. */
export function Curve({
  record,
  scales,
  rto,
  mtpd,
  proposedRto,
  proposedMtpd,
}: {
  record: BiaRecord;
  scales: Scales;
  rto: number | null;
  mtpd: number | null;
  proposedRto: number | null;
  proposedMtpd: number | null;
}): ReactElement {
  const { t, language } = useLanguage();
  const columns = levelHours(record, scales);
  const kinds = kindsOf(record, scales).filter((kind) => levelsOf(record, kind.id).length > 0);
  const most = scales.levels.length - 1;
  const from = Math.max(1 / 60, columns.find((hours) => hours > 0) ?? 0.5);
  const to = Math.max((columns.at(-1) ?? from) * 1.3, (mtpd ?? 0) * 1.1, from * 2);
  const steps = columns
    .filter((hours, i) => i === 0 || highestAt(record, hours) !== highestAt(record, columns[i - 1] ?? 0))
    .map((hours) =>
      t('biaCurveStep', {
        hours: hours === 0 ? t('biaAtOnce') : time(hours, language),
        level: highestAt(record, hours),
      }),
    )
    .join(language === 'en' ? ', ' : '、');
  if (kinds.length === 0) return <p className="sub">{t('biaCurveEmpty')}</p>;
  return (
    <Sized>
      {(width) => {
        const x = (hours: number): number =>
          L + (Math.log(Math.max(hours, from) / from) / Math.log(to / from)) * (width - L - R);
        const y = (level: number): number => T + (1 - level / most) * (H - T - B);
        const path = (level: (hours: number) => number): string => {
          let line = `M${x(from).toFixed(1)} ${y(level(from)).toFixed(1)}`;
          for (const hours of columns.filter((each) => each > from))
            line += `H${x(hours).toFixed(1)}V${y(level(hours)).toFixed(1)}`;
          return `${line}H${(width - R).toFixed(1)}`;
        };
        const apart = rto === null || mtpd === null || x(mtpd) - x(rto) > 96;
        const end = (hours: number): 'start' | 'end' => (x(hours) > width - 96 ? 'end' : 'start');
        const label = (hours: number): number => x(hours) + (end(hours) === 'end' ? -6 : 6);
        const ticks = labelled(
          columns.filter((hours) => hours >= from),
          x,
          language === 'en' ? 34 : 46,
        );
        return (
          <svg
            viewBox={`0 0 ${width} ${H}`}
            role="img"
            aria-label={t('biaCurveLabel', { steps })}
            className="chart curve"
          >
            <rect
              className="intolerable"
              x={L}
              width={width - L - R}
              y={y(most) - 14}
              height={y(scales.intolerableFrom) - y(most) + 28}
            />
            {scales.levels.map((level, i) => (
              <g key={level.names['en']}>
                <line className="grid" x1={L} x2={width - R} y1={y(i)} y2={y(i)} />
                <text x={L - 8} y={y(i) + 4} textAnchor="end">
                  {i}
                </text>
              </g>
            ))}
            <text className="t-trouble" x={L + 6} y={y(most) - 2}>
              {scales.levels[scales.intolerableFrom]?.names[language]}
            </text>
            {ticks.map((hours) => (
              <text
                key={hours}
                x={x(hours)}
                y={H - 8}
                textAnchor={hours === from ? 'start' : x(hours) > width - 30 ? 'end' : 'middle'}
              >
                {time(hours, language)}
              </text>
            ))}
            {kinds.map((kind, i) => (
              <path
                key={kind.id}
                className="kind"
                d={path((hours) => levelAt(levelsOf(record, kind.id), hours).level)}
                transform={`translate(0 ${(i % 2 === 0 ? 1 : -1) * (1 + (i >> 1))})`}
              />
            ))}
            <path className="highest" d={path((hours) => highestAt(record, hours))} />
            {mtpd === null && proposedMtpd !== null && (
              <line className="guide" x1={x(proposedMtpd)} x2={x(proposedMtpd)} y1={T - 22} y2={H - B} />
            )}
            {mtpd !== null && (
              <>
                <line className="limit" x1={x(mtpd)} x2={x(mtpd)} y1={apart ? 8 : 24} y2={H - B} />
                <text className="halo" x={label(mtpd)} y={apart ? 14 : 30} textAnchor={end(mtpd)}>
                  {`${t('mtpd')} ${time(mtpd, language)}`}
                </text>
              </>
            )}
            {rto !== null && (
              <>
                <line className="target" x1={x(rto)} x2={x(rto)} y1={4} y2={H - B} />
                <path d={`M${x(rto)} 4h9l-3 4 3 4h-9z`} fill="var(--ink)" />
                <text
                  className="t-ink t-b halo"
                  x={x(rto) - 6}
                  y={14}
                  textAnchor={x(rto) < 90 ? 'start' : 'end'}
                  dx={x(rto) < 90 ? 20 : 0}
                >
                  {`${t('rto')} ${time(rto, language)}`}
                </text>
              </>
            )}
            {proposedRto !== null && proposedRto !== rto && (
              <>
                <line className="guide" x1={x(proposedRto)} x2={x(proposedRto)} y1={y(2.6)} y2={H - B} />
                <text className="t-acc halo" x={x(proposedRto) - 5} y={y(2.2)} textAnchor="end">
                  {t('biaCurveProposal', { value: time(proposedRto, language) })}
                </text>
              </>
            )}
          </svg>
        );
      }}
    </Sized>
  );
}
