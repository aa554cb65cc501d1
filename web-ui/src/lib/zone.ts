import { useSyncExternalStore } from 'react';

/** The zone of a model that names none, as the service has it. */
const WITHOUT = 'Asia/Taipei';

let zone = WITHOUT;
const listeners = new Set<() => void>();

/** Whether the browser can tell the time of a zone. */
function isKnown(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (failure) {
    if (failure instanceof RangeError) return false;
    throw failure;
  }
}

/** Takes the organisation's time zone as the service says it; null where its model names none. */
export function setOrganisationZone(name: string | null): void {
  const next = name !== null && isKnown(name) ? name : WITHOUT;
  if (next === zone) return;
  zone = next;
  listeners.forEach((changed) => {
    changed();
  });
}

/** The organisation's time zone, in which the page tells all times and days. */
export const organisationZone = (): string => zone;

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** The same in a component, which is drawn anew when it becomes known. */
export const useOrganisationZone = (): string => useSyncExternalStore(subscribe, organisationZone);
