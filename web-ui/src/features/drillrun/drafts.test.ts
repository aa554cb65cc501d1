import { expect, test } from 'vitest';
import { findDraft, keepDraft, measureOf, putBack } from './drafts';

test('what is typed stays by its place until it is emptied', () => {
  keepDraft('one', 'the pump');
  keepDraft('other', 'the valve');
  expect(findDraft('one')).toBe('the pump');
  keepDraft('one', '');
  expect(findDraft('one')).toBe('');
  expect(findDraft('other')).toBe('the valve');
});

test('a value that was typed for one stop criterion is not the value of another', () => {
  keepDraft(measureOf('b'), '12');
  expect(findDraft(measureOf('a'))).toBe('');
  expect(findDraft(measureOf('b'))).toBe('12');
});

test('the reason of a stop that is undone can be typed on, before what was typed since', () => {
  expect(putBack({ kind: 'stopped', text: 'smoke in row 4' }, '')).toBe('smoke in row 4');
  expect(putBack({ kind: 'rolled-back', text: 'smoke' }, 'and fire')).toBe('smoke\nand fire');
  expect(putBack({ kind: 'ended' }, 'typed')).toBe('typed');
  expect(putBack({ kind: 'note', text: 'a remark' }, '')).toBe('');
});
