import type { TextKey } from '../../lib/i18n';
import type { OwnWords } from '../../lib/problem';

/** What is said here of some problems, for which this place knows the provider, or that it was a sign-in name. */
export const WORDS: OwnWords = {
  'already-there': 'sessionTaken',
  'provider-unreachable': 'sessionProviderDown',
  'other-address': 'sessionProviderElsewhere',
};

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
