import { expect, test } from 'vitest';
import { better, offsetOf, sampleOf } from './clock';

const noon = Date.parse('2026-12-05T04:00:00.000Z');

test('the service’s time stands for the middle of the answer', () => {
  expect(offsetOf(sampleOf(noon, noon + 400, '2026-12-05T04:00:07.200Z'))).toBe(7_000);
  expect(offsetOf(null)).toBe(0);
});

test('a quicker answer tells more, an old one less, and a clock that was set begins anew', () => {
  const quick = sampleOf(noon, noon + 20, '2026-12-05T04:00:05.010Z');
  const slow = sampleOf(noon + 1_000, noon + 3_000, '2026-12-05T04:00:06.500Z');
  expect(better(null, slow)).toBe(slow);
  expect(better(quick, slow)).toBe(quick);
  expect(better(slow, { ...quick, at: slow.at + 1 })).toMatchObject({ offset: quick.offset });
  const later = { ...slow, at: quick.at + 11 * 60_000 };
  expect(better(quick, later)).toBe(later);
  const set = { offset: quick.offset + 3_600_000, took: 80, at: quick.at + 5_000 };
  expect(better(quick, set)).toBe(set);
});
