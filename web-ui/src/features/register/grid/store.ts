import { Problem, violationsOf } from '../../../lib/answer';
import type { GridRow } from '../rows';
import {
  concerns,
  inverse,
  type Move,
  type Patch,
  patchOf,
  type Path,
  placeOf,
  type Step,
  valueAt,
  type Whole,
  withValue,
} from './edits';
import {
  type Batch,
  type Cell,
  type CellAt,
  cellsOf,
  type Clash,
  MOST,
  nextBatch,
  type Pending,
  type Turn,
  type Why,
  withCells,
} from './pending';
import type { Editable, Parsed, Value } from './values';

/** A change as the service takes it. */
export type Change =
  | { id: string; version: number; patch: Patch }
  | { id: string; version: number; remove: true }
  | { type: string; element: Whole['element'] };

export interface Answer {
  revision: number;
  items: { id: string; version: number | null }[];
}

/** What the edits are made on. */
export interface Register {
  find(id: string): GridRow | undefined;
  /** Takes what is stored now into the rows that are shown. */
  put(rows: GridRow[], gone: readonly string[], revision: number): Promise<void>;
  /** Reads the rows anew. */
  refresh(): Promise<void>;
  change(changes: Change[]): Promise<Answer>;
  whole(id: string): Promise<Whole>;
}

/** A value that somebody gives. */
export interface Entry {
  id: string;
  column: Editable;
  path: Path;
  text: string;
  parsed: Parsed;
}

export interface Edits {
  pending: Pending;
  clashes: ReadonlyMap<string, Clash>;
  undo: number;
  redo: number;
  sending: boolean;
  /** Why elements could not be taken out or put back. */
  fault: Error | null;
}

interface Kept {
  number: number;
  step: Step;
}

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

/**
 * The edits of this session: values wait here until they are stored, and stay here while they are refused, so that nothing that
 * was typed or pasted is lost. One request at a time; what was stored can be taken back.
 */
export class EditStore {
  private edits: Edits = { pending: new Map(), clashes: new Map(), undo: 0, redo: 0, sending: false, fault: null };
  private readonly listeners = new Set<() => void>();
  private readonly done: Kept[] = [];
  private readonly undone: Kept[] = [];
  private turns = 0;

  constructor(private readonly register: Register) {}

  readonly subscribe = (changed: () => void): (() => void) => {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  };

  readonly current = (): Edits => this.edits;

  private set(part: Partial<Edits>): void {
    this.edits = { ...this.edits, ...part, undo: this.done.length, redo: this.undone.length };
    this.listeners.forEach((changed) => {
      changed();
    });
  }

  /** Until something changes here. */
  private change(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        stop();
        resolve();
      });
    });
  }

  private turn(kind: Turn['kind']): Turn {
    return { kind, number: ++this.turns };
  }

  /** Takes values; those that break no rule are stored, the others are marked and kept. */
  enter(entries: readonly Entry[]): Promise<void> {
    const turn = this.turn('do');
    const cells = entries.map(({ id, column, path, text, parsed }): CellAt => {
      const row = this.register.find(id);
      if ('broken' in parsed)
        return {
          id,
          column,
          cell: { column, path, text, state: 'refused', why: { broken: parsed.broken }, turn },
        };
      const same = row !== undefined && valueAt(row, path) === parsed.value;
      const cell: Cell = { column, path, text, value: parsed.value, state: 'waiting', turn };
      return { id, column, cell: same ? null : cell };
    });
    this.set({ pending: withCells(this.edits.pending, cells) });
    return this.flush();
  }

  /** Forgets values that are not stored. */
  drop(cells: readonly { id: string; column: Editable }[]): void {
    const pending = withCells(
      this.edits.pending,
      cells.map((each) => ({ ...each, cell: null })),
    );
    const clashes = new Map([...this.edits.clashes].filter(([id]) => pending.has(id)));
    this.set({ pending, clashes });
  }

  /** Of a row that somebody else changed too: stores one's own values on what is there now, or forgets them. */
  settle(id: string, mine: boolean): Promise<void> {
    const own = [...(this.edits.pending.get(id)?.values() ?? [])].filter((cell) => cell.state === 'conflict');
    const version = this.edits.clashes.get(id)?.now?.version;
    if (!mine || version === undefined) {
      this.drop(own.map(({ column }) => ({ id, column })));
      return Promise.resolve();
    }
    const turn = this.turn('do');
    const cells = own.map(({ column, path, text, value = null }): CellAt => ({
      id,
      column,
      cell: { column, path, text, value, state: 'waiting', version, turn },
    }));
    const clashes = new Map(this.edits.clashes);
    clashes.delete(id);
    this.set({ pending: withCells(this.edits.pending, cells), clashes });
    return this.flush();
  }

  /** Sends again what failed on the way. */
  again(): Promise<void> {
    const turn = this.turn('do');
    const cells = [...cellsOf(this.edits.pending)]
      .filter(({ cell }) => cell.state === 'refused' && cell.why !== undefined && 'error' in cell.why)
      .map(({ id, cell: { column, path, text, value = null } }): CellAt => ({
        id,
        column,
        cell: { column, path, text, value, state: 'waiting', turn },
      }));
    this.set({ pending: withCells(this.edits.pending, cells) });
    return this.flush();
  }

  /** Takes the last step back, or makes the last one that was taken back again; after what is under way. */
  async back(kind: 'undo' | 'redo'): Promise<void> {
    while (this.edits.sending) await this.change();
    const from = kind === 'undo' ? this.done : this.undone;
    const kept = from.pop();
    if (!kept) return;
    const step = inverse(kept.step);
    if ('moves' in step) return this.move(step.moves, this.turn(kind));
    if (!(await this.whole(step, this.turn(kind)))) {
      from.push(kept);
      this.set({});
    }
  }

  private move(moves: readonly Move[], turn: Turn): Promise<void> {
    const cells = moves.map(({ id, column, path, after }): CellAt => ({
      id,
      column,
      cell: { column, path, text: String(after ?? ''), value: after, state: 'waiting', turn },
    }));
    this.set({ pending: withCells(this.edits.pending, cells) });
    return this.flush();
  }

  /** Takes elements out. */
  async remove(ids: readonly string[]): Promise<boolean> {
    try {
      const removed: Whole[] = [];
      for (let from = 0; from < ids.length; from += AT_ONCE)
        removed.push(...(await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => this.register.whole(id)))));
      return await this.whole({ removed }, this.turn('do'));
    } catch (cause) {
      this.set({ fault: asError(cause) });
      return false;
    }
  }

  forgetFault(): void {
    this.set({ fault: null });
  }

  private async whole(step: Exclude<Step, { moves: Move[] }>, turn: Turn): Promise<boolean> {
    this.set({ sending: true, fault: null });
    try {
      const gone = 'removed' in step ? step.removed.map((each) => each.element.id) : [];
      const changes: Change[] =
        'removed' in step
          ? gone.map((id) => ({ id, version: this.register.find(id)?.version ?? 0, remove: true }))
          : step.added.map(({ type, element }) => ({ type, element }));
      const answer = await this.register.change(changes);
      await this.register.put([], gone, answer.revision);
      if ('added' in step) await this.register.refresh();
      this.keep(turn, step);
      this.set({ sending: false });
    } catch (cause) {
      this.set({ sending: false, fault: asError(cause) });
    }
    void this.flush(); // what was entered meanwhile
    return this.edits.fault === null;
  }

  private keep(turn: Turn, step: Step): void {
    const onto = turn.kind === 'undo' ? this.undone : this.done;
    if (turn.kind === 'do') this.undone.length = 0;
    const last = onto.at(-1);
    if (last?.number === turn.number && 'moves' in last.step && 'moves' in step) last.step.moves.push(...step.moves);
    else onto.push({ number: turn.number, step });
  }

  private async flush(): Promise<void> {
    if (this.edits.sending) return;
    for (let batch = nextBatch(this.edits.pending); batch !== null; batch = nextBatch(this.edits.pending)) {
      const sent = this.mark(batch, { state: 'sending' });
      const seen = sent.items.map(({ id }) => this.register.find(id)); // rows may be read anew before the answer comes
      this.set({ sending: true });
      try {
        const answer = await this.register.change(
          sent.items.map(({ id, cells }) => ({
            id,
            version: cells.find((cell) => cell.version !== undefined)?.version ?? this.register.find(id)?.version ?? 0,
            patch: patchOf(cells.map(({ path, value = null }) => ({ path, value }))),
          })),
        );
        await this.stored(sent, seen, answer);
      } catch (cause) {
        await this.refused(sent, asError(cause));
      }
      this.set({ sending: false });
    }
  }

  /** The batch with its cells changed, here and in what is pending; cells that somebody has changed since stay as they are. */
  private mark(batch: Batch, part: Partial<Cell>): Batch {
    const items = batch.items.map(({ id, cells }) => ({ id, cells: cells.map((cell) => ({ ...cell, ...part })) }));
    const changed = batch.items.flatMap(({ id, cells }, i) =>
      cells.flatMap((cell, c) => {
        const next = items[i]?.cells[c];
        return next && this.edits.pending.get(id)?.get(cell.column) === cell
          ? [{ id, column: cell.column, cell: next }]
          : [];
      }),
    );
    this.set({ pending: withCells(this.edits.pending, changed) });
    return { ...batch, items };
  }

  private async stored(batch: Batch, seen: readonly (GridRow | undefined)[], answer: Answer): Promise<void> {
    const moves: Move[] = [];
    const rows: GridRow[] = [];
    batch.items.forEach(({ id, cells }, i) => {
      let row = seen[i];
      if (!row) return;
      for (const { column, path, value = null } of cells) {
        moves.push({ id, column, path, before: valueAt(row, path), after: value });
        row = withValue(row, path, value);
      }
      rows.push({ ...row, version: answer.items[i]?.version ?? row.version });
    });
    this.keep(batch.turn, { moves });
    await this.register.put(rows, [], answer.revision);
    this.take(batch);
  }

  /** What was sent waits no longer; what somebody has changed since does. */
  private take(batch: Batch): void {
    const cells = batch.items.flatMap(({ id, cells: own }) =>
      own
        .filter((cell) => this.edits.pending.get(id)?.get(cell.column) === cell)
        .map((cell) => ({ id, column: cell.column, cell: null })),
    );
    this.set({ pending: withCells(this.edits.pending, cells) });
  }

  private async refused(batch: Batch, error: Error): Promise<void> {
    const marks = await this.marks(batch, error);
    const fallback: Why = { error };
    const next = batch.items.flatMap(({ id, cells }, i) =>
      cells
        .filter((cell) => this.edits.pending.get(id)?.get(cell.column) === cell)
        .map((cell) => {
          const mark = marks === null ? { state: 'refused' as const, why: fallback } : marks(i, cell);
          return { id, column: cell.column, cell: { ...cell, ...(mark ?? { state: 'waiting' as const }) } };
        }),
    );
    this.set({ pending: withCells(this.edits.pending, next) });
  }

  /** Which cells a refusal is about; null where it says nothing of single ones. The others are sent again without them. */
  private async marks(
    batch: Batch,
    error: Error,
  ): Promise<((index: number, cell: Cell) => Partial<Cell> | null) | null> {
    if (!(error instanceof Problem)) return null;
    if (error.code === 'changed-meanwhile') return this.clashed(batch, error);
    if (error.code === 'unknown-element') return this.missing(batch, error);
    if (error.code === 'not-in-your-unit') return this.byUnit(batch);
    const found = violationsOf(error).flatMap((each) => {
      const { path = '', message = '' } = each as { path?: string; message?: string };
      const place = placeOf(path);
      return place ? [{ ...place, message }] : [];
    });
    const about = (index: number, cell: Cell): { message: string } | undefined =>
      found.find((each) => each.index === index && concerns(each.rest, cell.path)) ??
      found.find(
        (each) => each.index === index && !batch.items[index]?.cells.some((own) => concerns(each.rest, own.path)),
      );
    const any = batch.items.some(({ cells }, i) => cells.some((cell) => about(i, cell)));
    if (!any) return null;
    return (index, cell) => {
      const violation = about(index, cell);
      return violation ? { state: 'refused', why: { says: violation.message } } : null;
    };
  }

  private async clashed(
    batch: Batch,
    error: Problem,
  ): Promise<((index: number, cell: Cell) => Pick<Cell, 'state' | 'why'> | null) | null> {
    const listed = (error.more['conflicts'] ?? []) as { index: number }[];
    const ids = new Set(listed.map(({ index }) => batch.items[index]?.id).filter((id) => id !== undefined));
    if (ids.size === 0) return null;
    const seen = new Map([...ids].map((id) => [id, this.register.find(id)]));
    await this.register.refresh();
    const clashes = new Map(this.edits.clashes);
    for (const [id, row] of seen) if (row) clashes.set(id, { seen: row, now: this.register.find(id) ?? null });
    this.set({ clashes });
    return (index) => (ids.has(batch.items[index]?.id ?? '') ? { state: 'conflict', why: { error } } : null);
  }

  /** Of several units it is not said which was refused, so the elements of each are sent for themselves. */
  private byUnit(batch: Batch): ((index: number) => Pick<Cell, 'state' | 'turn'>) | null {
    const units = batch.items.map(({ id }) => this.register.find(id)?.unit ?? '');
    const turns = new Map([...new Set(units)].map((unit) => [unit, this.turn(batch.turn.kind)]));
    if (turns.size < 2) return null;
    return (index) => ({ state: 'waiting', turn: turns.get(units[index] ?? '') ?? batch.turn });
  }

  private async missing(
    batch: Batch,
    error: Problem,
  ): Promise<((index: number) => Pick<Cell, 'state' | 'why'> | null) | null> {
    await this.register.refresh();
    const gone = (index: number): boolean => this.register.find(batch.items[index]?.id ?? '') === undefined;
    if (!batch.items.some((_, i) => gone(i))) return null;
    return (index) => (gone(index) ? { state: 'refused', why: { error } } : null);
  }
}

/** Elements that are read at the same time before they are taken out. */
const AT_ONCE = 8;

/** How many elements can be taken out in one step. */
export const MOST_REMOVED = Math.min(MOST, 500);

/** A value as somebody would type it. */
export const typed = (value: Value): string => String(value ?? '');
