import type { Language } from './format';

const STEPS = [1 / 60, 5 / 60, 1 / 6, 0.25, 0.5, 1, 2, 4, 6, 12, 24, 48, 72, 168, 336, 720, 1440, 2160, 4320];

/** Round hours from 0 to an end, at most a few of them. */
export function ticks(end: number, most = 7): number[] {
  const step = STEPS.find((each) => end / each <= most) ?? end;
  const last = Math.floor(end / step + 1e-9);
  return Array.from({ length: last + 1 }, (_, i) => i * step);
}

type Unit = 'min' | 'h' | 'd';
const WORDS: Record<Language, Record<Unit, string>> = {
  en: { min: 'min', h: 'h', d: 'd' },
  'zh-Hant': { min: '分', h: '小時', d: '天' },
};
const HOURS: Record<Unit, number> = { min: 1 / 60, h: 1, d: 24 };

/** The labels of ticks, all in one unit, which the last one names. */
export function tickLabels(at: number[], language: Language): string[] {
  const last = at.at(-1) ?? 0;
  const step = (at[1] ?? last) - (at[0] ?? 0);
  const unit: Unit = last < 1 ? 'min' : step >= 24 ? 'd' : 'h';
  return at.map((value, i) => {
    const number = String(Number((value / HOURS[unit]).toPrecision(4)));
    return i === at.length - 1 ? `${number}\u00a0${WORDS[language][unit]}` : number;
  });
}

/** Where the time axis of small glyphs begins and ends, in hours: 5 minutes to 10 days, so that a column is comparable. */
const FROM = 5 / 60;
const TO = 240;

/** The place of a time on the logarithmic axis of small glyphs, from 0 to 1; times outside lie at the ends. */
export function onLogAxis(hours: number): number {
  const place = Math.log(Math.max(hours, FROM) / FROM) / Math.log(TO / FROM);
  return Math.min(1, place);
}
