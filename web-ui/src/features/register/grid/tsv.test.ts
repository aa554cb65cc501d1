import { describe, expect, it } from 'vitest';
import { formatTsv, parseTsv, rangeOf, spread } from './tsv';

describe('cells on the clipboard', () => {
  it('reads tabs, lines of every kind, and cells in quotes', () => {
    expect(parseTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(parseTsv('"two\nlines"\t"say ""no"""')).toEqual([['two\nlines', 'say "no"']]);
    expect(parseTsv('5" disk\tx')).toEqual([['5" disk', 'x']]);
    expect(parseTsv('"open\tx')).toEqual([['"open', 'x']]);
    expect(parseTsv('a\t\t')).toEqual([['a', '', '']]);
    expect(parseTsv('\n\n')).toEqual([[''], ['']]);
  });
  it('gives back what it wrote, whatever stands in the cells', () => {
    const pieces = ['', 'a', '4 h', '"', '""', 'x\ty', 'two\nlines', '臺北', ' edge ', '"quoted"'];
    let seed = 7;
    const next = (end: number): number => (seed = (seed * 48271) % 2147483647) % end;
    for (let i = 0; i < 300; i++) {
      const width = 1 + next(4);
      const block = Array.from({ length: 1 + next(4) }, () =>
        Array.from({ length: width }, () => pieces[next(pieces.length)] ?? ''),
      );
      if (block.at(-1)?.join('') === '' && width === 1) continue; // an empty last line is the end of the text
      expect(parseTsv(formatTsv(block))).toEqual(block);
    }
  });
});

describe('where a paste goes', () => {
  const at = (row: number, column: number) => rangeOf({ row, column }, { row, column });
  it('lays a block down at a cell and counts what lies beyond', () => {
    const { placed, beyond } = spread([['a', 'b'], ['c', 'd'], ['e']], at(1, 1), 3, 3);
    expect(placed.map((each) => `${each.row}${each.column}${each.text}`)).toEqual(['11a', '12b', '21c', '22d']);
    expect(beyond).toEqual(['e']);
  });
  it('fills a range with one value, and repeats a block in a multiple of it', () => {
    const range = rangeOf({ row: 3, column: 2 }, { row: 0, column: 1 });
    expect(spread([['x']], range, 9, 9).placed).toHaveLength(8);
    expect(
      spread(
        [
          ['x', 'y'],
          ['u', 'v'],
        ],
        range,
        9,
        9,
      )
        .placed.map((each) => each.text)
        .join(''),
    ).toBe('xyuvxyuv');
    expect(spread([['x', 'y', 'z']], range, 9, 9).placed).toHaveLength(3);
  });
});
