import { expect, it } from 'vitest';
import { goals } from './goals';

const goal = (label: string) => ({ to: `/${label}`, label, kind: '' });

it('finds rooms and scenarios by a part of their name, elements as the service found them', () => {
  const found = goals('re', [goal('Register'), goal('Overview')], [goal('Fire')], [goal('charging-db')]);
  expect(found.map((each) => each.label)).toEqual(['Register', 'Fire', 'charging-db']);
});

it('lists no elements before a letter is typed, and never more than a dozen', () => {
  expect(goals('', [goal('Register')], [], [goal('a')])).toHaveLength(1);
  expect(
    goals(
      'a',
      [],
      [],
      Array.from({ length: 30 }, (_, i) => goal(`a${i}`)),
    ),
  ).toHaveLength(12);
});
