import type { ElementEstimate, ElementRow, ElementType, Evidence, Named, RegisterSummary } from '../../lib/api';
import { guessShare } from '../../lib/estimate';
import type { Language } from '../../lib/format';

/** What a tab of the list keeps. */
export const SHOWS = ['all', 'services', 'processes', 'assets', 'spof', 'guesses'] as const;
export type Show = (typeof SHOWS)[number];

/** The columns, by the word that stands for them in addresses and saved views. */
export const COLUMNS = [
  'id',
  'name',
  'type',
  'kind',
  'site',
  'zone',
  'owner',
  'tier',
  'rto',
  'rpo',
  'mtpd',
  'needs',
  'neededBy',
  'chance',
  'guesses',
  'key',
] as const;
export type ColumnKey = (typeof COLUMNS)[number];

/** What is shown unless somebody has chosen. */
export const USUAL: readonly ColumnKey[] = [
  'id',
  'name',
  'kind',
  'site',
  'owner',
  'tier',
  'rto',
  'needs',
  'chance',
  'guesses',
];

/** What the reader asked the list for; as it stands in the address. */
export interface Wish {
  show: Show;
  q: string;
  kind: string;
  site: string;
  sort: ColumnKey | null;
  falling: boolean;
  /** What each column is narrowed to, as it was typed. */
  filters: Partial<Record<ColumnKey, string>>;
  columns: readonly ColumnKey[];
}

/** An element as the grid has it; what says nothing is left out. Hours. */
export interface GridRow extends Named {
  version: number;
  type: ElementType;
  kind: string;
  name?: string;
  names?: Record<string, string>;
  site?: string;
  zone?: string;
  owner?: string;
  tier?: number;
  unit?: string;
  /** The targets that stand on it itself. */
  stated?: { rto?: number; rpo?: number; mtpd?: number };
  rtoHours?: number;
  rtoFrom?: string;
  rpoHours?: number;
  mtpdHours?: number;
  needsCount: number;
  neededByCount: number;
  evidence?: Evidence;
  externalKey?: string;
}

const NO_TIMES: Evidence = { measured: 0, contract: 0, expert: 0, default: 0 };

/** A row of a page of the list as a row of the grid, to be looked at until the whole is there. */
export function fromPage(row: ElementRow): GridRow {
  const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  return { ...(given as unknown as GridRow), version: 0 };
}

/** A row with its names in the language of the page, so that search and order are those of the reader. */
export interface Line {
  row: GridRow;
  name: string;
  kind: string;
  site: string;
  owner: string;
  spof: boolean;
  guesses: number | null;
  worst: ElementEstimate | null;
}

/** Joins the rows with what the summary and the newest runs say of them. */
export function lines(
  rows: readonly GridRow[],
  summary: Pick<RegisterSummary, 'sites' | 'teams' | 'singlePoints'> | undefined,
  worst: readonly ElementEstimate[],
  nameOf: (thing: Named) => string,
  kindOf: (kind: string) => string,
): Line[] {
  const named = new Map([...(summary?.sites ?? []), ...(summary?.teams ?? [])].map((each) => [each.id, nameOf(each)]));
  const single = new Set(summary?.singlePoints);
  const estimates = new Map(worst.map((each) => [each.element, each]));
  const words = new Map<string, string>();
  const word = (kind: string): string => {
    const known = words.get(kind);
    if (known !== undefined) return known;
    const made = kindOf(kind);
    words.set(kind, made);
    return made;
  };
  return rows.map((row) => ({
    row,
    name: nameOf(row),
    kind: word(row.kind),
    site: row.site === undefined ? '' : (named.get(row.site) ?? row.site),
    owner: row.owner === undefined ? '' : (named.get(row.owner) ?? row.owner),
    spof: single.has(row.id),
    guesses: row.evidence ? guessShare(row.evidence).share : null,
    worst: estimates.get(row.id) ?? null,
  }));
}

const TYPES: Partial<Record<Show, ElementType>> = { services: 'service', processes: 'process', assets: 'asset' };

/** Whether a line belongs under a tab. */
export function belongs(line: Line, show: Show): boolean {
  if (show === 'spof') return line.spof;
  if (show === 'guesses') return (line.guesses ?? 0) > 0.5;
  const type = TYPES[show];
  return type === undefined || line.row.type === type;
}

const searched = new WeakMap<Line, string>();

/** What a search looks in; made when it is first asked for. */
function searchedIn(line: Line): string {
  const known = searched.get(line);
  if (known !== undefined) return known;
  const { row } = line;
  const text = [row.id, line.name, ...Object.values(row.names ?? {}), row.kind, line.kind, line.site, line.owner]
    .concat(row.zone ?? '', row.site ?? '', row.owner ?? '', row.externalKey ?? '')
    .join('\n')
    .toLowerCase();
  searched.set(line, text);
  return text;
}

export type Shown = string | number | null;
const VALUES: Record<ColumnKey, (line: Line) => Shown> = {
  id: (line) => line.row.id,
  name: (line) => line.name,
  type: (line) => line.row.type,
  kind: (line) => line.kind,
  site: (line) => line.site || null,
  zone: (line) => line.row.zone ?? null,
  owner: (line) => line.owner || null,
  tier: (line) => line.row.tier ?? null,
  rto: (line) => line.row.rtoHours ?? null,
  rpo: (line) => line.row.rpoHours ?? null,
  mtpd: (line) => line.row.mtpdHours ?? null,
  needs: (line) => line.row.needsCount,
  neededBy: (line) => line.row.neededByCount,
  chance: (line) => line.worst?.recovery.withinRto?.estimate ?? null,
  guesses: (line) => line.guesses,
  key: (line) => line.row.externalKey ?? null,
};

/** What a column shows of a line, as it is sorted and filtered by; null for nothing. */
export const shownIn = (column: ColumnKey, line: Line): Shown => VALUES[column](line);

/** Columns of shares are filtered in percent, as they are shown. */
const scaled = (column: ColumnKey, value: number): number =>
  column === 'chance' || column === 'guesses' ? value * 100 : value;

/**
 * What a filter keeps: numbers by =, <, <=, >, >= or a range as in 2..8, texts by any of the words between commas; - is for
 * cells without a value, a ! in front turns it round.
 */
export function filterOf(column: ColumnKey, typed: string): (line: Line) => boolean {
  const text = typed.trim().toLowerCase();
  if (text === '') return () => true;
  if (text.startsWith('!') && text.length > 1) {
    const other = filterOf(column, text.slice(1));
    return (line) => !other(line);
  }
  if (text === '-' || text === '–') return (line) => shownIn(column, line) === null;
  const number = numberFilter(text);
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  return (line) => {
    const value = shownIn(column, line);
    if (value === null) return false;
    if (typeof value === 'number') return number?.(scaled(column, value)) ?? false;
    const own =
      column === 'kind' ? `${value}\n${line.row.kind}` : column === 'site' ? `${value}\n${line.row.site ?? ''}` : value;
    return words.some((word) => own.toLowerCase().includes(word));
  };
}

function numberFilter(text: string): ((value: number) => boolean) | null {
  const range = /^(\d+(?:\.\d+)?)\s*\.\.\s*(\d+(?:\.\d+)?)$/.exec(text);
  if (range) return (value) => value >= Number(range[1]) && value <= Number(range[2]);
  const found = /^(<=|>=|<|>|=)?\s*(\d+(?:\.\d+)?)\s*%?$/.exec(text);
  if (!found) return null;
  const than = Number(found[2]);
  switch (found[1]) {
    case '<':
      return (value) => value < than;
    case '<=':
      return (value) => value <= than;
    case '>':
      return (value) => value > than;
    case '>=':
      return (value) => value >= than;
    default:
      return (value) => Math.abs(value - than) < 1e-9;
  }
}

/** The lines in the order of a column; those without a value come last either way. */
export function sorted(all: readonly Line[], column: ColumnKey | null, falling: boolean, language: Language): Line[] {
  if (column === null) return [...all];
  const collator = new Intl.Collator(language === 'en' ? 'en' : 'zh-Hant-TW', { numeric: true });
  const turn = falling ? -1 : 1;
  const value = VALUES[column];
  return all
    .map((line) => ({ line, value: value(line) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return a.value === b.value ? 0 : a.value === null ? 1 : -1;
      if (typeof a.value === 'number' && typeof b.value === 'number') return turn * (a.value - b.value);
      return turn * collator.compare(String(a.value), String(b.value));
    })
    .map((each) => each.line);
}

/** The lines that the reader wants, in the order in which they come. */
export function narrowed(all: readonly Line[], wish: Wish): Line[] {
  const words = wish.q.toLowerCase().split(/\s+/).filter(Boolean);
  const filters = Object.entries(wish.filters).map(([column, text]) => filterOf(column as ColumnKey, text));
  return all.filter(
    (line) =>
      belongs(line, wish.show) &&
      (wish.kind === '' || line.row.kind === wish.kind) &&
      (wish.site === '' || line.row.site === wish.site) &&
      filters.every((keeps) => keeps(line)) &&
      words.every((word) => searchedIn(line).includes(word)),
  );
}

/** What most of the times of an element rest on, or null where it has none. */
export function mainEvidence(evidence: Evidence = NO_TIMES): 'measured' | 'contract' | 'expert' | 'default' | null {
  const { measured, contract, expert, default: defaulted } = evidence;
  const most = Math.max(measured, contract, expert, defaulted);
  if (most === 0) return null;
  return defaulted === most ? 'default' : expert === most ? 'expert' : contract === most ? 'contract' : 'measured';
}
