import type { Place } from './model';

/**
 * Splits layers that are too tall to read into columns side by side, the order from top to bottom kept, and draws every layer
 * together around the middle. Where no layer is taller than the bound, places stay as they are.
 *
 * @param places by element; elements of one layer begin at the same x
 * @param most how many elements a column may have
 * @param dx from column to column
 * @param dy from row to row
 */
export function wrapped(places: Map<string, Place>, most: number, dx: number, dy: number): Map<string, Place> {
  const layers = new Map<number, [string, number][]>();
  for (const [id, [x, y]] of places) layers.set(x, [...(layers.get(x) ?? []), [id, y]]);
  const sorted = [...layers].sort((a, b) => a[0] - b[0]).map(([, layer]) => layer.sort((a, b) => a[1] - b[1]));
  if (sorted.every((layer) => layer.length <= most)) return places;
  const found = new Map<string, Place>();
  let left = 0;
  for (const layer of sorted) {
    const columns = Math.ceil(layer.length / most);
    const rows = Math.ceil(layer.length / columns);
    layer.forEach(([id], i) => {
      const column = i % columns;
      const inColumn = Math.ceil((layer.length - column) / columns);
      const middle = ((rows - inColumn) * dy) / 2;
      found.set(id, [left + column * dx, middle + Math.floor(i / columns) * dy - (rows * dy) / 2]);
    });
    left += columns * dx;
  }
  return found;
}
