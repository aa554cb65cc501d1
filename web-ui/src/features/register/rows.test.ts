import { describe, expect, it } from 'vitest';
import type { ElementRow, RegisterSummary } from '../../lib/api';
import { lines, mainEvidence, select, type Wish } from './rows';

const none = { measured: 0, contract: 0, expert: 0, default: 0 };
const row = (id: string, more: Partial<ElementRow>): ElementRow => ({
  id,
  name: id,
  names: {},
  type: 'asset',
  kind: 'host',
  site: null,
  zone: null,
  owner: null,
  tier: null,
  needsCount: 0,
  neededByCount: 0,
  rtoHours: null,
  evidence: none,
  externalKey: null,
  ...more,
});
const summary: RegisterSummary = {
  total: 3,
  types: {},
  kinds: {},
  evidence: none,
  singlePoints: ['b'],
  sites: [{ id: 'tpe', name: 'Taipei' }],
  teams: [{ id: 'dba', name: 'Database team' }],
};
const rows = [
  row('a', { name: '丙', site: 'tpe', rtoHours: 4, evidence: { ...none, expert: 2 } }),
  row('b', { name: '乙', owner: 'dba', type: 'service' }),
  row('c', { name: '甲', rtoHours: 1, externalKey: 'X 7', evidence: { ...none, measured: 1 } }),
];
const all = lines(rows, summary, [], (thing) => thing.name ?? thing.id);
const wish: Wish = { show: 'all', q: '', kind: '', site: '', sort: null, falling: false };
const ids = (more: Partial<Wish>) => select([...all], { ...wish, ...more }, 'zh-Hant').map((line) => line.row.id);

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
    expect(mainEvidence(row('x', { evidence: { ...none, measured: 2, expert: 2 } }))).toBe('expert');
    expect(mainEvidence(row('x', {}))).toBeNull();
  });
});
