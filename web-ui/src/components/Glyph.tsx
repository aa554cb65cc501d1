import type { ReactElement } from 'react';
import { type LogAxis, onLogAxis, RECOVERY_AXIS, tickLabels, ticks } from '../lib/axis';
import { hours } from '../lib/format';
import { useLanguage } from '../lib/i18n';
import { axisEnd, split, type Times } from './glyph';
import { Sized } from './Sized';

const PAD = 10;

/** What a glyph says, for those who do not see it. */
function useLabel({ rto, p50, p95, last }: Times): string {
  const { language, t } = useLanguage();
  const time = (value: number | null): string => (value === null ? t('never') : hours(value, language));
  const before = last == null ? '' : `, ${t('lastTime', { time: hours(last, language) })}`;
  const estimate = `${t('p50')} ${time(p50)}, ${t('p95')} ${time(p95)}${before}`;
  return rto === null ? estimate : `${t('rto')} ${hours(rto, language)}, ${estimate}`;
}

/** Target (flagged line), estimate (bar from P50 to P95, late part warm, hairline P5 to P99) on one linear axis of hours. */
export function Glyph({ note, ...times }: Times & { note?: string }): ReactElement {
  const label = useLabel(times);
  return <Sized>{(width) => <Large width={width} label={label} note={note ?? ''} {...times} />}</Sized>;
}

function Large({ width, label, note, ...times }: Times & { width: number; label: string; note: string }): ReactElement {
  const { language, t } = useLanguage();
  const { rto, mtpd, p05, p50, p95, p99 } = times;
  const end = axisEnd(times);
  const x = (value: number): number => PAD + (Math.min(value, end) / end) * (width - 2 * PAD);
  const at = ticks(end, width < 420 ? 5 : 8);
  const labels = tickLabels(at, language);
  const [from, to] = [p50 ?? end, p95 ?? end];
  const { good, late } = split(from, to, rto);
  const p95Text = `${t('p95')} ${p95 === null ? t('never') : hours(p95, language)}${width < 420 ? '' : note}`;
  const fits = x(to) + 8 + p95Text.length * 6.4 < width;
  const mtpdIn = mtpd !== null && mtpd <= end;
  const apart = rto === null || mtpd === null || Math.abs(x(mtpd) - x(rto)) > 110;
  return (
    <svg viewBox={`0 0 ${width} 92`} role="img" aria-label={label} className="chart">
      {at.map((tick) => (
        <line key={tick} className="grid" x1={x(tick)} x2={x(tick)} y1={20} y2={70} />
      ))}
      <line className="axis" x1={PAD} x2={width - PAD} y1={70.5} y2={70.5} />
      {at.map((tick, i) => (
        <text key={tick} x={x(tick)} y={86} textAnchor={i === 0 ? 'start' : i === at.length - 1 ? 'end' : 'middle'}>
          {labels[i]}
        </text>
      ))}
      {p05 != null && <line className="est" x1={x(p05)} x2={x(from)} y1={52} y2={52} />}
      <line className={rto !== null && to > rto ? 'est-late' : 'est'} x1={x(to)} x2={x(p99 ?? end)} y1={52} y2={52} />
      <rect className="bar" x={x(good[0])} y={45} width={Math.max(0, x(good[1]) - x(good[0]))} height={14} />
      <rect className="late" x={x(late[0])} y={45} width={Math.max(0, x(late[1]) - x(late[0]))} height={14} />
      {mtpdIn && <line className="limit" x1={x(mtpd)} x2={x(mtpd)} y1={apart ? 16 : 32} y2={70} />}
      {rto !== null && (
        <>
          <line className="target" x1={x(rto)} x2={x(rto)} y1={6} y2={70} />
          <path d={`M${x(rto)} 4h9l-3 4 3 4h-9z`} fill="var(--ink)" />
          <text
            className="t-ink t-b halo"
            x={x(rto) + (x(rto) > width - 120 ? -6 : 14)}
            y={12}
            textAnchor={x(rto) > width - 120 ? 'end' : 'start'}
          >{`${t('rto')} ${hours(rto, language)}`}</text>
        </>
      )}
      {mtpd !== null && (apart || !mtpdIn) && (
        <text
          className="halo"
          x={mtpdIn && x(mtpd) < width - 80 ? x(mtpd) + 4 : width - PAD}
          y={mtpdIn && x(mtpd) < width - 80 ? 22 : 12}
          textAnchor={mtpdIn && x(mtpd) < width - 80 ? 'start' : 'end'}
        >{`${t('mtpd')} ${hours(mtpd, language)}${mtpdIn ? '' : ' →'}`}</text>
      )}
      {p50 !== null && x(from) > 80 && (
        <text className="t-acc t-b halo" x={x(from) - 6} y={40} textAnchor="end">
          {`${t('p50')} ${hours(p50, language)}`}
        </text>
      )}
      <text
        className={`t-b halo ${rto !== null && to > rto ? 't-trouble' : 't-acc'}`}
        x={fits ? x(to) + 6 : width - PAD}
        y={40}
        textAnchor={fits ? 'start' : 'end'}
      >
        {p95Text}
      </text>
    </svg>
  );
}

const SMALL = 116;

/** The glyph of a list: 22 px high, on a logarithmic axis that all rows share. */
export function SmallGlyph({ axis = RECOVERY_AXIS, ...times }: Times & { axis?: LogAxis }): ReactElement {
  const label = useLabel(times);
  const x = (value: number): number => 1 + onLogAxis(value, axis) * (SMALL - 2);
  const [from, to] = [times.p50 ?? Infinity, times.p95 ?? Infinity];
  const { good, late } = split(from, to, times.rto);
  const width = (part: [number, number]): number => Math.max(0, x(part[1]) - x(part[0]));
  const isLate = times.rto !== null && to > times.rto;
  return (
    <svg className="glyph" width={SMALL} height={22} role="img" aria-label={label}>
      <rect className="track" x={0} y={10.5} width={SMALL} height={1} />
      {good[1] >= good[0] && (
        <rect className="bar" x={x(good[0])} y={8} width={isLate ? width(good) : Math.max(2, width(good))} height={6} />
      )}
      {isLate && <rect className="late" x={x(late[0])} y={8} width={Math.max(2, width(late))} height={6} />}
      {times.rto !== null && <line className="target" x1={x(times.rto)} x2={x(times.rto)} y1={4} y2={18} />}
      {times.last != null && <circle className="actual" cx={x(times.last)} cy={11} r={3.5} />}
    </svg>
  );
}

/** The header of a column of small glyphs: the axis that they share. */
export function SmallAxis({ axis = RECOVERY_AXIS }: { axis?: LogAxis }): ReactElement {
  const { language } = useLanguage();
  return (
    <svg className="glyph" width={SMALL} height={14} aria-hidden="true">
      {axis.ticks.map((value) => (
        <text key={value} x={1 + onLogAxis(value, axis) * (SMALL - 2)} y={11} textAnchor="middle">
          {hours(value, language)}
        </text>
      ))}
    </svg>
  );
}
