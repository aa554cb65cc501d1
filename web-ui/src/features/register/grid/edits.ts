import type { GridRow } from '../rows';
import type { Language } from '../../../lib/format';
import type { Editable, Value } from './values';

/** The keys that lead to a value of an element in the file's notation. */
export type Path = readonly string[];

/** A JSON merge patch (RFC 7396): null takes away. */
export interface Patch {
  [key: string]: Value | Patch;
}

/** Where the value of a cell stands; a name stands where the reader has it from. */
export function pathOf(column: Editable, row: GridRow, language: Language): Path {
  switch (column) {
    case 'name':
      return row.names?.[language] === undefined ? ['name'] : ['names', language];
    case 'rto':
    case 'rpo':
    case 'mtpd':
      return ['objectives', column];
    case 'kind':
    case 'site':
    case 'zone':
    case 'owner':
    case 'tier':
      return [column];
  }
}

/** What stands at a path of a row, stated on the element itself. */
export function valueAt(row: GridRow, path: Path): Value {
  const [first, second = ''] = path;
  switch (first) {
    case 'name':
      return row.name ?? null;
    case 'names':
      return row.names?.[second] ?? null;
    case 'objectives':
      return row.stated?.[second as 'rto' | 'rpo' | 'mtpd'] ?? null;
    case 'kind':
    case 'site':
    case 'zone':
    case 'owner':
    case 'tier':
      return row[first] ?? null;
    default:
      throw new Error(`A row has nothing at ${path.join('.')}`);
  }
}

/** One merge patch that sets several places. */
export function patchOf(places: readonly { path: Path; value: Value }[]): Patch {
  const patch: Patch = {};
  for (const { path, value } of places) {
    let at = patch;
    for (const step of path.slice(0, -1)) {
      const inner = at[step];
      at = typeof inner === 'object' && inner !== null ? inner : (at[step] = {});
    }
    at[path.at(-1) ?? ''] = value;
  }
  return patch;
}

const HOLDS = { rto: 'rtoHours', rpo: 'rpoHours', mtpd: 'mtpdHours' } as const;

/** The row as it will be once a value is stored; what others take over from it is known only when it is read anew. */
export function withValue(row: GridRow, path: Path, value: Value): GridRow {
  const [first = '', second = ''] = path;
  if (first === 'names') return { ...row, names: without(row.names, second, value) };
  if (first === 'objectives') {
    const key = second as keyof typeof HOLDS;
    const next: GridRow = { ...row, stated: without(row.stated, key, value) };
    return typeof value === 'number'
      ? { ...next, [HOLDS[key]]: value, ...(key === 'rto' ? { rtoFrom: row.id } : {}) }
      : next;
  }
  return without<GridRow>(row, first, value);
}

function without<T extends object>(from: T | undefined, key: string, value: Value): T {
  const kept = Object.fromEntries(Object.entries(from ?? {}).filter(([each]) => each !== key));
  return (value === null ? kept : { ...kept, [key]: value }) as T;
}

/** A value of one place before and after. */
export interface Move {
  id: string;
  column: Editable;
  path: Path;
  before: Value;
  after: Value;
}

/** An element as it was taken out or put in. */
export interface Whole {
  type: GridRow['type'];
  element: Record<string, unknown> & { id: string };
}

/** One step of the session that can be taken back: values, elements taken out, or elements put in. */
export type Step = { moves: Move[] } | { removed: Whole[] } | { added: Whole[] };

/** What takes a step back. */
export function inverse(step: Step): Step {
  if ('moves' in step)
    return { moves: step.moves.map((move) => ({ ...move, before: move.after, after: move.before })).reverse() };
  return 'removed' in step ? { added: step.removed } : { removed: step.added };
}

/** The number of the change that a path of a refusal is about, and what follows of it: $.changes[2].patch.objectives.rto. */
export function placeOf(path: string): { index: number; rest: string[] } | null {
  const found = /^\$\.changes\[(\d+)\](?:\.(?:patch|element))?\.?(.*)$/.exec(path);
  if (!found) return null;
  return { index: Number(found[1]), rest: (found[2] ?? '').split('.').filter(Boolean) };
}

/** Whether a refusal at one place is about a value at another: the same, within it, or around it. */
export function concerns(rest: string[], path: Path): boolean {
  const shared = Math.min(rest.length, path.length);
  return rest.slice(0, shared).every((step, i) => step === path[i]);
}
