import { describe, expect, it } from 'vitest';
import type { Listing } from './api';
import { hasMoved, joined, nextPage, PAGE_SIZE } from './pages';

/** A list of so many rows, cut as the service cuts it. */
const cut = (total: number, page: number, size = PAGE_SIZE): Listing<string> => ({
  items: Array.from({ length: Math.max(0, Math.min(size, total - page * size)) }, (_, at) => `row-${page * size + at}`),
  page,
  size,
  total,
});

/** What stands on the page once nobody can ask for more. */
function all(total: number): Listing<string>[] {
  const loaded = [cut(total, 0)];
  for (let next = nextPage(loaded); next !== undefined; next = nextPage(loaded)) loaded.push(cut(total, next));
  return loaded;
}

describe('a list that comes page by page', () => {
  it.each([0, 1, PAGE_SIZE, PAGE_SIZE + 1, 500, 501, 2345])('shows all of %i rows, each once', (total) => {
    const rows = joined(all(total), (row) => row);
    expect(rows).toHaveLength(total);
    expect(rows.at(-1)).toBe(total === 0 ? undefined : `row-${total - 1}`);
  });

  it('shows a row once that moved to the next page meanwhile', () => {
    const first = { ...cut(120, 0), total: 120 };
    const second = { ...cut(121, 1), items: ['row-59', ...cut(120, 1).items.slice(0, -1)] };
    expect(joined([first, second], (row) => row)).toHaveLength(119);
    expect(hasMoved([first, second])).toBe(true);
    expect(hasMoved(all(700))).toBe(false);
  });

  it('ends where the service has nothing more, whatever it said before', () => {
    expect(nextPage([cut(600, 0), { ...cut(600, 1), items: [] }])).toBeUndefined();
    expect(nextPage([])).toBeUndefined();
  });
});
