import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useNavigate } from 'react-router';
import { useLanguage } from '../../../lib/i18n';
import type { ColumnKey, Line, Wish } from '../rows';
import { columnOf, leastWidth, TICK, tracks } from './columns';
import { Editor, type Then } from './Editor';
import { GridHead } from './GridHead';
import { cellId, GridRow, isOpen } from './GridRow';
import { type At, keyTo, type Layout } from './place';
import type { EditStore, Edits } from './store';
import { Trouble } from './Trouble';
import { formatTsv, parseTsv, spread } from './tsv';
import { useClipboard } from './useClipboard';
import type { Words } from './useKnown';
import { useMarked } from './useMarked';
import type { Editable } from './values';
import { copied } from './copied';

const ROW = 30;

export interface GridProps {
  lines: readonly Line[];
  wish: Wish;
  change: (part: Partial<Wish>) => void;
  filtering: boolean;
  canEdit: boolean;
  words: Words;
  edits: Edits;
  store: EditStore;
  /** Takes what was typed or pasted into cells. */
  enter: (cells: { at: At; text: string }[]) => void;
  chosen: ReadonlySet<string>;
  choose: (ids: readonly string[], on: boolean) => void;
  /** Says something beside the figures below the grid, and what of a paste had no place. */
  say: (note: string, left?: string) => void;
}

const DOWN: Record<Then, [number, number]> = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1], stay: [0, 0] };

/** The rows of the register as a grid of cells: only what is seen is there, and all of it is reached by keys. */
export function Grid(props: GridProps): ReactElement {
  const { lines, wish, canEdit, words, edits, store, enter, chosen, choose, say } = props;
  const { t } = useLanguage();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const layout: Layout = useMemo(
    () => ({ lines, columns: wish.columns, places: new Map(lines.map((line, i) => [line.row.id, i])) }),
    [lines, wish.columns],
  );
  const { active, place, range, go, stretchAll } = useMarked(layout);
  const [editing, setEditing] = useState<{ at: At; start: string; fresh: boolean } | null>(null);
  const editRow = editing ? layout.places.get(editing.at.id) : undefined;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 14,
    scrollPaddingStart: props.filtering ? 66 : 34,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const seen = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      return editRow === undefined || (editRow >= first && editRow <= last) ? seen : [...seen, editRow];
    },
  });
  const move = (row: number, column: number, stretch = false): At | null => {
    const at = go(row, column, stretch);
    virtual.scrollToIndex(Math.max(0, Math.min(lines.length - 1, row)));
    showColumn(box.current, layout.columns.indexOf(at?.column ?? 'id'), layout);
    return at;
  };
  const lineOf = (at: At): Line | undefined => lines[layout.places.get(at.id) ?? -1];
  const edit = (at: At, typed: string | null): void => {
    const line = lineOf(at);
    if (!line || !canEdit || !isOpen(at.column, line)) {
      if (canEdit && line) say(t('registerNotHere', { column: t(columnOf(at.column).text) }));
      return;
    }
    const waiting = edits.pending.get(at.id)?.get(at.column);
    const start =
      typed ??
      (waiting
        ? waiting.value === undefined
          ? waiting.text
          : words.write(at.column, waiting.value)
        : copied(at.column, line, words));
    setEditing({ at, start, fresh: typed !== null });
  };
  const finish = (then: Then): void => {
    setEditing(null);
    box.current?.focus();
    if (place) move(place.row + DOWN[then][0], place.column + DOWN[then][1]);
  };
  useClipboard(box, {
    copy: () => {
      if (!range) return null;
      const columns = layout.columns.slice(range.left, range.right + 1);
      return formatTsv(
        lines.slice(range.top, range.bottom + 1).map((line) => columns.map((column) => copied(column, line, words))),
      );
    },
    paste: (text) => {
      if (!range || !canEdit) return;
      const { placed, beyond } = spread(parseTsv(text), range, lines.length, layout.columns.length);
      const cells = placed.flatMap(({ row, column, text: value }) => {
        const [line, key] = [lines[row], layout.columns[column]];
        return line && key ? [{ line, at: { id: line.row.id, column: key }, text: value }] : [];
      });
      const open = cells.filter(({ at, line }) => isOpen(at.column, line));
      const shut = cells.filter(
        ({ at, line, text: value }) => !isOpen(at.column, line) && value.trim() !== copied(at.column, line, words),
      );
      enter(open);
      const left = [
        ...shut.map(({ at, text: value }) => [at.id, t(columnOf(at.column).text), value]),
        ...beyond.map((value) => ['', '', value]),
      ];
      say(t('registerPasted', { cells: open.length }), left.length > 0 ? formatTsv(left) : '');
    },
  });
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== box.current) return;
    const control = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const done = (): void => {
      event.preventDefault();
    };
    if (control && (key === 'z' || key === 'y')) {
      done();
      void store.back(key === 'y' || event.shiftKey ? 'redo' : 'undo');
      return;
    }
    if (control && key === 'a') {
      done();
      stretchAll();
      return;
    }
    const from = place ?? { row: 0, column: 0 };
    const page = Math.max(1, Math.floor((box.current.clientHeight - 40) / ROW) - 1);
    const to = event.altKey ? null : keyTo(event.key, control, from, page, layout);
    if (to) {
      done();
      if (place) move(to.row, to.column, event.shiftKey);
      else move(0, 0);
    } else if (active && !control && !event.altKey) pressOn(active, event, done);
  };
  const pressOn = (at: At, event: KeyboardEvent<HTMLDivElement>, done: () => void): void => {
    if (event.key === 'Enter' && at.column === 'id') {
      done();
      void navigate(`/register/${at.id}`);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      done();
      edit(at, null);
    } else if (event.key === ' ') {
      done();
      choose([at.id], !chosen.has(at.id));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      done();
      clear();
    } else if (event.key.length === 1) {
      done();
      edit(at, event.key);
    }
  };
  const clear = (): void => {
    if (!range || !canEdit) return;
    const cells = lines.slice(range.top, range.bottom + 1).flatMap((line) =>
      layout.columns
        .slice(range.left, range.right + 1)
        .filter((column) => isOpen(column, line))
        .map((column) => ({ at: { id: line.row.id, column }, text: '' })),
    );
    enter(cells);
  };
  const touched = (event: MouseEvent): { row: number; column: number } | null => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-column]');
    const id = cell?.closest<HTMLElement>('[data-id]')?.dataset['id'];
    const row = layout.places.get(id ?? '');
    const column = layout.columns.findIndex((key) => key === cell?.dataset['column']);
    return row === undefined || column < 0 ? null : { row, column };
  };
  const inField = (event: MouseEvent): boolean =>
    (event.target as Element).closest('.gedit, .gfilter, a, button') !== null;
  const down = (event: MouseEvent): void => {
    if (event.button !== 0 || inField(event)) return;
    const tick = (event.target as Element).closest<HTMLElement>('.gr .tickcell')?.closest<HTMLElement>('[data-id]');
    const id = tick?.dataset['id'];
    if (id) {
      event.preventDefault();
      choose([id], !chosen.has(id));
      return;
    }
    const to = touched(event);
    if (!to) return;
    if (editing) box.current?.focus(); // takes what is in the field
    event.preventDefault();
    box.current?.focus();
    dragging.current = true;
    go(to.row, to.column, event.shiftKey);
  };
  const drag = (event: MouseEvent): void => {
    if (!dragging.current || event.buttons !== 1) {
      dragging.current = false;
      return;
    }
    const to = touched(event);
    if (to && (to.row !== place?.row || to.column !== place.column)) go(to.row, to.column, true);
  };
  const shown = virtual.getVirtualItems();
  const trouble = active ? edits.pending.get(active.id)?.get(active.column as Editable) : undefined;
  const activeRow = place ? shown.some((item) => item.index === place.row) : false;
  const allChosen = lines.length > 0 && lines.every((line) => chosen.has(line.row.id));
  return (
    <div className="gridwrap">
      <div
        ref={box}
        className="gridbox"
        role="grid"
        tabIndex={0}
        aria-label={t('register')}
        aria-rowcount={lines.length + 1}
        aria-colcount={wish.columns.length + 1}
        aria-multiselectable="true"
        aria-readonly={canEdit ? undefined : true}
        aria-activedescendant={active && activeRow ? cellId(active.id, active.column) : undefined}
        style={{ '--tracks': tracks(wish.columns), '--least': `${leastWidth(wish.columns)}px` } as CSSProperties}
        onKeyDown={press}
        onMouseDown={down}
        onMouseMove={drag}
        onDoubleClick={(event) => {
          const to = touched(event);
          const at = to && !inField(event) ? go(to.row, to.column) : null;
          if (at) edit(at, null);
        }}
        onFocus={(event) => {
          if (event.target === box.current && !place) go(0, 0);
        }}
      >
        <GridHead
          wish={wish}
          change={props.change}
          filtering={props.filtering}
          chosen={allChosen ? true : chosen.size > 0 ? 'mixed' : false}
          chooseAll={(on) => {
            choose(
              lines.map((line) => line.row.id),
              on,
            );
          }}
        />
        <div role="rowgroup" className="gbody" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => {
            const line = lines[index];
            if (!line) return null;
            const { id } = line.row;
            const within = range !== null && index >= range.top && index <= range.bottom;
            const own = editing?.at.id === id ? editing : null;
            return (
              <GridRow
                key={id}
                line={line}
                index={index}
                top={start}
                columns={wish.columns}
                words={words}
                active={place?.row === index ? place.column : -1}
                left={within ? range.left : -1}
                right={within ? range.right : -2}
                chosen={chosen.has(id)}
                cells={edits.pending.get(id)}
                canEdit={canEdit}
                editing={own?.at.column ?? null}
                editor={
                  own && (
                    <Editor
                      column={own.at.column as Editable}
                      start={own.start}
                      fresh={own.fresh}
                      cancel={() => {
                        finish('stay');
                      }}
                      commit={(text, then) => {
                        if (own.fresh || text !== own.start || edits.pending.get(id)?.has(own.at.column as Editable))
                          enter([{ at: own.at, text }]);
                        if (then === 'stay') setEditing(null);
                        else finish(then);
                      }}
                    />
                  )
                }
              />
            );
          })}
        </div>
      </div>
      {active && place && trouble && !editing && (trouble.state === 'refused' || trouble.state === 'conflict') && (
        <div
          className="gpop"
          role="alert"
          style={popAt(box.current, active.column, (place.row + 1) * ROW - (virtual.scrollOffset ?? 0))}
        >
          <Trouble
            id={active.id}
            cell={trouble}
            clash={edits.clashes.get(active.id)}
            words={words}
            mend={(text) => {
              enter([{ at: active, text }]);
              box.current?.focus();
            }}
            drop={() => {
              store.drop([{ id: active.id, column: trouble.column }]);
              box.current?.focus();
            }}
            settle={(mine) => {
              void store.settle(active.id, mine);
              box.current?.focus();
            }}
          />
        </div>
      )}
    </div>
  );
}

/** Below a cell, within the box; `below` is how far under the head the cell ends. */
function popAt(box: HTMLElement | null, column: ColumnKey, below: number): CSSProperties {
  const head = box?.querySelector<HTMLElement>('.gh');
  const over = head?.querySelector<HTMLElement>(`.g-${column}`);
  if (!box || !head || !over) return {};
  const left = Math.max(0, Math.min(over.offsetLeft - box.scrollLeft, box.clientWidth - 320));
  const top = Math.max(head.offsetHeight, Math.min(head.offsetHeight + below + 2, box.clientHeight - 90));
  return { transform: `translate(${left}px, ${top}px)` };
}

/** How far from the left a column begins where no room is left over. */
const offsetOf = (column: number, layout: Layout): number =>
  layout.columns.slice(0, column).reduce((sum, key) => sum + columnOf(key).width, TICK);

/** Scrolls sideways as far as a column needs to be seen beside the first, which stays. */
function showColumn(box: HTMLElement | null, column: number, layout: Layout): void {
  if (!box || column < 1) {
    if (box && column === 0) box.scrollLeft = 0;
    return;
  }
  const key = layout.columns[column];
  const head = key && box.querySelector<HTMLElement>(`.gh .g-${key}`);
  if (!head) return;
  const fixed = offsetOf(1, layout);
  if (head.offsetLeft - fixed < box.scrollLeft) box.scrollLeft = head.offsetLeft - fixed;
  const right = head.offsetLeft + head.offsetWidth - box.clientWidth;
  if (right > box.scrollLeft) box.scrollLeft = right;
}
