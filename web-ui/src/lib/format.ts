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
  return `${short(value / 24)}\u00a0${unit.d}`;
}

/** 71 %, > 99.9 %, < 0.1 %. */
export function percent(share: number, digits = 0): string {
  if (share > 0.999) return '>\u00a099.9\u00a0%';
  if (share < 0.001) return '<\u00a00.1\u00a0%';
  const rounded = (share * 100).toFixed(share > 0.99 || share < 0.01 ? 1 : digits);
  return `${rounded}\u00a0%`;
}

/** 71.1 to 71.7. */
export function interval(low: number, high: number, word: string): string {
  return `${(low * 100).toFixed(1)} ${word} ${(high * 100).toFixed(1)} %`;
}

export function money(value: number, currency: string, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : 'zh-TW';
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumSignificantDigits: 3,
  }).format(value);
}

export function count(value: number, language: Language): string {
  const text = new Intl.NumberFormat('en-GB').format(value);
  return language === 'en' ? text.replaceAll(',', ' ') : text;
}

/** Which colour of the scale a chance to be in time has: 6 is fine, 0 is under a half. */
export function chanceBin(share: number): number {
  const bounds = [0.5, 0.65, 0.8, 0.9, 0.95, 0.99];
  return bounds.filter((bound) => share >= bound).length;
}
