import { expect, test } from 'vitest';
import { setOrganisationZone } from '../../lib/zone';
import type { RunAnswer } from './api';
import { fold, type RunEvent } from './fold';
import {
  behind,
  type Content,
  dueInjects,
  lateBy,
  clockTime,
  minutesText,
  minuteTicks,
  nextStep,
  predictedMinutes,
  scriptOf,
  shortWatch,
  stopwatch,
  targetMinutes,
  tickTexts,
  timesOf,
} from './model';

const START = Date.parse('2026-12-05T02:00:00.000Z');
const MINUTE = 60_000;
const content = {
  steps: [
    { id: 'freeze', plannedMinutes: 5 },
    { id: 'drain', plannedMinutes: 15 },
    { id: 'move', plannedMinutes: 10 },
  ],
  injects: [{ id: 'duty', atMinutes: 12 }],
  notifications: [],
  successCriteria: [{ id: 'in-time', kind: 'within-rto', hours: 1 }],
  stopCriteria: [],
} as unknown as Content;
const event = (minutes: number, kind: string, step?: string): RunEvent => ({
  id: `${kind}-${step ?? ''}-${minutes}`,
  at: new Date(START + minutes * MINUTE).toISOString(),
  offsetMillis: 0,
  kind,
  by: 'chen.mei',
  ...(step ? { step } : {}),
});
const state = fold(scriptOf(content), [
  event(0, 'started'),
  event(0, 'step-started', 'freeze'),
  event(4, 'step-done', 'freeze'),
  event(4, 'step-started', 'drain'),
]);

test('steps lie on the clock as planned, and from now on as it goes', () => {
  const times = timesOf(content, state, START + 26 * MINUTE);
  expect(times.map((each) => (each.plannedFrom - START) / MINUTE)).toEqual([0, 5, 20]);
  expect(times.map((each) => (each.from - START) / MINUTE)).toEqual([0, 4, 26]);
  expect(times.map((each) => (each.until - START) / MINUTE)).toEqual([4, 26, 36]);
  expect(behind(times, state)).toBe(6);
  expect(lateBy(times[0], state.steps[0]?.endedAt ?? null)).toBe(0);
  expect(lateBy(times[1], START + 26 * MINUTE)).toBe(6);
  expect(nextStep(state)).toBe(2);
});

test('an inject is due at its time and gone when it is answered', () => {
  expect(dueInjects(state, START + 11 * MINUTE)).toEqual([]);
  expect(dueInjects(state, START + 12 * MINUTE).map((each) => each.id)).toEqual(['duty']);
});

test('times read as on a watch', () => {
  expect(stopwatch(1_872_999)).toBe('0:31:12');
  expect(shortWatch(292_000)).toBe('4:52');
  expect(shortWatch(4_000)).toBe('0:04');
  expect(shortWatch(3_600_000)).toBe('1:00:00');
  expect(minuteTicks(80)).toEqual([0, 20, 40, 60, 80]);
});

test('a moment is told by the clock of the organisation', () => {
  expect(clockTime(Date.parse('2026-07-01T12:05:00Z'))).toBe('20:05');
  setOrganisationZone('Europe/London');
  expect(clockTime(Date.parse('2026-07-01T12:05:00Z'))).toBe('13:05');
  setOrganisationZone(null);
});

test('lengths from an hour on are told in hours', () => {
  expect(minutesText(0, 'en')).toBe('0\u00a0min');
  expect(minutesText(59.4, 'en')).toBe('59\u00a0min');
  expect(minutesText(59.6, 'en')).toBe('1\u00a0h');
  expect(minutesText(90, 'en')).toBe('1\u00a0h\u00a030\u00a0min');
  expect(minutesText(300, 'en')).toBe('5\u00a0h');
  expect(minutesText(300, 'zh-Hant')).toBe('5\u00a0小時');
  expect(minutesText(125, 'zh-Hant')).toBe('2\u00a0小時\u00a05\u00a0分');
  expect(tickTexts([0, 20, 40, 60, 80], 'en')).toEqual(['0', '20', '40', '60', '80\u00a0min']);
  expect(tickTexts([0, 120, 240], 'zh-Hant')).toEqual(['0', '2', '4\u00a0小時']);
});

test('the target is the tightest of the plan, or the RTO of the element that it names', () => {
  const criterion = { id: 'a', text: '', kind: 'within-rto' as const, element: 'ims-core', hours: null };
  const prediction = {
    types: [
      { type: 'desktop', duration: { p10: 0.2, p50: 0.5, p90: 0.7, p95: 0.8 }, passed: null, elements: [] },
      {
        type: 'live-failover',
        duration: { p10: 0.5, p50: 0.75, p90: 1, p95: null },
        passed: null,
        elements: [{ element: 'ims-core', rtoHours: 2 }],
      },
    ],
  } as unknown as NonNullable<RunAnswer['prediction']>;
  expect(targetMinutes({ content: { ...content, successCriteria: [criterion] }, prediction })).toBe(120);
  expect(targetMinutes({ content, prediction })).toBe(60);
  expect(targetMinutes({ content: { ...content, successCriteria: [] }, prediction: null })).toBeNull();
  expect(predictedMinutes(prediction)).toEqual({ p50: 45, p95: null }); // never, not the P90
  expect(predictedMinutes(null)).toBeNull();
});
