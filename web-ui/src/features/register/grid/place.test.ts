import { expect, it } from 'vitest';
import type { Line } from '../rows';
import { cellAt, keyTo, type Layout, placeOf } from './place';

const line = (id: string): Line => ({
  row: { id, version: 1, type: 'asset', kind: 'host', needsCount: 0, neededByCount: 0 },
  name: id,
  kind: 'host',
  site: '',
  owner: '',
  spof: false,
  guesses: null,
  worst: null,
});
const lines = ['a', 'b', 'c'].map(line);
const layout: Layout = {
  lines,
  columns: ['id', 'name', 'owner'],
  places: new Map(lines.map((each, i) => [each.row.id, i])),
};

it('goes from cell to cell by keys, and never out of the grid', () => {
  const to = (key: string, control = false): string => {
    const place = keyTo(key, control, { row: 1, column: 1 }, 10, layout);
    const at = place && cellAt(place.row, place.column, layout);
    return at ? `${at.id}.${at.column}` : '';
  };
  expect(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].map((key) => to(key))).toEqual([
    'a.name',
    'c.name',
    'b.id',
    'b.owner',
  ]);
  expect(['Home', 'End', 'PageUp', 'PageDown'].map((key) => to(key))).toEqual(['b.id', 'b.owner', 'a.name', 'c.name']);
  expect(['Home', 'End', 'ArrowUp', 'ArrowRight'].map((key) => to(key, true))).toEqual([
    'a.id',
    'c.owner',
    'a.name',
    'b.owner',
  ]);
  expect(to('x')).toBe('');
});

it('finds a cell again when the order has changed, and says when it is shown no more', () => {
  const turned: Layout = { ...layout, places: new Map([['c', 0]]), columns: ['owner'] };
  expect(placeOf({ id: 'c', column: 'owner' }, turned)).toEqual({ row: 0, column: 0 });
  expect(placeOf({ id: 'a', column: 'owner' }, turned)).toBeNull();
  expect(placeOf({ id: 'c', column: 'name' }, turned)).toBeNull();
});
