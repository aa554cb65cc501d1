import { describe, expect, it } from 'vitest';
import { chance, chanceBin, count, frequency, hours, interval, moment, money, percent } from './format';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  it('writes times in the unit that fits', () => {
    expect([0.7, 3.14, 17.2, 60, 4, 48].map((value) => plain(hours(value, 'en')))).toEqual([
      '42 min',
      '3.1 h',
      '17 h',
      '2.5 d',
      '4 h',
      '2 d',
    ]);
    expect(plain(hours(3.14, 'zh-Hant'))).toBe('3.1 小時');
  });
  it('never writes a sampled chance as certain', () => {
    expect([0, 1, 0.9999, 0.71].map((value) => plain(percent(value)))).toEqual([
      '< 0.1 %',
      '> 99.9 %',
      '> 99.9 %',
      '71 %',
    ]);
  });
  it('writes intervals in percent', () => {
    expect(plain(interval(0.711, 0.717, 'to'))).toBe('71.1 to 71.7 %');
  });
  it('puts chances into the bins of the scale, bounds included above', () => {
    expect([0.2, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99, 1].map(chanceBin)).toEqual([0, 1, 2, 3, 4, 5, 6, 6]);
  });
  it('writes what no trial showed by the bound of its interval', () => {
    expect(plain(chance({ estimate: 0, low: 0, high: 0.0000384 }, 'en'))).toBe('under 0.004 %');
    expect(plain(chance({ estimate: 0, low: 0, high: 0.0019 }, 'zh-Hant'))).toBe('低於 0.2 %');
    expect(plain(chance({ estimate: 1, low: 0.99996, high: 1 }, 'en'))).toBe('> 99.9 %');
    expect(plain(chance({ estimate: 1, low: 0.9981, high: 1 }, 'en'))).toBe('> 99.8 %');
    expect(plain(chance({ estimate: 0.714, low: 0.711, high: 0.717 }, 'en'))).toBe('71 %');
  });
  it('writes money in the units of the language', () => {
    expect([14_700_000, 310_000, 950].map((value) => plain(money(value, 'TWD', 'en')))).toEqual([
      'NT$ 14.7 M',
      'NT$ 310 k',
      'NT$ 950',
    ]);
    expect([18_000_000, 250_000_000].map((value) => plain(money(value, 'TWD', 'zh-Hant')))).toEqual([
      '1,800 萬元',
      '2.5 億元',
    ]);
    expect(plain(money(1_500_000, 'USD', 'zh-Hant'))).toBe('USD 150 萬');
  });
  it('writes counts, how often, and moments by the language', () => {
    expect(plain(count(100_000, 'en'))).toBe('100 000');
    expect(count(100_000, 'zh-Hant')).toBe('100,000');
    expect([0.01, 0.3].map((value) => plain(frequency(value, 'en')))).toEqual(['1 in 100 y', '0.3 a year']);
    expect(plain(frequency(0.05, 'zh-Hant'))).toBe('20 年 1 次');
    expect(moment('2025-11-13T22:00:00Z', 'en')).toBe('14 Nov 2025, 06:00');
    expect(moment('2025-11-13T22:00:00Z', 'zh-Hant')).toBe('2025/11/14 06:00');
  });
});
