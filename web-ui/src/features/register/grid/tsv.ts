/** The cells of a text as spreadsheets put it on the clipboard: tabs and lines, a cell in quotes where it holds either. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let at = 0;
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  while (at < plain.length) {
    const quoted = cell === '' && plain[at] === '"' ? quotedCell(plain, at) : null;
    if (quoted) {
      cell = quoted.cell;
      at = quoted.end;
    } else if (plain[at] === '\t') {
      endCell();
      at++;
    } else if (plain[at] === '\n') {
      endCell();
      rows.push(row);
      row = [];
      at++;
    } else {
      cell += plain[at] ?? '';
      at++;
    }
  }
  endCell();
  rows.push(row);
  return rows;
}

/** A cell in quotes that begins here, or null where the quotes are just characters. */
function quotedCell(text: string, from: number): { cell: string; end: number } | null {
  const found = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text.slice(from));
  return found ? { cell: (found[1] ?? '').replaceAll('""', '"'), end: from + found[0].length } : null;
}

/** The same the other way round. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  const quote = (cell: string): string => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quote).join('\t')).join('\n');
}

/** A rectangle of cells, by places of rows and columns; both ends belong to it. */
export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The rectangle between two corners. */
export const rangeOf = (a: { row: number; column: number }, b: { row: number; column: number }): Range => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

/** One value of a paste and where it goes. */
export interface Placed {
  row: number;
  column: number;
  text: string;
}

/**
 * Where pasted values go: one value fills the range, a block repeats where the range is a multiple of it, and is laid down whole
 * at the range's first cell otherwise.
 *
 * @returns the values within the grid, and those that lie beyond its last row or column
 */
export function spread(
  block: readonly (readonly string[])[],
  range: Range,
  rows: number,
  columns: number,
): { placed: Placed[]; beyond: string[] } {
  const height = block.length;
  const width = Math.max(...block.map((line) => line.length));
  const tall = range.bottom - range.top + 1;
  const wide = range.right - range.left + 1;
  const repeats = tall % height === 0 && wide % width === 0;
  const placed: Placed[] = [];
  const beyond: string[] = [];
  for (let r = 0; r < (repeats ? tall : height); r++)
    for (let c = 0; c < (repeats ? wide : width); c++) {
      const text = block[r % height]?.[c % width];
      if (text === undefined) continue;
      const cell = { row: range.top + r, column: range.left + c, text };
      if (cell.row < rows && cell.column < columns) placed.push(cell);
      else beyond.push(text);
    }
  return { placed, beyond };
}
