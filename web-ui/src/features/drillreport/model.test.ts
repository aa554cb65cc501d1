import { expect, test } from 'vitest';
import type { Content, Figure } from './api';
import { axisOf, freshId, withAge, withPerson } from './model';

const content = (part: Partial<Content> = {}): Content => ({
  result: null,
  resultReason: '',
  summary: '',
  integrity: 'not-checked',
  integrityText: '',
  dataAges: [],
  operations: '',
  assets: '',
  people: '',
  findings: [],
  lessons: '',
  recommendations: '',
  planChanges: '',
  retestOn: null,
  attendees: [],
  ...part,
});

test('a new finding gets an id that no other has', () => {
  const finding = { title: '', severity: 'low', category: 'other', element: null, text: '', action: null } as const;
  expect(freshId(content({ findings: [{ id: 'f2', ...finding }] }))).toBe('f3');
});

test('what is said of a person takes the place of what was said, and leaves the others', () => {
  const before = content({ attendees: [{ person: 'Lin', present: null, assessment: 'able', note: 'n' }] });
  expect(withPerson(before, 'Lin', { present: true }).attendees).toEqual([
    { person: 'Lin', present: true, assessment: 'able', note: 'n' },
  ]);
  expect(withPerson(before, '王', { present: false }).attendees).toHaveLength(2);
});

test('an age of data is a number of hours, and an empty text takes it back', () => {
  expect(withAge(content(), 'db', '0,5').dataAges).toEqual([{ element: 'db', hours: 0.5 }]);
  expect(withAge(content({ dataAges: [{ element: 'db', hours: 1 }] }), 'db', '').dataAges).toEqual([]);
  expect(withAge(content(), 'db', 'old').dataAges).toEqual([]);
});

test('an axis ends past the largest of its figures', () => {
  const figure = { target: 4, p10: 1, p50: 2, p90: null, actual: 5, place: 'inside', met: false } as Figure;
  expect(axisOf([figure])).toBeCloseTo(5.5);
});
