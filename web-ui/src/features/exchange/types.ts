/** The files of one import, by the names that the service knows them by. */
export type Part = 'dump' | 'assets' | 'relations' | 'edges' | 'model' | 'network' | 'table';
export type Files = Partial<Record<Part, File>>;

/** What can be imported; each with its files. */
export type Source = 'netbox' | 'own' | 'tables' | 'calls' | 'network' | 'model';

export interface Counts {
  created: number;
  changed: number;
  unchanged: number;
  missing: number;
}
export interface Way {
  method: string;
  median: number;
  p90: number;
  why: string;
}
export interface KindRow {
  kind: string;
  count: number;
  created: number;
  recovery: boolean;
  ways: Way[];
}
export interface TierRow {
  tier: number;
  mtpd: number | null;
  rto: number | null;
  rpo: number | null;
}
export interface Sample {
  id: string;
  externalKey: string;
  kind: string;
  name: string | null;
  change: 'created' | 'changed' | 'missing';
  fields: string[];
}
export interface ImportReport {
  before: string;
  after: string;
  stored: boolean;
  changes: boolean;
  counts: Record<string, Counts>;
  kinds: KindRow[];
  roles: Record<string, number>;
  assetKinds: Record<string, number>;
  objectives: TierRow[];
  tier: number | null;
  samples: Sample[];
  missing: Sample[];
  kept: { id: string; field: string; here: string; source: string }[];
  warnings: Warning[];
}
export interface Violation {
  code: string;
  file: string;
  row: number;
  column: string | null;
  path: string | null;
  value: string;
  message: string;
  choices: string[];
}

/** How to import; the keys are those of the service. */
export interface Options {
  source?: string;
  system?: string;
  placeOn?: string;
  recoveryFor?: string[];
  objectives?: boolean;
  tier?: number;
  removeMissing?: boolean;
  mode?: 'merge' | 'replace';
  kinds?: Record<string, string>;
}

/** What was done differently from what a file says. */
export interface Warning {
  code: string;
  file: string;
  count: number;
  message: string;
}
