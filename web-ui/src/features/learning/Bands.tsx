import type { ReactElement } from 'react';
import { Sized } from '../../components/Sized';
import { useLanguage } from '../../lib/i18n';
import type { Belief, Lesson } from './api';
import { endOf } from './model';
import { valueText } from './words';

const HEIGHT = 40;
const PAD = 6;

/** What the register says and what is believed after the actuals: 80 % bands and middles on one axis from 0; dots are actuals. */
export function Bands({ lesson, dots }: { lesson: Lesson; dots: number[] }): ReactElement {
  return <Sized least={120}>{(width) => <Drawing width={width} lesson={lesson} dots={dots} />}</Sized>;
}

function Drawing({ width, lesson, dots }: { width: number; lesson: Lesson; dots: number[] }): ReactElement {
  const { t, language } = useLanguage();
  const { now, after, kind } = lesson;
  const text = (belief: Belief): string =>
    t('learningBand', {
      middle: valueText(kind, belief.middle, language, t),
      low: valueText(kind, belief.low, language, t),
      high: valueText(kind, belief.high, language, t),
    });
  const end = kind === 'chance' ? 1 : endOf([now.high, after.high, ...dots]);
  const x = (value: number): number => PAD + (Math.min(value, end) / end) * (width - 2 * PAD);
  const band = (belief: Belief, y: number, name: string): ReactElement => (
    <>
      <rect
        className={name}
        x={x(belief.low)}
        y={y - 3}
        width={Math.max(1, x(belief.high) - x(belief.low))}
        height={6}
      />
      <line className={`${name} middle`} x1={x(belief.middle)} x2={x(belief.middle)} y1={y - 5} y2={y + 5} />
    </>
  );
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      className="chart bands"
      role="img"
      aria-label={t('learningBands', { before: text(now), after: text(after) })}
    >
      <line className="axis" x1={PAD} x2={width - PAD} y1={HEIGHT - 8.5} y2={HEIGHT - 8.5} />
      {band(now, 8, 'was')}
      {band(after, 21, 'is')}
      {dots.map((dot, i) => (
        <circle key={i} className="actual" cx={x(dot)} cy={HEIGHT - 8.5} r={3} />
      ))}
    </svg>
  );
}
