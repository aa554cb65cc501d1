import { answered } from '../../lib/answer';
import type { SessionInfo } from '../../lib/session';

/** Begins a session: with a name and password, or with a link that works once. Sent as it is, since nobody is signed in yet. */
export const begin = async (path: string, body: unknown): Promise<SessionInfo> =>
  answered<SessionInfo>(
    await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  );

/** Where the browser goes to sign in at the identity provider, and comes back from to a place in the page. */
export const beginAtProvider = async (path: string, sharedStation: boolean): Promise<{ address: string }> =>
  answered(
    await fetch('/api/session/provider', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ path, sharedStation }),
    }),
  );

/** What a link is for: the sign-in name whose password it gives, empty where it makes the first administrator. */
export const look = async (link: string): Promise<{ signInName: string }> =>
  answered(
    await fetch('/api/links/look', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ link }),
    }),
  );
