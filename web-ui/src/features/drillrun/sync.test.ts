import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetKept, keepEvents, type KeptEvent, listQueue } from '../../lib/kept';
import { DrillSync } from './sync';

const NOW = '2026-06-01T00:00:00Z';
const CANCELLED = { code: 'drill-cancelled', message: 'This drill was called off.' };
const UNKNOWN = { status: 404, body: { code: 'unknown-drill-run', detail: 'No drill 7.' } };
let answers: Record<string, { status: number; body: unknown }>;

/** What this browser has of the one mark that was kept. */
const kept = async (): Promise<KeptEvent | undefined> => (await listQueue('chen', '7'))[0];

beforeEach(async () => {
  await forgetKept('chen');
  await keepEvents([{ id: 'one', account: 'chen', plan: '7', made: 1, event: { id: 'one' }, notBefore: 0 }]);
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
  expect(await kept()).toMatchObject({ refused: CANCELLED.message, refusedCode: CANCELLED.code });
  expect(sync.snapshot()).toMatchObject({ online: true, calledOff: true, run: null });
  expect(sync.snapshot().problem).toMatchObject({ code: 'unknown-drill-run' });
});

test('a drill that nobody knows stays a problem, and what is kept of it stays', async () => {
  answers = { 'GET run': UNKNOWN, 'GET events': UNKNOWN };
  const sync = new DrillSync('chen', '7');
  await sync.sendDue();
  expect(await kept()).toMatchObject({ id: 'one' });
  expect(await kept()).not.toHaveProperty('refused');
  expect(sync.snapshot().problem).toMatchObject({ code: 'unknown-drill-run' });
});

test('a mark that the service has taken leaves the disk, others wait for the next connection', async () => {
  await keepEvents([
    { id: 'two', account: 'chen', plan: '7', made: 2, event: { id: 'two' }, notBefore: Date.now() + 60_000 },
  ]);
  answers = {
    'GET run': UNKNOWN,
    'GET events': { status: 200, body: { now: NOW, stage: 'cancelled', last: 0, events: [] } },
    'POST events': {
      status: 200,
      body: { now: NOW, stage: 'cancelled', last: 1, accepted: ['one'], known: [], refused: [] },
    },
  };
  await new DrillSync('chen', '7').sendDue();
  expect((await listQueue('chen', '7')).map((each) => each.id)).toEqual(['two']);
});
