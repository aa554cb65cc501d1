import type { ReactElement } from 'react';
import { useLanguage } from '../lib/i18n';
import { type BrokenRule, ruleOf } from '../lib/rule';

/** What a broken rule says, in the reader's language where the page has words for it. */
export function RuleText({ rule }: { rule: BrokenRule }): ReactElement {
  const { t, language } = useLanguage();
  const { text, english } = ruleOf(rule, t, language);
  return <span lang={english ? 'en' : undefined}>{text}</span>;
}
