import type { ColumnKey, Line } from '../rows';

/** A cell, by what it is of, so that it stays itself when the order changes. */
export interface At {
  id: string;
  column: ColumnKey;
}

/** The rows and columns that are shown, and where each is. */
export interface Layout {
  lines: readonly Line[];
  columns: readonly ColumnKey[];
  /** The place of each element among the lines. */
  places: ReadonlyMap<string, number>;
}

/** The place of a cell; null where it is not shown any more. */
export function placeOf(at: At | null, layout: Layout): { row: number; column: number } | null {
  if (!at) return null;
  const row = layout.places.get(at.id);
  const column = layout.columns.indexOf(at.column);
  return row === undefined || column < 0 ? null : { row, column };
}

/** The cell at a place, kept within the grid; null where there is none. */
export function cellAt(row: number, column: number, layout: Layout): At | null {
  const within = (value: number, end: number): number => Math.max(0, Math.min(end - 1, value));
  const line = layout.lines[within(row, layout.lines.length)];
  const key = layout.columns[within(column, layout.columns.length)];
  return line && key ? { id: line.row.id, column: key } : null;
}

/** Where a key leads from a place; null for keys that lead nowhere. `page` is how many rows are seen at once. */
export function keyTo(
  key: string,
  control: boolean,
  from: { row: number; column: number },
  page: number,
  layout: Layout,
): { row: number; column: number } | null {
  const last = layout.lines.length - 1;
  const end = layout.columns.length - 1;
  const { row, column } = from;
  switch (key) {
    case 'ArrowUp':
      return { row: control ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: control ? last : row + 1, column };
    case 'ArrowLeft':
      return { row, column: control ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: control ? end : column + 1 };
    case 'Home':
      return { row: control ? 0 : row, column: 0 };
    case 'End':
      return { row: control ? last : row, column: end };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    default:
      return null;
  }
}
