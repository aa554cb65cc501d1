import { expect, it } from 'vitest';
import { grouped, needsOf, withMember, withMode, withoutMember } from './needs';

it('puts needs of one element without terms on one line', () => {
  expect(grouped(['a', { atLeast: 1, of: ['x', 'y'] }, { of: 'b' }, { of: 'c', soft: 0.5 }])).toEqual([
    { of: ['a', 'b'] },
    { atLeast: 1, of: ['x', 'y'] },
    { of: 'c', soft: 0.5 },
  ]);
});

it('gives lines back as entries that say the same', () => {
  const needs = ['a', 'b', { atLeast: 1, of: ['x', { of: ['y', 'z'] }], holdsFor: 2 }];
  expect(needsOf(grouped(needs))).toEqual(needs);
  expect(needsOf([{ of: [] }, { of: 'c', soft: 0.5 }])).toEqual([{ of: ['c'], soft: 0.5 }]);
});

it('never asks for more than there are', () => {
  const line = withMode({ of: ['a', 'b', 'c'], holdsFor: 1 }, 'atLeast');
  expect(line).toEqual({ of: ['a', 'b', 'c'], holdsFor: 1, atLeast: 2 });
  expect(withoutMember(withoutMember(line, 0), 0)).toEqual({ of: ['c'], holdsFor: 1, atLeast: 1 });
});

it('shares a load among members that carry it together', () => {
  const pool = withMode({ of: ['a', 'b', 'c', 'd'] }, 'together');
  expect(pool).toEqual({ of: ['a', 'b', 'c', 'd'], shares: [0.25, 0.25, 0.25, 0.25], minimum: 0.75 });
  expect(withMember(pool, 'e')).toMatchObject({ shares: [0.2, 0.2, 0.2, 0.2, 0.2] });
  expect(withoutMember(pool, 3)).toMatchObject({ of: ['a', 'b', 'c'], shares: [0.25, 0.25, 0.25] });
  expect(withMode(pool, 'all')).toEqual({ of: ['a', 'b', 'c', 'd'] });
});

it('reads single needs as one line, and leaves groups and terms as they are', () => {
  const some = { atLeast: 1, of: ['c', 'd'] };
  const held = { of: 'e', holdsFor: 0.25 };
  expect(grouped(['a', some, 'b', held])).toEqual([{ of: ['a', 'b'] }, some, held]);
  expect(grouped([])).toEqual([]);
});
