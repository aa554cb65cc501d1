import type { RuleCount } from '../../lib/api';
import { en } from '../../lib/texts';
import type { TextKey } from '../../lib/i18n';

/** What rules are about, in the order of the page. */
export const TOPICS = ['targets', 'backup', 'service-levels', 'dependencies', 'data-quality'] as const;
export type Topic = (typeof TOPICS)[number];

/** Which findings the reader wants; empty for all. */
export interface Wish {
  strength: string;
  topic: string;
}

/** What an address asks for; a word that is not known asks for nothing. */
export function wishOf(params: URLSearchParams): Wish {
  const strength = params.get('strength') ?? '';
  const topic = params.get('topic') ?? '';
  return {
    strength: ['shall', 'should'].includes(strength) ? strength : '',
    topic: TOPICS.some((each) => each === topic) ? topic : '',
  };
}

/** The same for an address of the service, with its end open for more. */
export function queryOf(wish: Wish): string {
  const strength = wish.strength ? `strength=${wish.strength}&` : '';
  return strength + (wish.topic ? `topic=${wish.topic}&` : '');
}

/** The rules that are broken among those that are wanted, 應 before 宜, else in their order. */
export function broken(rules: RuleCount[], wish: Wish): RuleCount[] {
  return rules
    .filter((rule) => rule.count > 0)
    .filter((rule) => wish.strength === '' || rule.strength === wish.strength)
    .filter((rule) => wish.topic === '' || rule.topic === wish.topic)
    .sort((a, b) => Number(b.strength === 'shall') - Number(a.strength === 'shall'));
}

const keyOf = (key: string): TextKey => (key in en ? (key as TextKey) : 'findingPage');

/** What a rule asks for, as a heading. */
export const ruleText = (code: string): TextKey => keyOf(`findingRule-${code}`);

export const topicText = (topic: Topic): TextKey => keyOf(`findingTopic-${topic}`);
