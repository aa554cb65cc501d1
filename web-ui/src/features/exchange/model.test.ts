import { describe, expect, it } from 'vitest';
import type { Translate } from '../../lib/i18n';
import { en } from '../../lib/texts';
import { choices, filesOf, headline, isReady, place, rows, sizeOf } from './model';
import type { ImportReport, Violation } from './types';

const t: Translate = (key, values) =>
  en[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values?.[name] ?? ''));
const none = { created: 0, changed: 0, unchanged: 0, missing: 0 };
const report: ImportReport = {
  before: 'none',
  after: 'sha256:1',
  stored: false,
  changes: true,
  counts: {
    relations: { ...none, created: 547 },
    services: { ...none, created: 1 },
    assets: { ...none, created: 515 },
  },
  kinds: [],
  roles: {},
  assetKinds: {},
  objectives: [],
  tier: null,
  samples: [],
  missing: [],
  kept: [],
  warnings: [],
};
const violation: Violation = {
  code: 'choose-system',
  file: 'edges',
  row: 0,
  column: 'system',
  path: null,
  value: '',
  message: '',
  choices: ['a', 'b'],
};

describe('import', () => {
  it('says first what is new and that nothing is stored', () => {
    expect(headline(report, t, 'en')).toBe('515 assets, 547 relations and 1 service are new. Nothing is stored yet.');
  });
  it('says so when nothing changes', () => {
    expect(headline({ ...report, changes: false }, t, 'en')).toBe(en.importNoChange);
  });
  it('says what was done once it is stored', () => {
    expect(headline({ ...report, stored: true }, t, 'en')).toContain('515 assets');
    expect(headline({ ...report, stored: true }, t, 'en')).not.toContain('yet');
  });
  it('puts assets before relations before services', () => {
    expect(rows(report).map(([key]) => key)).toEqual(['assets', 'relations', 'services']);
  });
  it('sends only the files of the chosen source', () => {
    const files = { dump: new File(['12'], 'd'), model: new File(['123'], 'm') };
    expect(Object.keys(filesOf('netbox', files))).toEqual(['dump']);
    expect(isReady('tables', files)).toBe(false);
    expect(isReady('model', files)).toBe(true);
    expect(sizeOf(files)).toBe(5);
  });
  it('offers systems only when nothing else is wrong', () => {
    expect(choices([violation])).toEqual(['a', 'b']);
    expect(choices([violation, { ...violation, code: 'ragged-row' }])).toEqual([]);
  });
  it('names the place of a violation by row or by path', () => {
    expect(place({ ...violation, row: 12 })).toBe('12');
    expect(place({ ...violation, path: '$[3] dcim.rack 1' })).toBe('$[3] dcim.rack 1');
  });
});
