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

/** A logarithmic axis that all small glyphs of a column share, so that they can be compared; in hours. */
export interface LogAxis {
  from: number;
  to: number;
  ticks: readonly number[];
}

/** Of recoveries: 5 minutes to 10 days. */
export const RECOVERY_AXIS: LogAxis = { from: 5 / 60, to: 240, ticks: [0.25, 4, 72] };

/** Of drills: 15 minutes to a day. */
export const DRILL_AXIS: LogAxis = { from: 0.25, to: 24, ticks: [0.5, 4] };

/** The place of a time on the logarithmic axis of small glyphs, from 0 to 1; times outside lie at the ends. */
export function onLogAxis(hours: number, { from, to }: LogAxis = RECOVERY_AXIS): number {
  const place = Math.log(Math.max(hours, from) / from) / Math.log(to / from);
  return Math.min(1, place);
}
