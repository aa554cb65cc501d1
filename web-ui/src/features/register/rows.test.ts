import { describe, expect, it } from 'vitest';
import {
  filterOf,
  fromPage,
  type GridRow,
  type Line,
  lines,
  mainEvidence,
  narrowed,
  sorted,
  USUAL,
  type Wish,
} from './rows';

const none = { measured: 0, contract: 0, expert: 0, default: 0 };
const row = (id: string, more: Partial<GridRow>): GridRow => ({
  id,
  version: 1,
  name: id,
  type: 'asset',
  kind: 'host',
  needsCount: 0,
  neededByCount: 0,
  ...more,
});
const summary = {
  singlePoints: ['b'],
  sites: [{ id: 'tpe', name: 'Taipei' }],
  teams: [{ id: 'dba', name: 'Database team' }],
};
const rows = [
  row('a', { name: '丙', site: 'tpe', rtoHours: 4, evidence: { ...none, expert: 2 } }),
  row('b', { name: '乙', owner: 'dba', type: 'service' }),
  row('c', { name: '甲', rtoHours: 1, externalKey: 'X 7', evidence: { ...none, measured: 1 } }),
];
const all = lines(
  rows,
  summary,
  [],
  (thing) => thing.name ?? thing.id,
  (kind) => kind,
);
const wish: Wish = { show: 'all', q: '', kind: '', site: '', sort: null, falling: false, filters: {}, columns: USUAL };
const ids = (more: Partial<Wish>): string[] => {
  const asked = { ...wish, ...more };
  return narrowed(sorted(all, asked.sort, asked.falling, 'zh-Hant'), asked).map((line) => line.row.id);
};

describe('the register as the reader wants it', () => {
  it('finds by every word in id, names, site, owner or key', () => {
    expect(ids({ q: 'taipei' })).toEqual(['a']);
    expect(ids({ q: 'database b' })).toEqual(['b']);
    expect(ids({ q: 'x 7' })).toEqual(['c']);
    expect(ids({ q: 'nothing' })).toEqual([]);
  });
  it('keeps services, single points and what rests on guesses', () => {
    expect(ids({ show: 'services' })).toEqual(['b']);
    expect(ids({ show: 'spof' })).toEqual(['b']);
    expect(ids({ show: 'guesses' })).toEqual(['a']);
  });
  it('sorts rows without a value last in either direction', () => {
    expect(ids({ sort: 'rto' })).toEqual(['c', 'a', 'b']);
    expect(ids({ sort: 'rto', falling: true })).toEqual(['a', 'c', 'b']);
  });
  it('sorts Chinese names by strokes', () => {
    expect(ids({ sort: 'name' })).toEqual(['b', 'a', 'c']);
  });
  it('names what most times rest on, the weaker one at a tie', () => {
    expect(mainEvidence({ ...none, measured: 2, expert: 2 })).toBe('expert');
    expect(mainEvidence(none)).toBeNull();
  });
  it('narrows a column to numbers, ranges, words, and cells with or without a value', () => {
    const kept = (column: Parameters<typeof filterOf>[0], text: string): string[] =>
      all.filter(filterOf(column, text)).map((line: Line) => line.row.id);
    expect(kept('rto', '4')).toEqual(['a']);
    expect(kept('rto', '< 4')).toEqual(['c']);
    expect(kept('rto', '1..4')).toEqual(['a', 'c']);
    expect(kept('rto', '-')).toEqual(['b']);
    expect(kept('rto', '!-')).toEqual(['a', 'c']);
    expect(kept('site', 'taichung, tpe')).toEqual(['a']);
    expect(kept('owner', 'base')).toEqual(['b']);
    expect(kept('guesses', '> 50')).toEqual(['a']);
    expect(kept('rto', 'many')).toEqual([]);
    expect(ids({ filters: { rto: '>= 1', name: '甲' } })).toEqual(['c']);
  });
  it('shows the rows of a page as those of the whole', () => {
    const shown = fromPage({
      ...{ id: 'a', name: null, names: {}, type: 'asset', kind: 'host', site: null, zone: null, owner: 'dba', tier: 2 },
      ...{ needsCount: 1, neededByCount: 2, rtoHours: null, evidence: none, externalKey: null },
    });
    expect(shown).toMatchObject({ id: 'a', version: 0, owner: 'dba', tier: 2, needsCount: 1 });
    expect('site' in shown).toBe(false);
  });
});
