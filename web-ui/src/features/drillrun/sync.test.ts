import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptEvent } from '../../lib/kept';

const { queue } = vi.hoisted(() => ({ queue: new Map<string, KeptEvent>() }));

// there is no IndexedDB here: what is kept is in memory
vi.mock('../../lib/kept', () => ({
  listQueue: () => Promise.resolve([...queue.values()]),
  dropEvents: (ids: string[]) => {
    ids.forEach((id) => queue.delete(id));
    return Promise.resolve();
  },
  changeEvents: (ids: string[], change: (event: KeptEvent) => KeptEvent) => {
    for (const id of ids) {
      const event = queue.get(id);
      if (event) queue.set(id, change(event));
    }
    return Promise.resolve();
  },
  keepDrill: () => Promise.resolve(),
}));

import { DrillSync } from './sync';

const NOW = '2026-06-01T00:00:00Z';
const CANCELLED = { code: 'drill-cancelled', message: 'This drill was called off.' };
const UNKNOWN = { status: 404, body: { code: 'unknown-drill-run', detail: 'No drill 7.' } };
let answers: Record<string, { status: number; body: unknown }>;

beforeEach(() => {
  queue.clear();
  queue.set('one', { id: 'one', account: 'chen', plan: '7', made: 1, event: { id: 'one' }, notBefore: 0 });
  answers = {};
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const answer = answers[`${init.method ?? 'GET'} ${path.replace('/api/drill-plans/7/', '').replace(/\?.*/, '')}`];
    return answer
      ? Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status }))
      : Promise.reject(new TypeError('no answer'));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('marks of a drill that was called off go out although its plan is not told, and are refused one by one', async () => {
  answers = {
    'GET run': UNKNOWN,
    'GET events': { status: 200, body: { now: NOW, stage: 'cancelled', last: 0, events: [] } },
    'POST events': {
      status: 200,
      body: { now: NOW, stage: 'cancelled', last: 0, accepted: [], known: [], refused: [{ id: 'one', ...CANCELLED }] },
    },
  };
  const sync = new DrillSync('chen', '7');
  await sync.sendDue();
  expect(queue.get('one')).toMatchObject({ refused: CANCELLED.message, refusedCode: CANCELLED.code });
  expect(sync.snapshot()).toMatchObject({ online: true, calledOff: true, run: null });
  expect(sync.snapshot().problem).toMatchObject({ code: 'unknown-drill-run' });
});

test('a drill that nobody knows stays a problem, and what is kept of it stays', async () => {
  answers = { 'GET run': UNKNOWN, 'GET events': UNKNOWN };
  const sync = new DrillSync('chen', '7');
  await sync.sendDue();
  expect(queue.get('one')).not.toHaveProperty('refused');
  expect(sync.snapshot().problem).toMatchObject({ code: 'unknown-drill-run' });
});
