import { describe, expect, it } from 'vitest';
import { chanceBin, hours, interval, percent } from './format';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
  it('writes times in the unit that fits', () => {
    expect([0.7, 3.14, 17.2, 60, 4].map((value) => plain(hours(value, 'en')))).toEqual([
      '42 min',
      '3.1 h',
      '17 h',
      '2.5 d',
      '4 h',
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
    expect(interval(0.711, 0.717, 'to')).toBe('71.1 to 71.7 %');
  });
  it('puts chances into the bins of the scale, bounds included above', () => {
    expect([0.2, 0.5, 0.65, 0.8, 0.9, 0.95, 0.99, 1].map(chanceBin)).toEqual([0, 1, 2, 3, 4, 5, 6, 6]);
  });
});
