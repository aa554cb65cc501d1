import { describe, expect, test } from 'vitest';
import type { Translate } from '../../lib/i18n';
import {
  type MappedTable,
  type Mapping,
  columnOf,
  headline,
  isReady,
  ownField,
  shownFields,
  withColumn,
  withDefault,
  withValue,
  wrongWith,
} from './mapping';

const MAPPING: Mapping = {
  of: 'processes',
  source: null,
  columns: [{ heading: '流程', field: 'name', unit: null, values: {} }],
  defaults: {},
};
const TABLE: MappedTable = {
  columns: [],
  mapping: MAPPING,
  fields: [
    { field: 'name', form: 'text' },
    { field: 'objectives.rto', form: 'hours' },
  ],
  rows: [{ row: 2, id: 'a', isNew: true, cells: { 'x-a': '1', 'objectives.rto': '4', name: 'A' } }],
  violations: [],
  warnings: [],
  report: null,
};
const t = ((key: string, values?: Record<string, unknown>) => `${key} ${JSON.stringify(values ?? {})}`) as Translate;
const report = {
  list: 'processes' as const,
  before: 'x',
  stored: false,
  rows: [],
  conflicts: [],
  warnings: [],
  removed: 0,
};

describe('a mapping', () => {
  test('changes one column and leaves the others', () => {
    const next = withColumn(withColumn(MAPPING, 'RTO', { field: 'objectives.rto', unit: 'h' }), '流程', {
      field: null,
    });
    expect(next.columns.map((each) => each.field)).toEqual([null, 'objectives.rto']);
    expect(columnOf(next, 'other').field).toBeNull();
  });
  test('forgets values and defaults that are emptied', () => {
    const valued = withValue(MAPPING, '流程', 'DB', ' database ');
    expect(columnOf(valued, '流程').values).toEqual({ DB: 'database' });
    expect(columnOf(withValue(valued, '流程', 'DB', ''), '流程').values).toEqual({});
    expect(withDefault(withDefault(MAPPING, 'tier', '3'), 'tier', ' ').defaults).toEqual({});
  });
  test('calls a field of its own like the column', () => {
    expect(ownField(' 保管 單位.2 ')).toBe('x-保管-單位-2');
    expect(ownField('x-rack')).toBe('x-rack');
  });
});

describe('a mapped table', () => {
  test('says what is wrong before anything else, and is then not ready', () => {
    const violation = {
      code: 'bad-value',
      file: 'file',
      row: 3,
      column: 'RTO',
      path: null,
      value: 'soon',
      message: '',
    };
    const wrong = { ...TABLE, violations: [{ ...violation, choices: [] }] };
    expect(headline(wrong, t)).toContain('importMapWrong {"count":1}');
    expect(isReady(wrong)).toBe(false);
    expect(wrongWith(wrong, 3, 'RTO')?.value).toBe('soon');
    expect(wrongWith(wrong, 2, 'RTO')).toBeUndefined();
  });
  test('is ready when something is new or changes', () => {
    expect(isReady({ ...TABLE, report: { ...report, added: 1, changed: 0, unchanged: 0 } })).toBe(true);
    const same = { ...TABLE, report: { ...report, added: 0, changed: 0, unchanged: 3 } };
    expect(isReady(same)).toBe(false);
    expect(headline(same, t)).toContain('importListNothing');
  });
  test('shows fields in the order of the list, those of its own last', () => {
    expect(shownFields(TABLE)).toEqual(['name', 'objectives.rto', 'x-a']);
  });
});
