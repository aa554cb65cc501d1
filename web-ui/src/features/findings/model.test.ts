import { expect, it } from 'vitest';
import type { RuleCount } from '../../lib/api';
import { broken, queryOf, wishOf } from './model';

const rule = (code: string, strength: string, topic: string, count: number): RuleCount => ({
  code,
  strength,
  severity: 'warning',
  topic,
  clauses: {},
  count,
});

const RULES = [
  rule('a', 'should', 'targets', 2),
  rule('b', 'shall', 'backup', 1),
  rule('c', 'shall', 'targets', 0),
  rule('d', 'should', 'backup', 3),
];

it('shows the broken rules that are wanted, 應 before 宜', () => {
  const codes = (strength: string, topic: string): string[] =>
    broken(RULES, { strength, topic }).map((each) => each.code);
  expect(codes('', '')).toEqual(['b', 'a', 'd']);
  expect(codes('should', '')).toEqual(['a', 'd']);
  expect(codes('', 'backup')).toEqual(['b', 'd']);
  expect(codes('shall', 'targets')).toEqual([]);
});

it('takes from an address only what it knows', () => {
  expect(wishOf(new URLSearchParams('strength=shall&topic=backup'))).toEqual({ strength: 'shall', topic: 'backup' });
  expect(wishOf(new URLSearchParams('strength=maybe&topic=weather'))).toEqual({ strength: '', topic: '' });
  expect(queryOf({ strength: 'shall', topic: 'backup' })).toBe('strength=shall&topic=backup&');
  expect(queryOf({ strength: '', topic: '' })).toBe('');
});
