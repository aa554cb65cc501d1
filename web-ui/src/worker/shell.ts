/**
 * What the service worker does with a request. It keeps files of the page, which anybody may read, and never an answer of the API: what a
 * drill needs of that, the page keeps by itself for its account.
 */
export type Way = 'page' | 'file' | 'leave';

const FILE = /^\/assets\/[\w.-]+\.(js|css|woff2?|svg|png)$/;

/** The page itself comes from the service where that answers; its files have their content in their names, so a kept one is right. */
export function wayOf(method: string, address: string, origin: string, navigates: boolean): Way {
  const url = new URL(address);
  if (method !== 'GET' || url.origin !== origin) return 'leave';
  if (navigates) return /^\/drills\/plans\/[^/]+\/(run|play)$/.test(url.pathname) ? 'page' : 'leave';
  return FILE.test(url.pathname) ? 'file' : 'leave';
}

/** The caches that are not this version's. */
export const outdated = (names: string[], current: string): string[] =>
  names.filter((name) => name.startsWith('holdfast-shell-') && name !== current);
