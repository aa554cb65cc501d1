import type { SessionInfo } from './session';
import { findOrganisationZone, setOrganisationZone } from './zone';

/**
 * What the browser keeps so that a drill goes on without a connection: the plan and the events of drills, what is not sent yet, and
 * whose page it is. All of it belongs to an account, and goes when that account signs out; nothing here is in the cache of the service
 * worker.
 */

const NAME = 'holdfast-kept';
const STORES = ['drill', 'queue', 'session'] as const;
type StoreName = (typeof STORES)[number];

/** A drill as this browser knows it. */
export interface KeptDrill {
  key: string;
  account: string;
  plan: string;
  /** What the service said of the plan. */
  run: unknown;
  events: unknown[];
  /** How many events of the service are among them. */
  last: number;
  /** When the service was heard last, by this device's clock. */
  heardAt: number;
}

/** Something that is not sent yet, or was refused. */
export interface KeptEvent {
  id: string;
  account: string;
  plan: string;
  /** The order in which they were made here. */
  made: number;
  event: Record<string, unknown>;
  photo?: Blob;
  photoName?: string;
  /** Not to be sent before this moment, so that it can be undone; 0 else. */
  notBefore: number;
  /** Why the service did not take it; it stays until somebody decides. */
  refused?: string;
  /** The code of that reason. */
  refusedCode?: string;
  /** The moment at which it goes from here, because somebody has removed it; until then that can be undone. */
  goesAt?: number;
}

let opening: Promise<IDBDatabase> | null = null;

function database(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('drill', { keyPath: 'key' });
      request.result.createObjectStore('queue', { keyPath: 'id' });
      request.result.createObjectStore('session', { keyPath: 'key' });
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => {
        request.result.close();
        opening = null;
      };
      resolve(request.result);
    };
    request.onerror = () => {
      opening = null;
      reject(request.error ?? new Error('The browser keeps nothing'));
    };
  });
  return opening;
}

/** Does something in one transaction; resolves when it is on disk. */
async function within<T>(
  stores: StoreName | StoreName[],
  mode: IDBTransactionMode,
  work: (of: IDBObjectStore, transaction: IDBTransaction) => IDBRequest<T> | null,
): Promise<T | undefined> {
  const db = await database();
  return new Promise<T | undefined>((resolve, reject) => {
    const transaction = db.transaction(stores, mode, { durability: 'strict' });
    const [first = 'drill'] = typeof stores === 'string' ? [stores] : stores;
    const request = work(transaction.objectStore(first), transaction);
    transaction.oncomplete = () => {
      resolve(request?.result);
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new Error('The browser could not keep it'));
    };
  });
}

/** Who somebody is to this browser. */
export const accountOf = (session: SessionInfo | null): string => session?.signInName ?? '';

const drillKey = (account: string, plan: string): string => JSON.stringify([account, plan]);

/** The drill of an account as it was last known here. */
export async function findDrill(account: string, plan: string): Promise<KeptDrill | undefined> {
  return (await within('drill', 'readonly', (of) => of.get(drillKey(account, plan)))) as KeptDrill | undefined;
}

export interface LastSession {
  session: SessionInfo;
  /** The organisation's, so that a drill without a connection tells its times. */
  timeZone?: string;
}

/**
 * Keeps a drill for whose page this is. An answer that comes after its account has signed out, in this tab or another one, or after
 * somebody else has signed in, is not written: both are looked at in one transaction.
 */
export async function keepDrill(drill: Omit<KeptDrill, 'key'>): Promise<void> {
  await within(['drill', 'session'], 'readwrite', (of, transaction) => {
    const last = transaction.objectStore('session').get('last');
    last.onsuccess = () => {
      const kept = last.result as LastSession | undefined;
      if (kept && accountOf(kept.session) === drill.account)
        of.put({ ...drill, key: drillKey(drill.account, drill.plan) });
    };
    return null;
  });
}

/** What an account has not sent, in the order in which it was made; of one drill, or of all. */
export async function listQueue(account: string, plan?: string): Promise<KeptEvent[]> {
  const all = ((await within('queue', 'readonly', (of) => of.getAll())) ?? []) as KeptEvent[];
  return all
    .filter((each) => each.account === account && (plan === undefined || each.plan === plan))
    .sort((one, other) => one.made - other.made);
}

/** Keeps something until it is sent. */
export async function keepEvents(events: KeptEvent[]): Promise<void> {
  await within('queue', 'readwrite', (of) => {
    for (const event of events) of.put(event);
    return null;
  });
}

/** Changes what is still kept of some events; what has gone meanwhile, with its account for example, does not come back. */
export async function changeEvents(ids: string[], change: (event: KeptEvent) => KeptEvent): Promise<void> {
  await within('queue', 'readwrite', (of) => {
    for (const id of ids) {
      const found = of.get(id);
      found.onsuccess = () => {
        const event = found.result as KeptEvent | undefined;
        if (event) of.put(change(event));
      };
    }
    return null;
  });
}

/** Lets go of what the service has. */
export async function dropEvents(ids: string[]): Promise<void> {
  await within('queue', 'readwrite', (of) => {
    for (const id of ids) of.delete(id);
    return null;
  });
}

/** What is kept of a session, without the secret that writes carry: a zone that is only assumed does not replace one that was told. */
export function lastOf(session: SessionInfo, zone: string | null, kept: LastSession | undefined): LastSession {
  const timeZone = zone ?? kept?.timeZone;
  return { session: { ...session, csrf: null }, ...(timeZone === undefined ? {} : { timeZone }) };
}

/** Keeps whose page this is. */
export async function keepSession(session: SessionInfo): Promise<void> {
  await within('session', 'readwrite', (of) => {
    const last = of.get('last');
    last.onsuccess = () => {
      of.put({ key: 'last', ...lastOf(session, findOrganisationZone(), last.result as LastSession | undefined) });
    };
    return null;
  });
}

/** Forgets whose page this is: a session is over, so its drills show again only when somebody has signed in. */
export async function forgetSession(): Promise<void> {
  if ('indexedDB' in globalThis) await within('session', 'readwrite', (of) => of.clear());
}

/**
 * Forgets drills of all other accounts, and that this was their page; what those have not sent stays, is not shown, and goes out when
 * they sign in again.
 */
export async function forgetOthers(account: string): Promise<void> {
  if (!('indexedDB' in globalThis)) return;
  await within(['drill', 'session'], 'readwrite', (of, transaction) => {
    const drills = of.openCursor();
    drills.onsuccess = () => {
      const at = drills.result;
      if (!at) return;
      if ((at.value as KeptDrill).account !== account) at.delete();
      at.continue();
    };
    const sessions = transaction.objectStore('session');
    const last = sessions.get('last');
    last.onsuccess = () => {
      const kept = last.result as LastSession | undefined;
      if (kept && accountOf(kept.session) !== account) sessions.clear();
    };
    return null;
  });
}

/** Whose page this was when the service was last heard, until that session ends at the latest; nobody's after they have signed out. */
export async function findSession(): Promise<SessionInfo | null> {
  if (!('indexedDB' in globalThis)) return null;
  const kept = (await within('session', 'readonly', (of) => of.get('last'))) as LastSession | undefined;
  if (kept?.timeZone) setOrganisationZone(kept.timeZone);
  const ends = kept?.session.endsAt;
  return kept && (!ends || Date.parse(ends) > Date.now()) ? kept.session : null;
}

/** Forgets what belongs to an account, and whose page this is: nothing of it can be read afterwards. */
export async function forgetKept(account: string): Promise<void> {
  if (!('indexedDB' in globalThis)) return;
  for (const store of STORES)
    await within(store, 'readwrite', (of) => {
      const cursor = of.openCursor();
      cursor.onsuccess = () => {
        const at = cursor.result;
        if (!at) return;
        const { account: owner } = at.value as { account?: string };
        if (owner === undefined || owner === account) at.delete();
        at.continue();
      };
      return null;
    });
}
