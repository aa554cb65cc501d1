import type { ReactElement } from 'react';
import { Sized } from '../../components/Sized';
import { useLanguage } from '../../lib/i18n';
import type { Figure } from './api';

const HEIGHT = 26;

/** Target (line), predicted 80 % band (bar, warm past the target), actual (dot) on an axis that the rows of a table share. */
export function Band({ figure, end, label }: { figure: Figure; end: number; label: string }): ReactElement {
  const { t } = useLanguage();
  return (
    <Sized>
      {(width) => {
        const x = (value: number): number => 5 + (Math.min(value, end) / end) * (width - 10);
        const from = figure.p10 === null ? null : x(figure.p10);
        const to = figure.p10 === null ? null : x(figure.p90 ?? end);
        const edge = figure.target === null || to === null ? to : Math.min(to, x(figure.target));
        return (
          <svg
            className="chart"
            viewBox={`0 0 ${width} ${HEIGHT}`}
            role="img"
            aria-label={`${label}: ${t('reportGlyph')}`}
          >
            <rect className="track" x={5} y={HEIGHT / 2 - 0.5} width={width - 10} height={1} />
            {from !== null && edge !== null && to !== null && (
              <>
                <rect className="bar" x={from} y={9} width={Math.max(0, edge - from)} height={8} />
                <rect
                  className="late"
                  x={Math.max(from, edge)}
                  y={9}
                  width={Math.max(0, to - Math.max(from, edge))}
                  height={8}
                />
              </>
            )}
            {figure.target !== null && (
              <line className="target" x1={x(figure.target)} x2={x(figure.target)} y1={3} y2={HEIGHT - 3} />
            )}
            {figure.actual !== null && (
              <circle cx={x(figure.actual)} cy={HEIGHT / 2} r={4.5} fill="var(--ink)" stroke="var(--surface)" />
            )}
          </svg>
        );
      }}
    </Sized>
  );
}
