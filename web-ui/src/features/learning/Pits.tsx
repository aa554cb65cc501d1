import type { ReactElement } from 'react';
import { Sized } from '../../components/Sized';
import { useLanguage } from '../../lib/i18n';
import { tenths } from './model';

const HEIGHT = 96;
const FOOT = 16;
const TOP = 6;

/** Where actuals lay in what was predicted: even where predictions hold; the line is what even would be. */
export function Pits({ values, label }: { values: readonly number[]; label: string }): ReactElement {
  return <Sized least={160}>{(width) => <Drawing width={width} values={values} label={label} />}</Sized>;
}

function Drawing({ width, values, label }: { width: number; values: readonly number[]; label: string }): ReactElement {
  const { t } = useLanguage();
  const counts = tenths(values);
  const most = Math.max(2, ...counts);
  const step = width / 10;
  const y = (count: number): number => HEIGHT - FOOT - (count / most) * (HEIGHT - FOOT - TOP);
  const even = y(values.length / 10);
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      className="chart pits"
      role="img"
      aria-label={t('learningPits', { name: label, counts: counts.join(', ') })}
    >
      {counts.map((count, i) => (
        <rect key={i} className="is" x={i * step + 1} y={y(count)} width={step - 2} height={HEIGHT - FOOT - y(count)} />
      ))}
      <line className="even" x1={0} x2={width} y1={even} y2={even} />
      <line className="axis" x1={0} x2={width} y1={HEIGHT - FOOT + 0.5} y2={HEIGHT - FOOT + 0.5} />
      <text x={0} y={HEIGHT - 4}>
        {t('learningEarly')}
      </text>
      <text x={width} y={HEIGHT - 4} textAnchor="end">
        {t('learningLate')}
      </text>
    </svg>
  );
}
