import type { Problem } from '../../lib/api';
import type { TextKey, Translate } from '../../lib/i18n';

const WORDS: Partial<Record<string, TextKey>> = {
  'wrong-sign-in': 'sessionWrong',
  'sign-in-locked': 'sessionLocked',
  'link-gone': 'sessionLinkGone',
  'weak-password': 'sessionWeak',
  'bad-name': 'sessionBadName',
  'already-there': 'sessionTaken',
  'wrong-password': 'sessionWrongPassword',
};

/** What went wrong at signing in, in the reader's language; the service's own words where there are none. */
export function wordOf(problem: Problem, t: Translate): string {
  const key = WORDS[problem.code];
  return key ? t(key) : problem.message;
}
