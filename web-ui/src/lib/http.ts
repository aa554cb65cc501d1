import { answered } from './answer';
import { currentSession, setSession, type SessionInfo, signInAgain, watchLeft } from './session';

/** After this long without a touch or key, what the page asks for is its own looking after news and keeps no session alive. */
const AWAY = 60_000;

/** After this long the service is asked anew where it did not say who is signed in, in milliseconds. */
const LOOK_AGAIN = 3_000;

let touched = Date.now();

/** Notices touches and keys from now on. */
export function watchHands(): void {
  for (const event of ['pointerdown', 'keydown'] as const)
    window.addEventListener(event, () => {
      touched = Date.now();
    });
}

/**
 * Notices from now on when a session was ended from another tab: nothing of it shows here any longer, what was typed waits for the same
 * person.
 */
export function watchSession(): void {
  const look = (): void => {
    const here = currentSession();
    if (here?.state !== 'signed-in') return;
    loadSession().then(
      (now) => {
        // a tab that slept may hear of it when somebody else has signed in already
        if (now.state === 'signed-out' || now.signInName !== here.signInName) void signInAgain();
      },
      () => {
        window.setTimeout(look, LOOK_AGAIN); // no answer just now
      },
    );
  };
  watchLeft(look);
}

function withHeaders(init: RequestInit): RequestInit {
  const headers = new Headers(init.headers);
  const csrf = currentSession()?.csrf;
  if (csrf && init.method && init.method !== 'GET') headers.set('Holdfast-Csrf', csrf);
  if (Date.now() - touched > AWAY) headers.set('Holdfast-Background', '1');
  return { ...init, headers };
}

async function codeOf(response: Response): Promise<string> {
  const problem = (await response
    .clone()
    .json()
    .catch(() => ({}))) as { code?: string };
  return problem.code ?? '';
}

/** How long a write waits before it is sent again where no answer came, in milliseconds. */
const AGAIN = [300, 1_500, 4_000];

/** What the service answers where the same request may be sent again shortly. */
const LATER = ['database-away', 'request-in-progress'];

function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is sent with a body but writes nothing, or has a protection of its own. */
const NO_WRITES = /^\/api\/(session|links|impact-analyses\/[^/]+\/preview$)/;

function isWrite(path: string, init: RequestInit): boolean {
  return !!init.method && init.method !== 'GET' && !NO_WRITES.test(path);
}

/**
 * Sends a request; a write carries a key, so that it can be sent again until there is an answer and is done once all the same. Where
 * there is none in the end it fails as `fetch` does.
 */
async function insist(path: string, init: RequestInit): Promise<Response> {
  if (!isWrite(path, init)) return fetch(path, withHeaders(init));
  const headers = new Headers(init.headers);
  headers.set('Idempotency-Key', randomKey());
  for (const pause of AGAIN) {
    try {
      const response = await fetch(path, withHeaders({ ...init, headers }));
      if (![409, 503].includes(response.status) || !LATER.includes(await codeOf(response))) return response;
    } catch (failure) {
      if (!(failure instanceof TypeError)) throw failure; // only where no answer came
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return fetch(path, withHeaders({ ...init, headers }));
}

/** Asks the service who is signed in. */
export async function loadSession(): Promise<SessionInfo> {
  return answered<SessionInfo>(await fetch('/api/session', withHeaders({})));
}

/**
 * Sends a request. Where the session has ended it waits until the same person has signed in again, then sends it once more, so
 * that nothing that was typed is lost; where another tab has begun a newer session it takes that one's secret.
 */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await insist(path, init);
  if (response.status === 401 && (await codeOf(response)) === 'sign-in-needed') {
    await signInAgain();
    return insist(path, init);
  }
  if (response.status === 403 && (await codeOf(response)) === 'csrf') {
    const before = currentSession()?.signInName;
    const now = await loadSession();
    if (now.signInName === before) {
      setSession(now);
      return insist(path, init);
    }
  }
  return response;
}
