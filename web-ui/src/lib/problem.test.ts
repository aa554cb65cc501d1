import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Problem } from './answer';
import type { Language } from './format';
import type { Translate } from './i18n';
import { type OwnWords, toldOf } from './problem';
import { en, zh } from './texts';

/** What only a program can ask so: the page never sends it. */
const NOT_IN_THE_PAGE = [
  'bad-depth',
  'bad-direction',
  'bad-format',
  'bad-json',
  'bad-most',
  'bad-move',
  'bad-page',
  'bad-request-key',
  'bad-role',
  'bad-type',
  'bad-version',
  'id-changed',
  'length-required',
  'method-not-allowed',
  'missing-drill',
  'missing-element',
  'missing-scenario',
  'not-acceptable',
  'request-key-reused',
  'unknown-class',
  'unknown-filter',
  'unknown-kind',
  'unknown-language',
  'unknown-sort',
  'unsupported-media-type',
  'version-missing',
];

const codes = [...readFileSync('../docs/guide/errors.md', 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)].map(
  ([, code]) => code ?? '',
);

it('has a text for every code of the service that the page can meet, and for no other', () => {
  expect(codes.length).toBeGreaterThan(90);
  const texts = Object.keys(en)
    .filter((key) => key.startsWith('problem-'))
    .map((key) => key.slice('problem-'.length));
  expect([...texts, ...NOT_IN_THE_PAGE].sort()).toEqual([...codes].sort());
});

it('says it in Chinese, with a way out', () => {
  for (const code of codes.filter((each) => !NOT_IN_THE_PAGE.includes(each)))
    expect(zh[`problem-${code}` as keyof typeof zh], code).toMatch(
      /^[^。]+。[^。]+。([^。]+。)?$|^[^。；]+[，。；].+。$/,
    );
});

describe('what an error says', () => {
  const told = (error: Error, language: Language, own: OwnWords = {}): unknown => {
    const texts: Record<string, string> = language === 'en' ? en : zh;
    const t: Translate = (key, values = {}) =>
      Object.entries(values).reduce(
        (text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)),
        texts[key] ?? key,
      );
    return toldOf(error, t, language, own);
  };
  const problem = (code: string, more: Record<string, unknown> = {}): Problem =>
    new Problem('Version 3 is approved already, by Wu Ping.', code, 409, {
      detail: 'Version 3 is approved already, by Wu Ping.',
      ...more,
    });

  it('is in English the sentence of the service', () => {
    expect(told(problem('already-decided'), 'en')).toEqual({
      text: 'Version 3 is approved already, by Wu Ping.',
      english: true,
    });
  });

  it('is in Chinese the text for its code, with the sentence where that names more', () => {
    expect(told(problem('already-decided'), 'zh-Hant')).toEqual({
      text: zh['problem-already-decided'],
      english: false,
      more: 'Version 3 is approved already, by Wu Ping.',
    });
    expect(told(problem('not-yours'), 'zh-Hant')).toEqual({ text: zh['problem-not-yours'], english: false });
  });

  it('names the values that the service gives', () => {
    expect(told(problem('sign-in-locked', { waitSeconds: 61 }), 'zh-Hant')).toEqual({
      text: zh['problem-sign-in-locked'].replace('{{minutes}}', '2'),
      english: false,
    });
  });

  it('falls back to the sentence for a code without a text, and to its own where there is no answer', () => {
    expect(told(problem('brand-new'), 'zh-Hant')).toEqual({
      text: 'Version 3 is approved already, by Wu Ping.',
      english: true,
    });
    expect(told(new TypeError('Failed to fetch'), 'zh-Hant')).toEqual({ text: zh.problemNoAnswer, english: false });
    expect(told(new Problem('502 Bad Gateway', 'unknown', 502), 'en')).toEqual({
      text: en.problemBare.replace('{{status}}', '502 Bad Gateway'),
      english: false,
    });
  });

  it('takes the words of its place first', () => {
    expect(told(problem('already-there'), 'en', { 'already-there': 'sessionTaken' })).toEqual({
      text: en.sessionTaken,
      english: false,
    });
  });
});
