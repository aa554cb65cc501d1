import { expect, it } from 'vitest';
import { merged, numberOf } from '../../lib/merge';
import type { BiaRecord, Row, Scales } from './api';
import {
  amountAt,
  amountsOf,
  columnsOf,
  highestAt,
  kindsOf,
  levelAt,
  levelHours,
  lossAt,
  maySubmit,
  tidied,
  withAmount,
  withLevel,
  withPasted,
  withValue,
} from './model';

const kind = (id: string, unit: string | null = null) => ({ id, names: { en: id, 'zh-Hant': id }, unit });
const scales: Scales = {
  kinds: [kind('legal'), kind('financial', 'money'), kind('subscribers', 'people')],
  levels: ['none', 'slight', 'moderate', 'major', 'intolerable'].map((en) => ({
    names: { en, 'zh-Hant': en },
    means: { en, 'zh-Hant': en },
  })),
  intolerableFrom: 4,
  hours: [1, 4, 12],
  moneyLimit: null,
  tiers: [],
};
const record: BiaRecord = {
  impact: {
    levels: {
      legal: [
        [0.5, 1],
        [4, 3],
      ],
      odd: [[12, 2]],
    },
  },
};

it('carries a level on until the next one is set [row:B1]', () => {
  const points: [number, number][] = [
    [1, 1],
    [4, 3],
  ];
  expect(levelAt(points, 0.5)).toEqual({ level: 0, carried: true });
  expect(levelAt(points, 1)).toEqual({ level: 1, carried: false });
  expect(levelAt(points, 3)).toEqual({ level: 1, carried: true });
  expect(levelAt(points, 12)).toEqual({ level: 3, carried: true });
  expect(highestAt(record, 12)).toBe(3);
});

it('has a column for every time point of the scales and of the analysis, and a row for every kind', () => {
  expect(levelHours(record, scales)).toEqual([0.5, 1, 4, 12]);
  const figures: BiaRecord = {
    impact: {
      loss: [
        [0, 0],
        [168, 9],
      ],
    },
    'x-bia': { kinds: { odd: { amounts: [[2, 5]] } } },
  };
  expect(columnsOf(figures, scales)).toEqual([0, 1, 2, 4, 12, 168]);
  expect(kindsOf(record, scales).map((each) => [each.id, each.known])).toEqual([
    ['legal', true],
    ['financial', true],
    ['subscribers', true],
    ['odd', false],
  ]);
});

it('sets, moves and takes away levels in the order of hours', () => {
  const set = withLevel(record, 'legal', 1, 2);
  expect(set.impact?.levels?.['legal']).toEqual([
    [0.5, 1],
    [1, 2],
    [4, 3],
  ]);
  const cleared = withLevel(withLevel(set, 'odd', 12, null), 'legal', 4, null);
  expect(cleared.impact?.levels).toEqual({
    legal: [
      [0.5, 1],
      [1, 2],
    ],
  });
  expect(withLevel({}, 'legal', 4, null)).toEqual({});
});

it('keeps money in the curve of loss and all other figures beside the levels', () => {
  const [, money, people] = kindsOf({}, scales);
  if (!money || !people) throw new Error('the scales have three kinds');
  const changed = withAmount(withAmount({}, money, 4, 1000), people, 1, 60000);
  expect(changed.impact?.loss).toEqual([[4, 1000]]);
  expect(changed['x-bia']?.kinds?.['subscribers']?.amounts).toEqual([[1, 60000]]);
  expect(amountAt(amountsOf(changed, people), 1)).toBe(60000);
  expect(amountAt(amountsOf(changed, people), 4)).toBeNull();
});

it('takes cells of a spreadsheet from the chosen one on, and leaves out what is no level', () => {
  const kinds = kindsOf({}, scales);
  const pasted = withPasted({}, '1\t2\t9\nx\t3\t\n', { row: 0, column: 1 }, kinds, [1, 4, 12], 4);
  expect(pasted.impact?.levels).toEqual({
    legal: [
      [4, 1],
      [12, 2],
    ],
    financial: [[12, 3]],
  });
});

it('reads the loss as the simulator charges it', () => {
  expect(
    lossAt(
      [
        [0, 0],
        [4, 100],
        [8, 500],
      ],
      6,
    ),
  ).toBe(300);
  expect(lossAt([[4, 100]], 2)).toBe(50);
  expect(
    lossAt(
      [
        [0, 0],
        [4, 100],
        [8, 500],
      ],
      10,
    ),
  ).toBe(700);
  expect(lossAt([], 3)).toBe(0);
});

it('leaves nothing behind where a value is taken away', () => {
  const set = withValue({ tier: 1 }, ['x-bia', 'reasons', 'rto'], 'because');
  expect(set).toEqual({ tier: 1, 'x-bia': { reasons: { rto: 'because' } } });
  expect(withValue(set, ['x-bia', 'reasons', 'rto'], '')).toEqual({ tier: 1 });
  expect(tidied({ objectives: {}, owner: '' })).toEqual({});
});

it('puts the changes of two people together and tells where both changed the same', () => {
  const base = { tier: 1, objectives: { mtpd: 12, rto: 4 }, owner: 'a' };
  const theirs = { tier: 2, objectives: { mtpd: 12, rto: 2 }, owner: 'a' };
  const mine = { tier: 1, objectives: { mtpd: 8, rto: 6 }, owner: 'a', 'x-bia': { minimum: 'calls only' } };
  expect(merged(base, theirs, mine)).toEqual({
    value: { tier: 2, objectives: { mtpd: 8, rto: 6 }, owner: 'a', 'x-bia': { minimum: 'calls only' } },
    clashes: [{ path: 'objectives.rto', theirs: 2, mine: 6 }],
  });
  expect(merged(base, theirs, base)).toEqual({ value: theirs, clashes: [] });
});

it('reads numbers as people type them', () => {
  expect(numberOf(' 1,500 ')).toBe(1500);
  expect(numberOf('')).toBeNull();
  expect(numberOf('two')).toBeNaN();
  expect(numberOf('-1')).toBeNaN();
});

it('only what is complete and neither waits nor holds can be submitted', () => {
  const row = (missing: number, state: string): Row => ({ missing, standing: { state } }) as unknown as Row;
  expect(['draft', 'changed', 'rejected'].map((state) => maySubmit(row(0, state)))).toEqual([true, true, true]);
  expect([maySubmit(row(1, 'draft')), maySubmit(row(0, 'waiting')), maySubmit(row(0, 'approved'))]).toEqual([
    false,
    false,
    false,
  ]);
});
