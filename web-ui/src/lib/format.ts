import { organisationZone } from './zone';

/** Numbers as people read them. A sampled chance is never written as a certain 0 or 100 %. */
export type Language = 'en' | 'zh-Hant';

const UNITS: Record<Language, { min: string; h: string; d: string }> = {
  en: { min: 'min', h: 'h', d: 'd' },
  'zh-Hant': { min: '分', h: '小時', d: '天' },
};

function short(value: number): string {
  return value < 10 ? value.toFixed(1) : Math.round(value).toString();
}

/** 42 min, 3.1 h, 17 h, 2.5 d. */
export function hours(value: number, language: Language): string {
  const unit = UNITS[language];
  if (value < 59.5 / 60) return `${Math.round(value * 60)}\u00a0${unit.min}`;
  if (value < 48) return `${Number.isInteger(value) ? value : short(value)}\u00a0${unit.h}`;
  const days = value / 24;
  return `${Number.isInteger(days) ? days : short(days)}\u00a0${unit.d}`;
}

/** 71 %, > 99.9 %, < 0.1 %. For shares that are not sampled chances, too. */
export function percent(share: number, digits = 0): string {
  if (share > 0.999) return '>\u00a099.9\u00a0%';
  if (share < 0.001) return '<\u00a00.1\u00a0%';
  const rounded = (share * 100).toFixed(share > 0.99 || share < 0.01 ? 1 : digits);
  return `${rounded}\u00a0%`;
}

/** A counted share, where 0 and 100 % are really that. */
export function share(part: number): string {
  return `${Math.round(part * 100)}\u00a0%`;
}

/**
 * A chance seen in a sample: never 0 or 100 %. What happened in no trial or in every one is written by the bound of its
 * interval, since the sample says no more.
 */
export function chance(of: { estimate: number; low: number; high: number }, language: Language, digits = 0): string {
  if (of.estimate <= 0) return `${language === 'en' ? 'under ' : '低於 '}${bound(of.high)}\u00a0%`;
  if (of.estimate < 1) return percent(of.estimate, digits);
  return `>\u00a0${Math.min(99.9, Math.floor(of.low * 1000) / 10).toFixed(1)}\u00a0%`;
}

/** The same where space is short: under 2 % is < 2 %. */
export const shortChance = (of: { estimate: number; low: number; high: number }): string =>
  of.estimate <= 0
    ? `<\u00a0${bound(of.high)}\u00a0%`
    : of.estimate >= 1 && of.low < 0.999
      ? `>\u00a0${Math.floor(of.low * 100)}\u00a0%`
      : chance(of, 'en');

/** An upper bound in percent with one digit that counts, rounded up. */
function bound(high: number): string {
  const percents = Math.max(high * 100, 1e-6);
  const unit = 10 ** Math.floor(Math.log10(percents));
  return String(Number((Math.ceil(percents / unit - 1e-9) * unit).toPrecision(1)));
}

/** 71.1 to 71.7 %. */
export function interval(low: number, high: number, word: string): string {
  return `${(low * 100).toFixed(1)} ${word} ${(high * 100).toFixed(1)}\u00a0%`;
}

const CURRENCY_SIGNS: Record<string, string> = { TWD: 'NT$', USD: 'US$', EUR: '€', GBP: '£', JPY: 'JP¥' };

function three(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumFractionDigits: 2 });
}

/** NT$ 14.7 M; in Chinese 1,470 萬元, other money than the New Taiwan dollar by its code. */
export function money(value: number, currency: string, language: Language): string {
  const size = Math.abs(value);
  if (language === 'en') {
    const [by, letter] =
      size >= 1e9 ? [1e9, '\u00a0bn'] : size >= 1e6 ? [1e6, '\u00a0M'] : size >= 1e3 ? [1e3, '\u00a0k'] : [1, ''];
    return `${CURRENCY_SIGNS[currency] ?? currency}\u00a0${three(value / by)}${letter}`;
  }
  const [by, word] = size >= 1e8 ? [1e8, '億'] : size >= 1e4 ? [1e4, '萬'] : [1, ''];
  const number = `${three(value / by)}\u00a0${word}`;
  return currency === 'TWD' ? `${number}元` : `${currency}\u00a0${number}`;
}

/** 100 000, in Chinese 100,000. */
export function count(value: number, language: Language): string {
  const text = new Intl.NumberFormat('en-GB').format(value);
  return language === 'en' ? text.replaceAll(',', '\u00a0') : text;
}

/** A figure of a capacity or a demand: three digits that count. */
export function figure(value: number, language: Language): string {
  return Math.abs(value) >= 1000 ? count(Math.round(value), language) : String(Number(value.toPrecision(3)));
}

/** 1 in 100 y, 0.3 a year; in Chinese 100 年 1 次, 每年 0.3 次. */
export function frequency(perYear: number, language: Language): string {
  if (perYear > 0 && perYear < 0.1) {
    const years = count(Math.round(1 / perYear), language);
    return language === 'en' ? `1 in ${years}\u00a0y` : `${years}\u00a0年 1\u00a0次`;
  }
  const number = Number(perYear.toPrecision(2));
  return language === 'en' ? `${number} a\u00a0year` : `每年 ${number}\u00a0次`;
}

/** 14 Nov 2025, 06:00; in Chinese 2025/11/14 06:00. In the organisation's time zone. */
export function moment(iso: string, language: Language, timeZone = organisationZone()): string {
  const date = new Date(iso);
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(date);
  const on = dayOf(date, language, timeZone);
  return language === 'en' ? `${on}, ${clock}` : `${on} ${clock}`;
}

const dayOf = (date: Date, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-TW', {
    day: 'numeric',
    month: language === 'en' ? 'short' : 'numeric',
    year: 'numeric',
    timeZone,
  }).format(date);

/** 14 Nov 2025; in Chinese 2025/11/14: a day of the calendar, which is the same everywhere. */
export const day = (date: string, language: Language): string => dayOf(new Date(`${date}T00:00:00Z`), language, 'UTC');

/** Which colour of the scale a chance to be in time has: 6 is fine, 0 is under a half. */
export function chanceBin(share: number): number {
  const bounds = [0.5, 0.65, 0.8, 0.9, 0.95, 0.99];
  return bounds.filter((bound) => share >= bound).length;
}
