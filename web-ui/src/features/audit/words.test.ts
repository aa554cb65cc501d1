import { expect, test } from 'vitest';
import { changesOf } from './words';

test('tells what differs by its path, and nothing that does not', () => {
  const before = { id: 'a', zone: 'one', capacity: { unit: 'tps', amount: 5 }, needs: ['b'] };
  const after = { id: 'a', zone: 'two', capacity: { unit: 'tps', amount: 7 }, needs: ['b'], note: 'new' };
  expect(changesOf(before, after)).toEqual([
    { path: 'zone', before: 'one', after: 'two' },
    { path: 'capacity.amount', before: 5, after: 7 },
    { path: 'note', before: undefined, after: 'new' },
  ]);
});

test('takes a thing that was made or removed as one change', () => {
  expect(changesOf(undefined, { id: 'a' })).toEqual([{ path: '', before: undefined, after: { id: 'a' } }]);
  expect(changesOf([1, 2], [1, 3])).toEqual([{ path: '', before: [1, 2], after: [1, 3] }]);
});
