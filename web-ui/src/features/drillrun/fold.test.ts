import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fold, type RunEvent, type RunScript, startToTakeBack } from './fold';

interface Case {
  name: string;
  script: RunScript;
  events: RunEvent[];
  state: unknown;
}

const cases = JSON.parse(readFileSync(new URL('./fold-cases.json', import.meta.url), 'utf8')) as Case[];

/** The same numbers each time, from 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Events in another order, some of them twice. */
function shuffled(events: RunEvent[], random: () => number): RunEvent[] {
  const twice = [...events, ...events.filter(() => random() < 0.3)];
  return twice
    .map((event) => [random(), event] as const)
    .sort(([one], [other]) => one - other)
    .map(([, event]) => event);
}

test.each(cases)(
  '$name: the page says what the service says, whatever order events come in',
  ({ script, events, state }) => {
    const random = numbers(events.length);
    for (let i = 0; i < 50; i++) expect(fold(script, shuffled(events, random))).toEqual(state);
  },
);

test('what is not sent yet counts at once, and keeps its time when it arrives later', () => {
  const script: RunScript = {
    steps: [{ id: 'a' }],
    injects: [],
    notifications: [],
    successCriteria: [],
    stopCriteria: [],
  };
  const kept: RunEvent[] = [
    { id: '1', at: '2026-12-05T02:00:00.000Z', offsetMillis: 5_000, kind: 'started', by: 'chen.mei' },
    { id: '2', at: '2026-12-05T02:03:00.000Z', offsetMillis: 5_000, kind: 'step-done', step: 'a', by: 'chen.mei' },
  ];
  const sent = kept.map((event, i) => ({ ...event, number: i + 1, receivedAt: '2026-12-05T02:40:00.000Z' }));
  expect(fold(script, kept)).toEqual(fold(script, sent));
  expect(fold(script, kept).steps[0]?.endedAt).toBe(Date.parse('2026-12-05T02:03:05.000Z'));
});

describe('a start by mistake', () => {
  const at = (seconds: number): string => new Date(Date.UTC(2026, 11, 5, 2, 0, seconds)).toISOString();
  const event = (id: string, seconds: number, kind: string, more: Partial<RunEvent> = {}): RunEvent => ({
    id,
    at: at(seconds),
    offsetMillis: 0,
    kind,
    by: 'chen.mei',
    ...more,
  });
  const begun = [event('1', 0, 'started'), event('2', 0, 'step-started', { step: 'a' })];

  test('is taken back with the steps that it began, which go first', () => {
    expect(startToTakeBack([...begun, event('3', 9, 'note', { text: 'oh' })])).toEqual(['2', '1']);
  });

  test('is not offered once somebody has gone on, nor where nothing has begun', () => {
    expect(startToTakeBack([...begun, event('3', 9, 'step-done', { step: 'a' })])).toEqual([]);
    expect(startToTakeBack([event('3', 9, 'note', { text: 'not yet' })])).toEqual([]);
    const back = [event('4', 9, 'withdrawn', { withdraws: '2' }), event('5', 9, 'withdrawn', { withdraws: '1' })];
    expect(startToTakeBack([...begun, ...back])).toEqual([]);
  });
});
