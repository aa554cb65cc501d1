import { expect, test } from 'vitest';
import { oneByOne } from './many';

test('what fails stops nobody and is told at the end, in order', async () => {
  const seen: number[] = [];
  const counts: number[] = [];
  const failed = await oneByOne(
    [1, 2, 3, 4],
    (item) => {
      seen.push(item);
      return item % 2 === 0 ? Promise.reject(new Error(`no ${item}`)) : Promise.resolve();
    },
    (count) => counts.push(count),
  );
  expect(seen).toEqual([1, 2, 3, 4]);
  expect(counts).toEqual([1, 2, 3, 4]);
  expect(failed.map((each) => [each.item, each.error.message])).toEqual([
    [2, 'no 2'],
    [4, 'no 4'],
  ]);
});

test('one waits for the one before', async () => {
  let under = 0;
  let most = 0;
  await oneByOne([1, 2, 3], async () => {
    under += 1;
    most = Math.max(most, under);
    await Promise.resolve();
    under -= 1;
  });
  expect(most).toBe(1);
});
