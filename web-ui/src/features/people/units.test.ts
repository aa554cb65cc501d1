import { expect, it } from 'vitest';
import type { Unit } from '../../lib/units';
import { below, saidOf, unitOf } from './UnitFields';

const unit = (id: string, parent: string | null): Unit => ({ id, name: id, nameZhHant: null, parent, version: 1 });

it('knows a unit with all that is part of it, in whatever order they are listed', () => {
  const units = [unit('c', 'b'), unit('b', 'a'), unit('a', null), unit('d', null)];
  expect([...below(units, 'a')].sort()).toEqual(['a', 'b', 'c']);
  expect([...below(units, 'd')]).toEqual(['d']);
});

it('says nothing where nothing was typed', () => {
  expect(unitOf({ ...saidOf(unit('a', null)), name: 'Network' })).toEqual({
    id: 'a',
    name: 'Network',
    nameZhHant: null,
    parent: null,
  });
});
