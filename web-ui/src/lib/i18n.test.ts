import { expect, it } from 'vitest';
import { en, zh } from './texts';

const keys = Object.keys(en) as (keyof typeof en)[];

it('has every text in both languages, with the same places for values', () => {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
  for (const key of keys) expect(places(zh[key]), key).toEqual(places(en[key]));
});

/** Chosen by hand, since the service writes them into documents too, or since the form for one has another sentence. */
const CHOSEN = ['planObservations', 'importViolations'];

it('has a form for one thing wherever a count stands before a plural', () => {
  const counting = keys.filter((key) => /\{\{count\}\} ([a-z]+ )?[a-z]+s\b/.test(en[key]) && !key.endsWith('_one'));
  const without = counting.filter((key) => !(`${key}_one` in en) && !CHOSEN.includes(key));
  expect(counting.length).toBeGreaterThan(5);
  expect(without).toEqual([]);
});

it('has a form for one step and one minute of a drill', () => {
  const counting = keys.filter(
    (key) => /^(drill|dpl).*/.test(key) && /\} (steps|minutes)\b/.test(en[key]) && !key.endsWith('_one'),
  );
  expect(counting.length).toBeGreaterThan(3);
  expect(counting.filter((key) => !(`${key}_one` in en))).toEqual([]);
});
