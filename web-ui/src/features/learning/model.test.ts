import { expect, it } from 'vitest';
import type { Point } from './api';
import { byInput, endOf, isInside, tenths } from './model';

const point = (input: string, stated: number, forecast: number): Point => ({
  actual: 1,
  event: 'a',
  date: '2026-01-10',
  input,
  owner: 'db',
  names: {},
  method: null,
  quantity: 'duration',
  hours: 1,
  stated,
  forecast,
});

it('counts chances by tenths, both ends included', () => {
  expect(tenths([0, 0.05, 0.1, 0.95, 1])).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
});

it('tells how the forecasts of each number held, the most measured first', () => {
  const held = byInput([point('b', 0.5, 0.5), point('a', 0.95, 0.9), point('a', 0.5, 0.2)]);
  expect(held.map((each) => [each.input, each.points.length, each.stated, each.forecast])).toEqual([
    ['a', 2, 1, 2],
    ['b', 1, 1, 1],
  ]);
});

it('takes the ends of the band as inside', () => {
  expect([0.1, 0.9, 0.0999, 0.9001].map(isInside)).toEqual([true, true, false, false]);
});

it('ends an axis at a round number that holds everything', () => {
  expect([endOf([3.2]), endOf([0.18, 0.02]), endOf([10]), endOf([])]).toEqual([5, 0.2, 10, 1]);
});
