import { currentSession, setSession, type SessionInfo, signInAgain } from './session';

/** After this long without a touch or key, what the page asks for is its own looking after news and keeps no session alive. */
const AWAY = 60_000;

let touched = Date.now();

/** Notices touches and keys from now on. */
export function watchHands(): void {
  for (const event of ['pointerdown', 'keydown'] as const)
    window.addEventListener(event, () => {
      touched = Date.now();
    });
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

/** Asks the service who is signed in. */
export async function loadSession(): Promise<SessionInfo> {
  const response = await fetch('/api/session', withHeaders({}));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return (await response.json()) as SessionInfo;
}

/**
 * Sends a request. Where the session has ended it waits until the same person has signed in again, then sends it once more, so
 * that nothing that was typed is lost; where another tab has begun a newer session it takes that one's secret.
 */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, withHeaders(init));
  if (response.status === 401 && (await codeOf(response)) === 'sign-in-needed') {
    await signInAgain();
    return fetch(path, withHeaders(init));
  }
  if (response.status === 403 && (await codeOf(response)) === 'csrf') {
    const before = currentSession()?.signInName;
    const now = await loadSession();
    if (now.signInName === before) {
      setSession(now);
      return fetch(path, withHeaders(init));
    }
  }
  return response;
}
