import { expect, test } from 'vitest';
import { blank, isSilent, missing, numberOf, sourcePage } from './model';

test('a grave action names what it lacks before it can be done, others lack nothing', () => {
  expect(missing({ ...blank(), severity: 'high', cause: 'no test' })).toEqual(['owner', 'due']);
  expect(missing({ ...blank(), severity: 'medium' })).toEqual([]);
});

test('work begins without words, all else needs some', () => {
  expect((['open', 'in-progress', 'done', 'verified', 'dropped'] as const).filter(isSilent)).toEqual(['in-progress']);
});

test('an action leads back to the report of the drill that found it', () => {
  expect(sourcePage({ type: 'drill', id: '7', finding: '' })).toBe('/drills/plans/7/report');
  expect(sourcePage({ type: 'other', id: null, finding: '' })).toBeNull();
  expect(numberOf(12)).toBe('A-12');
});
