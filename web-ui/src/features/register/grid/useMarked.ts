import { useState } from 'react';
import { type At, cellAt, type Layout, placeOf } from './place';
import { type Range, rangeOf } from './tsv';

/** Which cell is active, and the range from it to where it was stretched. */
export interface Marked {
  active: At | null;
  place: { row: number; column: number } | null;
  range: Range | null;
  /** Goes to a place; `stretch` keeps where the range begins. */
  go: (row: number, column: number, stretch?: boolean) => At | null;
  stretchAll: () => void;
}

export function useMarked(layout: Layout): Marked {
  const [state, setState] = useState<{ active: At | null; from: At | null }>({ active: null, from: null });
  const place = placeOf(state.active, layout);
  const from = placeOf(state.from, layout);
  return {
    active: place ? state.active : null,
    place,
    range: place && rangeOf(place, from ?? place),
    go: (row, column, stretch = false) => {
      const active = cellAt(row, column, layout);
      setState({ active, from: stretch && from ? state.from : active });
      return active;
    },
    stretchAll: () => {
      setState({
        active: cellAt(0, 0, layout),
        from: cellAt(layout.lines.length - 1, layout.columns.length - 1, layout),
      });
    },
  };
}
