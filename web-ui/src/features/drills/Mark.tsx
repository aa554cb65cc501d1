import type { ReactElement } from 'react';
import type { DrillType } from './api';

const PATHS: Record<DrillType, ReactElement> = {
  desktop: <rect x="-5" y="-5" width="10" height="10" />,
  'data-recovery': <circle r="5.5" />,
  scenario: <path d="M0-7l7 7-7 7-7-7z" />,
  'live-failover': <path d="M0-6.5l7 12h-14z" />,
};

export type MarkState = 'done' | 'approved' | 'proposed';

/** The kinds by shape, the state by fill. Several kinds of one drill stand side by side. */
export function Marks(props: { types: DrillType[]; x: number; y: number; state?: MarkState }): ReactElement {
  const { types, x, y, state = 'proposed' } = props;
  return (
    <g className={state}>
      {types.map((type, i) => (
        <g key={type} transform={`translate(${x + (i - (types.length - 1) / 2) * 11} ${y})`}>
          {PATHS[type]}
        </g>
      ))}
    </g>
  );
}

/** The same beside a word. */
export function MarkIcon({ types, state = 'proposed' }: { types: DrillType[]; state?: MarkState }): ReactElement {
  const width = 16 + (types.length - 1) * 11;
  return (
    <svg width={width} height="16" viewBox={`0 0 ${width} 16`} aria-hidden="true" className="drillmark">
      <Marks types={types} x={width / 2} y={8} state={state} />
    </svg>
  );
}
