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
  'provider-unreachable': 'sessionProviderDown',
  'other-address': 'sessionProviderElsewhere',
};

/** What went wrong at signing in, in the reader's language; the service's own words where there are none. */
export function wordOf(problem: Problem, t: Translate, provider = ''): string {
  const key = WORDS[problem.code];
  const address = problem.more['address'];
  return key ? t(key, { provider, address: typeof address === 'string' ? address : '' }) : problem.message;
}

const FAILURES: Partial<Record<string, TextKey>> = {
  state: 'sessionFailedState',
  unreachable: 'sessionProviderDown',
  denied: 'sessionFailedDenied',
  answer: 'sessionFailedAnswer',
  'unknown-person': 'sessionFailedUnknown',
  'name-taken': 'sessionFailedTaken',
  disabled: 'sessionFailedDisabled',
  first: 'sessionFailedFirst',
};

/** The sentence for why the way back from the identity provider led here; none for a reason that there is not. */
export const failureOf = (reason: string | null): TextKey | undefined => FAILURES[reason ?? ''];
