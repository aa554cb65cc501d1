import type { Language } from '../../lib/format';
import type { KeptEvent } from '../../lib/kept';
import { durationOf, targetOf } from '../../lib/prediction';
import { organisationZone } from '../../lib/zone';
import type { RunAnswer } from './api';
import type { RunEvent, RunScript, RunState } from './fold';

const MINUTE = 60_000;

export type Content = RunAnswer['content'];
export type PlanStep = Content['steps'][number];

/** The parts of the plan that events are about, as the service has them. */
export const scriptOf = (content: Content): RunScript => ({
  steps: content.steps.map(({ id, ends }) => ({ id, ends })),
  injects: content.injects.map(({ id, atMinutes }) => ({ id, atMinutes })),
  notifications: content.notifications.map(({ id, withinMinutes }) => ({ id, withinMinutes })),
  successCriteria: content.successCriteria.map(({ id }) => id),
  stopCriteria: content.stopCriteria.map(({ id, limit, atLeast }) => ({ id, limit, atLeast })),
});

/** What is kept here as events that count until the service has them; what was refused does not. */
export const pending = (queue: KeptEvent[], by: string): RunEvent[] =>
  queue
    .filter((each) => each.refused === undefined)
    .map((each) => ({ ...(each.event as unknown as RunEvent), by, receivedAt: null }));

/** Where a step lies in the plan and where it will lie as things go, in milliseconds since 1970. */
export interface StepTimes {
  plannedFrom: number;
  plannedUntil: number;
  /** When it will begin if all goes on as planned from now. */
  from: number;
  until: number;
}

/** The steps on a clock: as planned from the start, and from now on as planned. */
export function timesOf(content: Content, state: RunState, now: number): StepTimes[] {
  const start = state.startedAt ?? now;
  let planned = start;
  let next = state.startedAt === null ? now : start;
  return content.steps.map((step, i) => {
    const length = (step.plannedMinutes ?? 0) * MINUTE;
    const plannedFrom = planned;
    planned += length;
    const is = state.steps[i];
    const from = is?.startedAt ?? (is?.endedAt != null ? is.endedAt : Math.max(next, now));
    const until = is?.endedAt ?? Math.max(from + length, now);
    next = Math.max(next, until);
    return { plannedFrom, plannedUntil: planned, from, until };
  });
}

/** How many minutes the drill is behind its plan, where it stands now; negative where it is ahead. */
export function behind(times: StepTimes[], state: RunState): number {
  const last = state.steps.reduce((found, step, i) => (step.endedAt !== null ? i : found), -1);
  const at = times[last];
  const running = state.steps.findIndex((step) => step.result === 'running');
  const going = times[running];
  const done = at ? (at.until - at.plannedUntil) / MINUTE : 0;
  return going ? Math.max(done, (going.until - going.plannedUntil) / MINUTE) : done;
}

/** The minutes by which a step ended later than planned; 0 where it did not. */
export const lateBy = (times: StepTimes | undefined, endedAt: number | null): number =>
  times && endedAt !== null ? Math.max(0, Math.round((endedAt - times.plannedUntil) / MINUTE)) : 0;

/** The step to begin next: the first that nobody has begun; -1 where there is none. */
export const nextStep = (state: RunState): number => state.steps.findIndex((step) => step.result === 'waiting');

/** Injects that are due and that nobody has answered. */
export const dueInjects = (state: RunState, now: number): RunState['injects'] =>
  state.injects.filter(
    (inject) =>
      inject.answeredAt === null && (inject.deliveredAt !== null || (inject.dueAt !== null && inject.dueAt <= now)),
  );

/** 0:31:12, of a length in milliseconds. */
export function stopwatch(length: number): string {
  const seconds = Math.max(0, Math.floor(length / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** 4:52, of a length under an hour; with hours above. */
export const shortWatch = (length: number): string => stopwatch(length).replace(/^0:0?/, '');

/** By zone: making one is dear, and the page tells many times each second. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** 02:31, in the organisation's time. */
export function clockTime(moment: number): string {
  const timeZone = organisationZone();
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  clocks.set(timeZone, clock);
  return clock.format(moment);
}

/** The target of the glyph in minutes; null where there is none. */
export function targetMinutes({ content, prediction }: Pick<RunAnswer, 'content' | 'prediction'>): number | null {
  const hours = targetOf(content, prediction);
  return hours === null ? null : hours * 60;
}

/** The frozen prediction of how long the drill takes, in minutes; a P95 of null is never; null where the model says nothing. */
export function predictedMinutes(prediction: RunAnswer['prediction']): { p50: number; p95: number | null } | null {
  const band = durationOf(prediction);
  return band && { p50: band.p50 * 60, p95: band.p95 === null ? null : band.p95 * 60 };
}

export const plannedMinutes = (content: Content): number =>
  content.steps.reduce((sum, step) => sum + (step.plannedMinutes ?? 0), 0);

const HOUR = 60;
const UNITS: Record<Language, { min: string; h: string }> = {
  en: { min: 'min', h: 'h' },
  'zh-Hant': { min: '分', h: '小時' },
};

/** 3 min, 5 h, 1 h 30 min: a length in whole minutes. */
export function minutesText(minutes: number, language: Language): string {
  const whole = Math.round(minutes);
  const [h, min] = [Math.floor(whole / HOUR), whole % HOUR];
  const unit = UNITS[language];
  const parts = [
    ...(h > 0 ? [`${h}\u00a0${unit.h}`] : []),
    ...(min !== 0 || h <= 0 ? [`${min}\u00a0${unit.min}`] : []),
  ];
  return parts.join('\u00a0');
}

/** What stands at the ticks of an axis in minutes: bare numbers, the last with its unit; hours where all are whole ones. */
export function tickTexts(ticks: readonly number[], language: Language): string[] {
  const whole = ticks.length > 1 && ticks.every((tick) => tick % HOUR === 0);
  const unit = UNITS[language];
  return ticks.map((tick, i) => {
    const value = String(Math.round(whole ? tick / HOUR : tick));
    return i === ticks.length - 1 ? `${value}\u00a0${whole ? unit.h : unit.min}` : value;
  });
}

/** Round minutes from 0 to an end for the axis of the phone's glyph, five of them at most. */
export function minuteTicks(end: number): number[] {
  const step = [1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480, 720, 1440].find((each) => end / each <= 5) ?? end / 4;
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, i) => i * step);
}
