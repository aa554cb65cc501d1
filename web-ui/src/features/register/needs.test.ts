import { expect, it } from 'vitest';
import { grouped } from './needs';

it('reads single needs as one line, and leaves groups and terms as they are', () => {
  const some = { atLeast: 1, of: ['c', 'd'] };
  const held = { of: 'e', holdsFor: 0.25 };
  expect(grouped(['a', some, 'b', held])).toEqual([{ of: ['a', 'b'] }, some, held]);
  expect(grouped([])).toEqual([]);
});
