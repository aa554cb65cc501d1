import { describe, expect, it } from 'vitest';
import type { GridRow } from '../rows';
import { concerns, inverse, patchOf, pathOf, placeOf, type Step, valueAt, withValue } from './edits';
import { EDITABLE } from './values';

const row: GridRow = {
  id: 'db',
  version: 3,
  type: 'asset',
  kind: 'database',
  name: 'Ledger',
  names: { 'zh-Hant': '帳務' },
  site: 'tpe',
  stated: { rto: 4 },
  rtoHours: 4,
  rtoFrom: 'db',
  needsCount: 0,
  neededByCount: 0,
};

describe('edits of rows', () => {
  it('changes the name that the reader sees', () => {
    expect(pathOf('name', row, 'zh-Hant')).toEqual(['names', 'zh-Hant']);
    expect(pathOf('name', row, 'en')).toEqual(['name']);
  });
  it('puts a value where it reads it, for every column, and takes it away again', () => {
    for (const column of EDITABLE) {
      const path = pathOf(column, row, 'en');
      const value = ['tier', 'rto', 'rpo', 'mtpd'].includes(column) ? 2 : 'x';
      const changed = withValue(row, path, value);
      expect(valueAt(changed, path), column).toBe(value);
      expect(valueAt(withValue(changed, path, null), path), column).toBeNull();
    }
    expect(withValue(row, ['objectives', 'rto'], 2)).toMatchObject({ rtoHours: 2, rtoFrom: 'db' });
  });
  it('makes one merge patch of several places', () => {
    expect(
      patchOf([
        { path: ['owner'], value: 'dba' },
        { path: ['objectives', 'rto'], value: 4 },
        { path: ['objectives', 'rpo'], value: null },
      ]),
    ).toEqual({ owner: 'dba', objectives: { rto: 4, rpo: null } });
  });
  it('takes every step back, and that too', () => {
    const move = { id: 'db', column: 'owner' as const, path: ['owner'], before: null, after: 'dba' };
    const whole = { type: 'asset' as const, element: { id: 'x', kind: 'host' } };
    const steps: Step[] = [
      { moves: [move, { ...move, before: 'dba', after: 'ops' }] },
      { removed: [whole] },
      { added: [whole] },
    ];
    for (const step of steps) expect(inverse(inverse(step))).toEqual(step);
    expect(inverse(steps[0] as Step)).toEqual({
      moves: [
        { ...move, before: 'ops', after: 'dba' },
        { ...move, before: 'dba', after: null },
      ],
    });
  });
  it('finds the cell that a refusal is about', () => {
    expect(placeOf('$.changes[2].patch.objectives.rto')).toEqual({ index: 2, rest: ['objectives', 'rto'] });
    expect(placeOf('$.changes[0].element.kind')).toEqual({ index: 0, rest: ['kind'] });
    expect(placeOf('$.sites[3]')).toBeNull();
    expect(concerns(['objectives'], ['objectives', 'rto'])).toBe(true);
    expect(concerns(['objectives', 'rpo'], ['objectives', 'rto'])).toBe(false);
  });
});
