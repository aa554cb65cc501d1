import type { Language } from './format';
import type { TextKey, Translate } from './i18n';
import { en } from './texts';

/** A broken rule, as the service tells it. */
export interface BrokenRule {
  code: string;
  message: string;
  value?: string | null | undefined;
  facts?: Record<string, string> | null | undefined;
}

/**
 * What a broken rule says to the reader: the page's text for its code, where it knows all that the text names; else the service's
 * sentence, which is in English.
 */
export function ruleOf(rule: BrokenRule, t: Translate, language: Language): { text: string; english: boolean } {
  const key = `rule-${rule.code}`;
  const facts: Record<string, string> = {
    ...rule.facts,
    ...(typeof rule.value === 'string' ? { value: rule.value } : {}),
  };
  const text = key in en ? en[key as TextKey] : undefined;
  const named = [...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '');
  return text !== undefined && named.every((name) => name in facts)
    ? { text: t(key as TextKey, facts), english: false }
    : { text: rule.message, english: language !== 'en' };
}
