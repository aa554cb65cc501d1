import { expect, test } from 'vitest';
import { changesOf, subjectOf, valueText } from './words';

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

test('names accounts with their number, wherever an entry names one, and nobody of a redacted entry', () => {
  const names = { '3': 'Lin Hua' };
  expect(subjectOf({ subjectType: 'account', subject: '3', actor: 'chen.mei' }, names)).toBe('Lin Hua (3)');
  expect(subjectOf({ subjectType: 'account', subject: '4', actor: 'chen.mei' }, names)).toBe('4');
  expect(subjectOf({ subjectType: 'account', subject: '3', actor: null }, names)).toBe('3');
  expect(subjectOf({ subjectType: 'run', subject: '3', actor: 'chen.mei' }, names)).toBe('3');
  expect(valueText(3, 'asDeputyOf', names)).toBe('Lin Hua (3)');
  expect(valueText(3, 'version', names)).toBe('3');
  expect(valueText([{ account: 3, firstDay: '2026-01-01' }], 'deputies', names)).toBe(
    '[{"account":"Lin Hua (3)","firstDay":"2026-01-01"}]',
  );
  expect(valueText(undefined, 'note', names)).toBe('–');
});
