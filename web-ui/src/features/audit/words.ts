import type { TextKey, Translate } from '../../lib/i18n';
import { en } from '../../lib/texts';

/** What an action is called; its own word where the page has none for it. */
export function actionOf(action: string, t: Translate): string {
  const key = `auditDid-${action}`;
  return key in en ? t(key as TextKey) : action;
}

/** A value that was changed, by its path. */
export interface Change {
  path: string;
  before: unknown;
  after: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where two values differ, object by object; lists are compared whole. A side that has nothing there is undefined. */
export function changesOf(before: unknown, after: unknown, path = ''): Change[] {
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => changesOf(before[key], after[key], path === '' ? key : `${path}.${key}`));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}
