import type { GridRow } from '../rows';
import type { Path } from './edits';
import type { Broken, Editable, Value } from './values';

/** Why a value was not taken: a rule that the page knows, what the service says of it, or what went wrong on the way. */
export type Why = { broken: Broken } | { says: string } | { error: Error };

/** What a batch of values is: typed or pasted, or a step that is taken back or made again. */
export interface Turn {
  kind: 'do' | 'undo' | 'redo';
  number: number;
}

/** A value that somebody gave and that is not stored yet. */
export interface Cell {
  column: Editable;
  path: Path;
  text: string;
  /** What is to be stored; missing where the text breaks a rule. */
  value?: Value;
  state: 'waiting' | 'sending' | 'refused' | 'conflict';
  why?: Why;
  /** The version that it is to be stored on, where somebody has seen a newer one than the row was. */
  version?: number;
  turn: Turn;
}

export type Pending = ReadonlyMap<string, ReadonlyMap<Editable, Cell>>;

/** What somebody else changed meanwhile: the row as it was seen, and as it is now (null: taken out). */
export interface Clash {
  seen: GridRow;
  now: GridRow | null;
}

/** What a cell is to be; null for nothing that waits. */
export interface CellAt {
  id: string;
  column: Editable;
  cell: Cell | null;
}

/** A copy with some cells set. */
export function withCells(pending: Pending, cells: readonly CellAt[]): Pending {
  const next = new Map(pending);
  const copied = new Set<string>();
  for (const { id, column, cell } of cells) {
    const own = copied.has(id) ? (next.get(id) as Map<Editable, Cell>) : new Map(next.get(id));
    copied.add(id);
    if (cell) own.set(column, cell);
    else own.delete(column);
    next.set(id, own);
  }
  for (const id of copied) if (next.get(id)?.size === 0) next.delete(id);
  return next;
}

/** All cells with their ids. */
export function* cellsOf(pending: Pending): Generator<{ id: string; cell: Cell }> {
  for (const [id, cells] of pending) for (const cell of cells.values()) yield { id, cell };
}

/** One request: of each element the cells that go together. */
export interface Batch {
  turn: Turn;
  items: { id: string; cells: Cell[] }[];
}

/** How many changes one request may hold. */
export const MOST = 5000;

/** What is to be sent next: the cells of the oldest turn that wait, or null where none do. */
export function nextBatch(pending: Pending): Batch | null {
  let turn: Turn | null = null;
  for (const { cell } of cellsOf(pending))
    if (cell.state === 'waiting' && (turn === null || cell.turn.number < turn.number)) turn = cell.turn;
  if (turn === null) return null;
  const { number } = turn;
  const items: Batch['items'] = [];
  for (const [id, cells] of pending) {
    const waiting = [...cells.values()].filter((cell) => cell.state === 'waiting' && cell.turn.number === number);
    if (waiting.length > 0) items.push({ id, cells: waiting });
    if (items.length === MOST) break;
  }
  return { turn, items };
}

/** The cells that need somebody: refused ones and those that somebody else changed too. */
export const troubled = (pending: Pending): { id: string; cell: Cell }[] =>
  [...cellsOf(pending)].filter(({ cell }) => cell.state === 'refused' || cell.state === 'conflict');
