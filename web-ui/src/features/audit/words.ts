import type { TextKey, Translate } from '../../lib/i18n';
import { en } from '../../lib/texts';

/** What an action is called; its own word where the page has none for it. */
export function actionOf(action: string, t: Translate): string {
  const key = `auditDid-${action}`;
  return key in en ? t(key as TextKey) : action;
}

/** What accounts are called now, by their number. */
export type AccountNames = Readonly<Record<string, string>>;

/** An account as its name with its number, which alone says whose it is for good; the number alone where there is no name. */
export function accountOf(number: string, names: AccountNames): string {
  const name = names[number];
  return name === undefined ? number : `${name} (${number})`;
}

/** What something was done to; nobody is named who only stands in an entry that was redacted. */
export const subjectOf = (
  entry: { subjectType: string; subject: string; actor?: string | null },
  names: AccountNames,
): string => (entry.subjectType === 'account' && entry.actor ? accountOf(entry.subject, names) : entry.subject);

/** Under these an entry names an account by its number. */
const ACCOUNTS = ['account', 'asDeputyOf'];

/** A value as it is shown, with the accounts in it by name. */
export function valueText(value: unknown, path: string, names: AccountNames): string {
  if (value === undefined || value === null) return '–';
  const named = (key: string, each: unknown): unknown =>
    typeof each === 'number' && ACCOUNTS.includes(key) ? accountOf(String(each), names) : each;
  const own = named(path.slice(path.lastIndexOf('.') + 1), value);
  return typeof own === 'string' ? own : JSON.stringify(own, named);
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
