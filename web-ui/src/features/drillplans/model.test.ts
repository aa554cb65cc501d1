import { expect, test } from 'vitest';
import { blank, CROSSWALK, FORMS, freeId, linesOf, minutesOf, same, TYPES } from './model';

test('a new row gets a name that no other has', () => {
  expect(freeId([], 's')).toBe('s1');
  expect(freeId([{ id: 's2' }], 's')).toBe('s3');
  expect(freeId([{ id: 's1' }, { id: 's3' }], 's')).toBe('s4');
});

test('lines without words are none', () => {
  expect(linesOf(' a \n\n b')).toEqual(['a', 'b']);
});

test('what is typed and taken back is the same plan', () => {
  const plan = blank(2026, 'a');
  expect(same(plan, { ...plan, purpose: '' })).toBe(true);
  expect(same(plan, { ...plan, purpose: 'b' })).toBe(false);
  expect(minutesOf(plan)).toBe(0);
});

test('[row:D11] the crosswalk has each type once and names no form that there is not', () => {
  expect(CROSSWALK.map((line) => line.type)).toEqual(TYPES);
  const forms = CROSSWALK.flatMap((line) => [...line.forms] as string[]);
  expect(new Set(forms)).toEqual(new Set(FORMS));
});
