import type { Translate } from '../../lib/i18n';
import type { Language } from '../../lib/format';
import type { Counts, Files, ImportReport, Part, Source, Violation } from './types';

/** The files of each source; the first is needed, the others are not. */
export const PARTS: Record<Source, Part[]> = {
  netbox: ['dump', 'edges'],
  own: ['table'],
  tables: ['assets', 'relations', 'edges'],
  calls: ['edges'],
  network: ['network'],
  model: ['model'],
};

/** The most that the service takes in one import. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** The chosen files that belong to a source. */
export function filesOf(source: Source, files: Files): Files {
  const own: Files = {};
  for (const part of PARTS[source]) {
    const file = files[part];
    if (file) own[part] = file;
  }
  return own;
}

/** The files with one more, or with another in its place; without it where none is chosen. */
export function withFile(files: Files, part: Part, file: File | undefined): Files {
  const others = Object.entries(files).filter(([key]) => key !== part);
  return Object.fromEntries(file ? [...others, [part, file]] : others);
}

/** Whether the file that a source cannot do without is chosen. */
export function isReady(source: Source, files: Files): boolean {
  const needed = PARTS[source][0];
  return needed !== undefined && files[needed] !== undefined;
}

export const sizeOf = (files: Files): number => Object.values(files).reduce((sum, file) => sum + file.size, 0);

const NOUNS = {
  assets: ['importAssetsOne', 'importAssetsMany'],
  relations: ['importRelationsOne', 'importRelationsMany'],
  services: ['importServicesOne', 'importServicesMany'],
  calls: ['importCallsOne', 'importCallsMany'],
  placements: ['importPlacementsOne', 'importPlacementsMany'],
  places: ['importPlacesOne', 'importPlacesMany'],
  processes: ['importProcessesOne', 'importProcessesMany'],
  scenarios: ['importScenariosOne', 'importScenariosMany'],
} as const;
type Noun = keyof typeof NOUNS;

/** The order in which people read counts; what is not named here comes last, by its key. */
export const ORDER: string[] = Object.keys(NOUNS);
const LED: Noun[] = ['assets', 'relations', 'services', 'processes', 'scenarios'];

function list(parts: string[], language: Language): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : 'zh-Hant', { type: 'conjunction' }).format(parts);
}

function parts(report: ImportReport, pick: (counts: Counts) => number, t: Translate): string[] {
  return LED.flatMap((noun) => {
    const n = pick(report.counts[noun] ?? { created: 0, changed: 0, unchanged: 0, missing: 0 });
    return n === 0 ? [] : [t(NOUNS[noun][n === 1 ? 0 : 1], { n: n.toLocaleString('en-GB') })];
  });
}

/** How many things of all the kinds that are led. */
const sum = (report: ImportReport, pick: (counts: Counts) => number): number =>
  LED.reduce((total, noun) => total + (report.counts[noun] ? pick(report.counts[noun]) : 0), 0);

/** What the import does, in one sentence. */
export function headline(report: ImportReport, t: Translate, language: Language): string {
  if (!report.changes) return t('importNoChange');
  const created = parts(report, (each) => each.created, t);
  const changed = parts(report, (each) => each.changed, t);
  const sentences = [
    ...(created.length > 0
      ? [
          t(report.stored ? 'importCreated' : 'importWouldCreate', {
            what: list(created, language),
            count: sum(report, (each) => each.created),
          }),
        ]
      : []),
    ...(changed.length > 0
      ? [
          t(report.stored ? 'importChanged' : 'importWouldChange', {
            what: list(changed, language),
            count: sum(report, (each) => each.changed),
          }),
        ]
      : []),
  ];
  if (sentences.length === 0) sentences.push(t('importOtherChange'));
  if (!report.stored) sentences.push(t('importNothingYet'));
  return sentences.join(language === 'en' ? ' ' : '');
}

/** The rows of the table of counts, in reading order. */
export function rows(report: ImportReport): [string, Counts][] {
  const place = (key: string): number => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.length);
  return Object.entries(report.counts).sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b));
}

/** The systems to choose from, where that is all that is missing. */
export function choices(violations: Violation[]): string[] {
  const first = violations[0];
  return first && violations.every((each) => each.code === 'choose-system') ? first.choices : [];
}

/** Where a broken rule stands, as short as can be. */
export function place(violation: Violation): string {
  if (violation.path) return violation.path;
  return violation.row > 0 ? String(violation.row) : '–';
}
