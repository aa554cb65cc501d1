import { expect, test } from 'vitest';
import { findDraft, keepDraft } from './drafts';

test('what is typed stays by its place until it is emptied', () => {
  keepDraft('one', 'the pump');
  keepDraft('other', 'the valve');
  expect(findDraft('one')).toBe('the pump');
  keepDraft('one', '');
  expect(findDraft('one')).toBe('');
  expect(findDraft('other')).toBe('the valve');
});
