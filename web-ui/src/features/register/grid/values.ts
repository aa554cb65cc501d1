import type { Named } from '../../../lib/api';
import type { TextKey } from '../../../lib/i18n';

/** What stands in a cell that can be edited. */
export type Value = string | number | null;

/** A rule that a value breaks, as a text with its places. */
export interface Broken {
  key: TextKey;
  facts: Record<string, string | number>;
  /** What was probably meant. */
  suggestion?: string;
}
export type Parsed = { value: Value } | { broken: Broken };

export const EDITABLE = ['name', 'kind', 'site', 'zone', 'owner', 'tier', 'rto', 'rpo', 'mtpd'] as const;
export type Editable = (typeof EDITABLE)[number];

export const isEditable = (column: string): column is Editable => (EDITABLE as readonly string[]).includes(column);

/** What the values of cells refer to. */
export interface Known {
  sites: Named[];
  teams: Named[];
  /** The kinds of the register and what the page calls them. */
  kinds: { id: string; word: string }[];
}

const UNITS: [RegExp, number][] = [
  [/^(min(utes?|s)?|m|分鐘?)$/, 1 / 60],
  [/^(hours?|hrs?|h|小?時|鐘頭)$/, 1],
  [/^(days?|d|天|日)$/, 24],
];

/** A time as people write it (4, 4 h, 30 min, 1 h 30 min, 2 d, 1:30, 4 小時) in hours; null where it is none. */
export function parseHours(text: string): number | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(plain);
  if (clock) return Number(clock[1]) + Number(clock[2]) / 60;
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain);
  const parts = [...plain.matchAll(/(\d+(?:\.\d+)?)\s*([a-z\u4e00-\u9fff]+)\s*/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== plain) return null;
  let sum = 0;
  for (const [, number, word] of parts) {
    const unit = UNITS.find(([name]) => name.test(word ?? ''));
    if (!unit) return null;
    sum += Number(number) * unit[1];
  }
  return Math.round(sum * 1e6) / 1e6;
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** The thing of that id or, in any language, that name. */
function findNamed(things: Named[], text: string): Named | undefined {
  const wanted = fold(text);
  return (
    things.find((each) => each.id === wanted) ??
    things.find((each) => [each.name, ...Object.values(each.names ?? {})].some((name) => name && fold(name) === wanted))
  );
}

/** How many letters must be added, dropped, changed or swapped with their neighbour. */
export function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let j = 0; j <= b.length; j++) (rows[0] ?? [])[j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      (rows[i] ?? [])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped);
    }
  return at(a.length, b.length);
}

/** A name and the longer of its words, by which people call a thing for short. */
const parts = (name: string): string[] => [
  fold(name),
  ...fold(name)
    .split(/\s+/)
    .filter((part) => part.length >= 4),
];

/** The word that is nearest to what was written, where one is near enough. */
export function nearest(text: string, words: string[]): string | undefined {
  const wanted = fold(text);
  const near = words
    .map((word) => ({ word, far: Math.min(...parts(word).map((part) => distance(wanted, part))) }))
    .filter(({ far }) => far <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.far - b.far);
  return near[0]?.word;
}

const ID = /^[a-z0-9][a-z0-9._-]*$/;
const LONGEST = 500;

function broken(key: TextKey, text: string, suggestion?: string): Parsed {
  const facts = { value: text.length > 60 ? `${text.slice(0, 60)}…` : text };
  return { broken: suggestion === undefined ? { key, facts } : { key, facts, suggestion } };
}

function site(text: string, known: Known, nameOf: (thing: Named) => string): Parsed {
  const found = findNamed(known.sites, text);
  if (found) return { value: found.id };
  return broken(
    'registerNoSite',
    text,
    nearest(
      text,
      known.sites.flatMap((each) => [nameOf(each), each.id]),
    ),
  );
}

function kind(text: string, known: Known): Parsed {
  const wanted = fold(text);
  const found = known.kinds.find((each) => each.id === wanted || fold(each.word) === wanted);
  if (found) return { value: found.id };
  return ID.test(wanted)
    ? { value: wanted }
    : broken(
        'registerNoKind',
        text,
        nearest(
          text,
          known.kinds.map((each) => each.word),
        ),
      );
}

function tier(text: string): Parsed {
  const plain = text.normalize('NFKC').trim();
  return /^[1-9]$/.test(plain) ? { value: Number(plain) } : broken('registerNoTier', text);
}

function time(text: string): Parsed {
  const value = parseHours(text);
  return value === null || value > 1e6 ? broken('registerNoTime', text) : { value };
}

/** What somebody wrote into a cell of a column, as it is stored; an empty cell is null. */
export function parseCell(column: Editable, text: string, known: Known, nameOf: (thing: Named) => string): Parsed {
  const plain = text.trim();
  if (plain === '' || plain === '–') return column === 'kind' ? broken('registerNeedsKind', text) : { value: null };
  if (plain.length > LONGEST) return broken('registerTooLong', plain);
  switch (column) {
    case 'name':
    case 'zone':
      return { value: plain };
    case 'owner':
      return { value: findNamed(known.teams, plain)?.id ?? plain };
    case 'site':
      return site(plain, known, nameOf);
    case 'kind':
      return kind(plain, known);
    case 'tier':
      return tier(plain);
    case 'rto':
    case 'rpo':
    case 'mtpd':
      return time(plain);
  }
}
