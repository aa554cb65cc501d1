import type { ReactElement } from 'react';
import { split } from '../../components/glyph';
import { Sized } from '../../components/Sized';
import { useLanguage } from '../../lib/i18n';
import { behind, minutesText, minuteTicks, plannedMinutes, predictedMinutes, targetMinutes, tickTexts } from './model';
import { useRun } from './useRun';

/** The phone's glyph: now, the target, the band as it was predicted, the same as things go, and the last time. */
export function RunGlyph(): ReactElement {
  return <Sized>{(width) => <Drawing width={width} />}</Sized>;
}

function Drawing({ width }: { width: number }): ReactElement {
  const { language, t } = useLanguage();
  const { answer, content, kept, state, times, now } = useRun();
  const planned = plannedMinutes(content);
  const target = targetMinutes(answer);
  const predicted = predictedMinutes(answer.prediction);
  const band = predicted ?? { p50: planned, p95: planned };
  const late = behind(times, state);
  const spent = state.startedAt === null ? 0 : ((state.endedAt ?? now) - state.startedAt) / 60_000;
  const from = Math.max(spent, band.p50 + late);
  const never = band.p95 === null; // the band has no end: it goes on beyond the axis
  const last = band.p95 ?? band.p50;
  const known = Math.max(from, last + late);
  const before = kept.before === null ? null : kept.before.hours * 60;
  const end = Math.max(target ?? 0, known, last, spent, before ?? 0) * (never ? 1.4 : 1.12) || 1;
  const to = never ? end : known;
  const x = (minutes: number): number => Math.round((Math.min(minutes, end) / end) * (width - 2) * 10) / 10 + 1;
  const ticks = minuteTicks(end);
  const { good, late: over } = split(from, to, target);
  const running = state.status === 'running';
  const texts = tickTexts(ticks, language);
  const min = (minutes: number | null): string => (minutes === null ? t('never') : minutesText(minutes, language));
  const label = [
    `${t('drillRunNow')} ${min(spent)}`,
    t('drillRunPredictedBand', { from: min(band.p50), to: min(band.p95) }),
    ...(running ? [t('drillRunPaceBand', { from: min(from), to: min(never ? null : to) })] : []),
    ...(before === null ? [] : [t('lastTime', { time: min(before) })]),
    ...(target === null ? [] : [t('drillRunTarget', { time: min(target) })]),
  ].join(t('drillRunSemicolon'));
  const side = (at: number, room: number): { x: number; textAnchor: 'start' | 'end' } =>
    at > room ? { x: at - 6, textAnchor: 'end' } : { x: at + 6, textAnchor: 'start' };
  const far = target === null || Math.abs(x(target) - x(spent)) > 70;
  return (
    <svg viewBox={`0 0 ${width} 84`} width={width} height={84} className="chart" role="img" aria-label={label}>
      <line className="axis" x1={0} x2={width} y1={64.5} y2={64.5} />
      {ticks.map((tick, i) => (
        <g key={tick}>
          <line className="axis" x1={x(tick)} x2={x(tick)} y1={64} y2={68} />
          <text x={x(tick)} y={80} textAnchor={i === 0 ? 'start' : i === ticks.length - 1 ? 'end' : 'middle'}>
            {texts[i]}
          </text>
        </g>
      ))}
      <rect x={0} y={58} width={x(spent)} height={6} fill="var(--ink)" opacity={0.16} />
      {running && (
        <>
          <rect className="bar" x={x(good[0])} y={22} width={Math.max(2, x(good[1]) - x(good[0]))} height={10} />
          {over[1] > over[0] && (
            <rect className="late" x={x(over[0])} y={22} width={Math.max(0, x(over[1]) - x(over[0]))} height={10} />
          )}
          <text className="t-acc t-b halo" y={31} {...side(x(from), 96)}>
            {t('drillRunAsItGoes')}
          </text>
        </>
      )}
      <rect
        x={x(band.p50)}
        y={39.5}
        width={Math.max(2, x(band.p95 ?? end) - x(band.p50))}
        height={5}
        fill="none"
        stroke="var(--accent)"
      />
      {never && (
        <>
          <path d={`M${width - 8} 37l8 5-8 5z`} fill="var(--accent)" />
          <text className="t-2 small halo" x={width - 12} y={46} textAnchor="end">
            {t('drillRunNever')}
          </text>
        </>
      )}
      <text className="t-2 small halo" y={46} {...side(x(band.p50), 86)}>
        {t(predicted ? 'drillRunAsPlanned' : 'drillRunAsWritten')}
      </text>
      {before !== null && (
        <>
          <circle cx={Math.max(4, x(before))} cy={51.5} r={3.5} fill="var(--ink)" />
          <text className="t-2 small halo" y={55} {...side(Math.max(4, x(before)), width - 72)}>
            {t('drillRunLast')}
          </text>
        </>
      )}
      {target !== null && (
        <>
          <line className="target" x1={x(target)} x2={x(target)} y1={14} y2={64} />
          <text className="t-ink t-b" x={x(target)} y={10} textAnchor={x(target) > width - 60 ? 'end' : 'middle'}>
            {t('drillRunTarget', { time: min(target) })}
          </text>
        </>
      )}
      {state.startedAt !== null && (
        <>
          <line x1={x(spent)} x2={x(spent)} y1={16} y2={64} stroke="var(--accent)" strokeWidth={2} />
          <path d={`M${x(spent) - 5} 12h10l-5 7z`} fill="var(--accent)" />
          {far && (
            <text
              className="t-acc t-b"
              x={Math.max(0, x(spent))}
              y={10}
              textAnchor={x(spent) < 24 ? 'start' : x(spent) > width - 24 ? 'end' : 'middle'}
            >
              {state.endedAt === null ? t('drillRunNow') : t('drillRunEnd')}
            </text>
          )}
        </>
      )}
    </svg>
  );
}
