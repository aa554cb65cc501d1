import type { TextKey } from '../../../lib/i18n';
import type { ColumnKey } from '../rows';

/** What a column is called, how wide it is, and whether its values stand at the right. */
export interface Column {
  key: ColumnKey;
  text: TextKey;
  width: number;
  numeric: boolean;
}

const of = (key: ColumnKey, text: TextKey, width: number, numeric = false): Column => ({ key, text, width, numeric });

const ALL: Record<ColumnKey, Column> = {
  id: of('id', 'registerId', 130),
  name: of('name', 'registerName', 180),
  type: of('type', 'registerType', 84),
  kind: of('kind', 'registerKind', 94),
  site: of('site', 'registerSite', 106),
  zone: of('zone', 'registerZone', 92),
  owner: of('owner', 'registerOwner', 118),
  tier: of('tier', 'registerTier', 56, true),
  rto: of('rto', 'rto', 72, true),
  rpo: of('rpo', 'registerRpo', 72, true),
  mtpd: of('mtpd', 'mtpd', 72, true),
  needs: of('needs', 'registerNeeds', 60, true),
  neededBy: of('neededBy', 'registerNeededBy', 78, true),
  chance: of('chance', 'registerChance', 210, true),
  guesses: of('guesses', 'registerEvidence', 160),
  key: of('key', 'registerKey2', 150),
};

export const columnOf = (key: ColumnKey): Column => ALL[key];

/** The place of the tick before the first column, in pixels. */
export const TICK = 34;

/** How the cells of a row lie beside each other. */
export const tracks = (columns: readonly ColumnKey[]): string =>
  [`${TICK}px`, ...columns.map((key) => `minmax(${ALL[key].width}px, ${key === 'name' ? '1.6' : '1'}fr)`)].join(' ');

/** The least width of a row. */
export const leastWidth = (columns: readonly ColumnKey[]): number =>
  columns.reduce((sum, key) => sum + ALL[key].width, TICK);
