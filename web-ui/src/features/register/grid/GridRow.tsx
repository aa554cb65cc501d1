import { memo, type ReactElement, type ReactNode } from 'react';
import { useLanguage } from '../../../lib/i18n';
import type { ColumnKey, Line } from '../rows';
import { CellText } from './CellText';
import { columnOf } from './columns';
import type { Cell } from './pending';
import type { Words } from './useKnown';
import { type Editable, isEditable } from './values';

export interface RowProps {
  line: Line;
  index: number;
  top: number;
  columns: readonly ColumnKey[];
  words: Words;
  /** The place of the active cell in this row, and the places of the range that lie in it; -1 for none. */
  active: number;
  left: number;
  right: number;
  chosen: boolean;
  cells: ReadonlyMap<Editable, Cell> | undefined;
  /** Which column is being edited here, and the field for it. */
  editing: ColumnKey | null;
  editor: ReactNode;
  canEdit: boolean;
}

/** Whether a cell of a row can be edited: only assets have kinds of their own. */
export const isOpen = (column: ColumnKey, line: Line): column is Editable =>
  isEditable(column) && (column !== 'kind' || line.row.type === 'asset');

export const cellId = (id: string, column: ColumnKey): string => `cell-${column}-${id}`;

/** A row of the grid. What is done to it is noticed by the grid, which it tells by data what was touched. */
export const GridRow = memo(function GridRow(props: RowProps): ReactElement {
  const { line, index, top, columns, active, left, right, chosen, cells, editing, canEdit } = props;
  const { t } = useLanguage();
  const { id } = line.row;
  return (
    <div
      role="row"
      className={chosen ? 'gr on' : 'gr'}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-id={id}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className="gc tickcell" aria-colindex={1}>
        <input type="checkbox" tabIndex={-1} checked={chosen} readOnly aria-label={t('registerChoose', { id })} />
      </div>
      {columns.map((column, c) => {
        const cell = isEditable(column) ? cells?.get(column) : undefined;
        const open = canEdit && isOpen(column, line);
        const names = ['gc', `g-${column}`];
        if (columnOf(column).numeric) names.push('num');
        if (c === active) names.push('at');
        else if (c >= left && c <= right) names.push('in');
        if (cell) names.push(cell.state === 'refused' || cell.state === 'conflict' ? 'wrong' : 'going');
        return (
          <div
            key={column}
            role={column === 'id' ? 'rowheader' : 'gridcell'}
            id={cellId(id, column)}
            className={names.join(' ')}
            aria-colindex={c + 2}
            aria-readonly={open ? undefined : true}
            aria-invalid={cell?.state === 'refused' || cell?.state === 'conflict' ? true : undefined}
            data-column={column}
          >
            {editing === column ? props.editor : <Content {...props} column={column} cell={cell} />}
          </div>
        );
      })}
    </div>
  );
});

function Content({ line, column, cell, words }: RowProps & { column: ColumnKey; cell: Cell | undefined }): ReactNode {
  if (!cell) return <CellText column={column} line={line} />;
  return cell.value === undefined ? cell.text : words.show(cell.column, cell.value);
}
