import { expect, it } from 'vitest';
import type { Place } from './model';
import { wrapped } from './wrap';

const column = (x: number, count: number): [string, Place][] =>
  Array.from({ length: count }, (_, i) => [`${x}-${i}`, [x, i * 56]]);

it('leaves layers that can be read as they are', () => {
  const places = new Map([...column(0, 3), ...column(240, 5)]);
  expect(wrapped(places, 16, 240, 56)).toBe(places);
});

it('splits a tall layer into columns, keeps the order, and lets later layers make room', () => {
  const found = wrapped(new Map([...column(0, 2), ...column(240, 40), ...column(480, 1)]), 16, 240, 56);
  const xs = new Set([...found].filter(([id]) => id.startsWith('240-')).map(([, place]) => place[0]));
  expect([...xs]).toEqual([240, 480, 720]);
  expect(found.get('480-0')?.[0]).toBe(960);
  const first = [...found]
    .filter(([id, place]) => id.startsWith('240-') && place[0] === 240)
    .map(([, place]) => place[1]);
  expect(first).toEqual([...first].sort((a, b) => a - b));
  expect(new Set([...found.values()].map((place) => place.join(' '))).size).toBe(43);
});
