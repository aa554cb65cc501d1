import { outdated, wayOf } from './shell';

/** The service worker: see `shell.ts` and ADR 25. The build puts the version and the files of run mode in the place of the words below. */

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetched extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void;
}

declare const SHELL_VERSION: string;
declare const SHELL_FILES: string[];

const worker = self as unknown as Worker;
const CACHE = `holdfast-shell-${SHELL_VERSION}`;
const PAGE = '/index.html';
/** How long a page is waited for where the connection is there but answers nothing, in milliseconds. */
const PATIENCE = 4_000;

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...SHELL_FILES].map((file) => new Request(file, { cache: 'reload' })));
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  for (const name of outdated(await caches.keys(), CACHE)) await caches.delete(name);
  await worker.clients.claim();
}

async function kept(file: string | Request): Promise<Response> {
  const found = await (await caches.open(CACHE)).match(file);
  return found ?? Response.error();
}

async function page(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok ? answer : answer.status >= 500 ? await kept(PAGE) : answer;
  } catch {
    return kept(PAGE);
  }
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const found = await cache.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});
worker.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const way = wayOf(request.method, request.url, worker.location.origin, request.mode === 'navigate');
  if (way === 'page') event.respondWith(page(request));
  else if (way === 'file') event.respondWith(file(request));
});
