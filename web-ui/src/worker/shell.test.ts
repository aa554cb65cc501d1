import { expect, test } from 'vitest';
import { outdated, wayOf } from './shell';

const HERE = 'https://holdfast.example';
const way = (path: string, navigates = false, method = 'GET'): string => wayOf(method, HERE + path, HERE, navigates);

test('files of the page are kept, and the page where a drill is run; nothing else', () => {
  expect(way('/assets/index-Bx12_a-9.js')).toBe('file');
  expect(way('/assets/noto-sans-tc-12-wght.woff2')).toBe('file');
  expect(way('/drills/plans/7/run', true)).toBe('page');
  expect(way('/drills/plans/7/play', true)).toBe('page');
  expect(way('/drills/plans/7', true)).toBe('leave');
  expect(way('/', true)).toBe('leave');
  expect(way('/drills/plans/7/run')).toBe('leave');
});

test('no answer of the API is ever kept', () => {
  for (const path of ['/api/session', '/api/drill-plans/7/run', '/api/assets/x.js', '/api/evidence/4/file?inline=true'])
    for (const navigates of [true, false]) expect(way(path, navigates)).toBe('leave');
  expect(way('/assets/a.js', false, 'POST')).toBe('leave');
  expect(wayOf('GET', 'https://other.example/assets/a.js', HERE, false)).toBe('leave');
});

test('an older version of the page goes; caches of others stay', () => {
  expect(outdated(['holdfast-shell-1', 'holdfast-shell-2', 'other'], 'holdfast-shell-2')).toEqual(['holdfast-shell-1']);
});
