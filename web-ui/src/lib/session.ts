import { useSyncExternalStore } from 'react';
import type { components } from './api/schema';

export type SessionInfo = components['schemas']['SessionView'];
export type ProviderInfo = components['schemas']['ProviderView'];
export type Permission =
  | 'view'
  | 'edit-register'
  | 'run'
  | 'plan-drills'
  | 'keep-evidence'
  | 'approve'
  | 'read-audit'
  | 'administer'
  | 'own-account'
  | 'read-feed'
  | 'read-metrics';

const CHANNEL = 'holdfast.session';
const LOOK_EVERY = 3_000;

interface Store {
  /** Who is signed in; null until the service has said so. */
  session: SessionInfo | null;
  /** Whether somebody must sign in again before what they just did can go on. */
  again: boolean;
}

let store: Store = { session: null, again: false };
let waiting: (() => void)[] = [];
const listeners = new Set<() => void>();

function change(next: Store): void {
  store = next;
  listeners.forEach((changed) => {
    changed();
  });
}

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** Takes what the service says of the session; whoever waits for it goes on. */
export function setSession(session: SessionInfo): void {
  change({ session, again: false });
  const freed = waiting;
  waiting = [];
  freed.forEach((go) => {
    go();
  });
}

/** The session as it is now, outside of components. */
export const currentSession = (): SessionInfo | null => store.session;

/** Waits until somebody has signed in again; what was typed stays where it is meanwhile. */
export function signInAgain(): Promise<void> {
  return new Promise((go) => {
    waiting.push(go);
    change({ ...store, again: true });
  });
}

/** What tabs tell each other, and which one tells it: a tab hears itself, too. */
interface Told {
  what: 'signed-in' | 'signing-out' | 'signed-out';
  by: string;
}
const HERE = Math.random().toString(36).slice(2);

function tellTabs(what: Told['what']): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ what, by: HERE } satisfies Told);
  channel.close();
}

/** Tells the other tabs that somebody has signed in. */
export const announceSession = (): void => {
  tellTabs('signed-in');
};

/** Tells the other tabs that somebody signs out by themselves; the service does not know yet. */
export const announceLeaving = (): void => {
  tellTabs('signing-out');
};

/** Tells the other tabs that the service has ended the session of somebody who signed out, or may have. */
export const announceLeft = (): void => {
  tellTabs('signed-out');
};

function watchOthers(what: Told['what'], told: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.what === what && data.by !== HERE) told();
  };
  return () => {
    channel.close();
  };
}

/** Calls back when somebody begins to sign out in another tab; answers how to stop that. */
export const watchLeaving = (leaving: () => void): (() => void) => watchOthers('signing-out', leaving);

/** Calls back when a session may have been ended from another tab, as soon as it is known here whose page this is; answers how to stop that. */
export function watchLeft(left: () => void): () => void {
  return watchOthers('signed-out', () => {
    if (store.session) {
      left();
      return;
    }
    const stop = subscribe(() => {
      stop();
      left();
    });
  });
}

/** Calls back whenever another tab may have signed somebody in: when it says so, when this one is looked at, and now and then. */
export function watchOtherTabs(look: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = look;
  window.addEventListener('focus', look);
  const timer = window.setInterval(look, LOOK_EVERY);
  return () => {
    channel.close();
    window.removeEventListener('focus', look);
    window.clearInterval(timer);
  };
}

export const useSession = (): SessionInfo | null => useSyncExternalStore(subscribe, () => store.session);

/** Whether the session has ended under somebody's hands. */
export const useSignInAgain = (): boolean => useSyncExternalStore(subscribe, () => store.again);

/** Whether whoever is signed in may do something; `everywhere`: in the whole organisation. */
export function isAllowed(session: SessionInfo | null, permission: Permission, everywhere = false): boolean {
  return (everywhere ? session?.everywhere : session?.permissions)?.includes(permission) ?? false;
}

export const useMay = (permission: Permission, everywhere = false): boolean =>
  isAllowed(useSession(), permission, everywhere);
