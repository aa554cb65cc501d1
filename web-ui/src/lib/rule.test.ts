import { describe, expect, it } from 'vitest';
import type { Translate } from './i18n';
import { ruleOf } from './rule';
import { en, zh } from './texts';

const translator =
  (texts: Record<string, string>): Translate =>
  (key, values = {}) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replace(`{{${name}}}`, String(value)),
      texts[key] ?? '',
    );

describe('a broken rule', () => {
  const long = { code: 'bad-text', message: 'title must be a text of at most 200 characters.', facts: { most: '200' } };

  it('is told in the language of the page, with what it names', () => {
    expect(ruleOf(long, translator(zh), 'zh-Hant')).toEqual({
      text: '請填寫文字，至多 200 個字元。',
      english: false,
    });
    expect(ruleOf(long, translator(en), 'en').text).toBe('Give a text of at most 200 characters.');
  });

  it('is told in the service’s words where the page does not know what it names, or has none', () => {
    const bare = { ...long, facts: null };
    expect(ruleOf(bare, translator(zh), 'zh-Hant')).toEqual({ text: long.message, english: true });
    const strange = { code: 'no-such-rule', message: 'It is so.' };
    expect(ruleOf(strange, translator(en), 'en')).toEqual({ text: 'It is so.', english: false });
  });

  it('names the value that was sent', () => {
    const unknown = { code: 'unknown-element', message: '', value: 'db-9' };
    expect(ruleOf(unknown, translator(zh), 'zh-Hant').text).toContain('「db-9」');
  });
});
