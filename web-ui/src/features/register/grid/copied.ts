import { valueAt } from './edits';
import { type ColumnKey, type Line, shownIn } from '../rows';
import type { Words } from './useKnown';
import { isEditable } from './values';

/** What a cell gives to the clipboard, and to the field where it is edited: what is stated here, not what is taken over. */
export function copied(column: ColumnKey, line: Line, words: Words): string {
  if (!isEditable(column)) return String(shownIn(column, line) ?? '');
  switch (column) {
    case 'name':
      return line.row.name === undefined && line.row.names === undefined ? '' : line.name;
    case 'rto':
    case 'rpo':
    case 'mtpd':
      return words.write(column, valueAt(line.row, ['objectives', column]));
    case 'kind':
    case 'site':
    case 'zone':
    case 'owner':
    case 'tier':
      return words.write(column, valueAt(line.row, [column]));
  }
}
