import { useSyncExternalStore } from 'react';

/** The zone of a model that names none, as the service has it. */
const WITHOUT = 'Asia/Taipei';

let zone = WITHOUT;
let known = false;
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
  if (known && next === zone) return;
  known = true;
  zone = next;
  listeners.forEach((changed) => {
    changed();
  });
}

/** The organisation's time zone, in which the page tells all times and days. */
export const organisationZone = (): string => zone;

/** The same where the service has told it, now or to this browser before; null where it is only assumed. */
export const findOrganisationZone = (): string | null => (known ? zone : null);

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** The same in a component, which is drawn anew when it becomes known. */
export const useOrganisationZone = (): string => useSyncExternalStore(subscribe, organisationZone);

/** The organisation's zone in a component; null as long as the service has not told it. */
export const useKnownZone = (): string | null => useSyncExternalStore(subscribe, findOrganisationZone);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How far the clocks of a zone are before UTC at a moment, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const text = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(at);
  return Date.parse(`${text.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}

/**
 * The moment at which the clocks of a zone show a time such as 2026-07-01T09:30: of two of them the earlier one, and of a time that they
 * skip the one as far after the change, as the service has it.
 */
export function momentOf(local: string, timeZone = organisationZone()): Date {
  const shown = Date.parse(`${local}Z`);
  const before = shown - offsetAt(shown - DAY, timeZone);
  const after = shown - offsetAt(shown + DAY, timeZone);
  return new Date([before, after].find((at) => at + offsetAt(at, timeZone) === shown) ?? before);
}

/** The day of a moment where the organisation is, as 2026-02-17. */
export const dayOfMoment = (at: string | Date, timeZone = organisationZone()): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(at),
  );

/** The day it is now where the organisation is. */
export const today = (): string => dayOfMoment(new Date());
