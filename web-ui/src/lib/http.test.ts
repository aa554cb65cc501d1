import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { send } from './http';

interface Sent {
  path: string;
  key: string | null;
}

let sent: Sent[];
let answers: (() => Response)[];

beforeEach(() => {
  sent = [];
  answers = [];
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    sent.push({ path, key: new Headers(init.headers).get('Idempotency-Key') });
    return Promise.resolve().then(() => {
      const answer = answers.shift();
      if (!answer) throw new TypeError('no answer');
      return answer();
    });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const problem = (status: number, code: string) => () => new Response(JSON.stringify({ code }), { status });

async function sending(init: RequestInit): Promise<unknown> {
  const answer = send('/api/runs', init).catch((failure: unknown) => failure);
  await vi.runAllTimersAsync();
  return answer;
}

test('a write without an answer is sent again with the same key', async () => {
  answers = [
    () => {
      throw new TypeError('reset');
    },
    problem(503, 'database-away'),
    () => new Response('{}', { status: 202 }),
  ];
  const answer = (await sending({ method: 'POST', body: '{}' })) as Response;
  expect(answer.status).toBe(202);
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect(sent[0]?.key).toMatch(/^[0-9a-f]{32}$/);
});

test('two writes have two keys', async () => {
  answers = [() => new Response('{}'), () => new Response('{}')];
  await sending({ method: 'POST' });
  await sending({ method: 'POST' });
  expect(sent[0]?.key).not.toBe(sent[1]?.key);
});

test('what is refused is not sent again', async () => {
  answers = [problem(409, 'already-there')];
  expect(((await sending({ method: 'POST' })) as Response).status).toBe(409);
  expect(sent).toHaveLength(1);
});

test('it gives up in the end', async () => {
  expect(await sending({ method: 'DELETE' })).toBeInstanceOf(TypeError);
  expect(sent).toHaveLength(4);
});

test('a read is sent once, without a key', async () => {
  expect(await sending({})).toBeInstanceOf(TypeError);
  expect(sent).toEqual([{ path: '/api/runs', key: null }]);
});
