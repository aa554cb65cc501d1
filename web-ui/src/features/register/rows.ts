import type { ElementEstimate, ElementRow, RegisterSummary } from '../../lib/api';
import { guessShare } from '../../lib/estimate';
import type { Language } from '../../lib/format';

/** What a tab of the list keeps. */
export const SHOWS = ['all', 'services', 'processes', 'assets', 'spof', 'guesses'] as const;
export type Show = (typeof SHOWS)[number];

export const SORTS = ['name', 'kind', 'site', 'owner', 'needs', 'neededBy', 'rto', 'guesses', 'chance'] as const;
export type Sort = (typeof SORTS)[number];

/** What the reader asked the list for; as it stands in the address. */
export interface Wish {
  show: Show;
  q: string;
  kind: string;
  site: string;
  sort: Sort | null;
  falling: boolean;
}

/** A row with its names in the language of the page, so that search and order are those of the reader. */
export interface Line {
  row: ElementRow;
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
  rows: ElementRow[],
  summary: RegisterSummary,
  worst: ElementEstimate[],
  nameOf: (thing: { id: string; name?: string | null; names?: Record<string, string> | null }) => string,
): Line[] {
  const named = new Map([...summary.sites, ...summary.teams].map((each) => [each.id, nameOf(each)]));
  const single = new Set(summary.singlePoints);
  const estimates = new Map(worst.map((each) => [each.element, each]));
  return rows.map((row) => ({
    row,
    name: nameOf(row),
    kind: row.kind,
    site: row.site === null ? '' : (named.get(row.site) ?? row.site),
    owner: row.owner === null ? '' : (named.get(row.owner) ?? row.owner),
    spof: single.has(row.id),
    guesses: guessShare(row.evidence).share,
    worst: estimates.get(row.id) ?? null,
  }));
}

const TYPES: Partial<Record<Show, ElementRow['type']>> = { services: 'service', processes: 'process', assets: 'asset' };

/** Whether a line belongs under a tab. */
export function belongs(line: Line, show: Show): boolean {
  if (show === 'spof') return line.spof;
  if (show === 'guesses') return (line.guesses ?? 0) > 0.5;
  const type = TYPES[show];
  return type === undefined || line.row.type === type;
}

function mentions(line: Line, words: string[]): boolean {
  const text = [line.row.id, line.name, ...Object.values(line.row.names ?? {}), line.kind, line.site, line.owner]
    .concat(line.row.externalKey ?? '')
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

type Value = string | number | null;
const VALUES: Record<Sort, (line: Line) => Value> = {
  name: (line) => line.name,
  kind: (line) => line.kind,
  site: (line) => line.site || null,
  owner: (line) => line.owner || null,
  needs: (line) => line.row.needsCount,
  neededBy: (line) => line.row.neededByCount,
  rto: (line) => line.row.rtoHours,
  guesses: (line) => line.guesses,
  chance: (line) => line.worst?.recovery.withinRto?.estimate ?? null,
};

/** The lines that the reader wants, in the order wanted; lines without a value come last either way. */
export function select(all: Line[], wish: Wish, language: Language): Line[] {
  const words = wish.q.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = all.filter(
    (line) =>
      belongs(line, wish.show) &&
      (wish.kind === '' || line.row.kind === wish.kind) &&
      (wish.site === '' || line.row.site === wish.site) &&
      mentions(line, words),
  );
  if (wish.sort === null) return kept;
  const collator = new Intl.Collator(language === 'en' ? 'en' : 'zh-Hant-TW', { numeric: true });
  const value = VALUES[wish.sort];
  const turn = wish.falling ? -1 : 1;
  return kept.sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    if (typeof x === 'number' && typeof y === 'number') return turn * (x - y);
    return turn * collator.compare(String(x), String(y));
  });
}

/** What most of the times of an element rest on, or null where it has none. */
export function mainEvidence(row: ElementRow): 'measured' | 'contract' | 'expert' | 'default' | null {
  const { measured, contract, expert, default: defaulted } = row.evidence;
  const most = Math.max(measured, contract, expert, defaulted);
  if (most === 0) return null;
  return defaulted === most ? 'default' : expert === most ? 'expert' : contract === most ? 'contract' : 'measured';
}
