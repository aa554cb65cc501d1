import { Problem } from './answer';
import type { Language } from './format';
import type { TextKey, Translate } from './i18n';
import { en } from './texts';

/** Of these the service's sentence names things, people, days or limits that the page's own text does not know. */
const NAMES_MORE = new Set([
  'already-decided',
  'already-submitted',
  'already-there',
  'bad-deputy',
  'bad-evidence',
  'bad-identity',
  'bad-key',
  'bad-options',
  'bad-request',
  'bad-retention',
  'bad-trials',
  'bad-unit',
  'bad-validity',
  'bad-year',
  'evidence-deleted',
  'invalid',
  'kept-until',
  'not-in-your-unit',
  'nothing-new',
  'on-hold',
  'still-named',
  'too-large',
]);

/** Texts that a place has of its own for a code, because it knows more of what was done there. */
export type OwnWords = Partial<Record<string, TextKey>>;
export type Facts = Record<string, string | number>;

/** What went wrong, as the reader is told. */
export interface Told {
  text: string;
  /** Whether the text is the service's own, which is in English. */
  english: boolean;
  /** What the service says in English beside it, where that names more. */
  more?: string;
}

/** The values of an answer that a text can name; a time to wait in minutes too. */
function factsOf(problem: Problem): Facts {
  const facts: Facts = {};
  for (const [key, value] of Object.entries(problem.more))
    if (typeof value === 'string' || typeof value === 'number') facts[key] = value;
  const wait = facts['waitSeconds'];
  return typeof wait === 'number' ? { ...facts, minutes: Math.ceil(wait / 60) } : facts;
}

/**
 * What an error says to the reader: in English the service's own sentence, in Chinese the page's text for its code, with the
 * service's sentence where that names more. A code without a text is told in the service's words; no answer at all, and one
 * without a sentence, in the page's. An error that the page itself raised has its text already.
 */
export function toldOf(error: Error, t: Translate, language: Language, own: OwnWords = {}, values: Facts = {}): Told {
  if (error instanceof TypeError) return { text: t('problemNoAnswer'), english: false }; // what fetch fails with
  if (!(error instanceof Problem)) return { text: error.message, english: false };
  const facts = { ...factsOf(error), ...values };
  const special = own[error.code];
  if (special) return { text: t(special, facts), english: false };
  const key = `problem-${error.code}`;
  const says = typeof error.more['detail'] === 'string';
  if (!(key in en) && !says) return { text: t('problemBare', { status: error.message }), english: false };
  if (!(key in en) || (says && language === 'en')) return { text: error.message, english: true };
  const text = t(key as TextKey, facts);
  return says && NAMES_MORE.has(error.code) ? { text, english: false, more: error.message } : { text, english: false };
}
