import { describe, expect, test } from 'vitest';
import { fileOf, isReady, type ListReport } from './lists';

const NOTHING: ListReport = {
  list: 'assets',
  before: 'sha256:1',
  stored: false,
  added: 0,
  changed: 0,
  removed: 0,
  unchanged: 4,
  rows: [],
  conflicts: [],
  warnings: [],
};

describe('lists as spreadsheets', () => {
  test('are taken over when something changes and nobody else was there first', () => {
    expect(isReady(NOTHING)).toBe(false);
    expect(isReady({ ...NOTHING, removed: 1 })).toBe(true);
    expect(
      isReady({ ...NOTHING, added: 2, conflicts: [{ row: 2, id: 'a', name: null, what: 'changed', changes: [] }] }),
    ).toBe(false);
  });
  test('are written where the service writes them', () => {
    expect(fileOf('processes', 'csv')).toBe('/api/lists/processes/export?format=csv');
  });
});
