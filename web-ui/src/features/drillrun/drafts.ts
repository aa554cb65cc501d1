import { useSyncExternalStore } from 'react';
import { useParams } from 'react-router';
import { useRun } from './useRun';

/** What was typed and not sent: of an account and a drill by the place where it was typed. In memory alone, so it goes with the page. */
const drafts = new Map<string, string>();
const listeners = new Set<() => void>();

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** Keeps words until they are sent or thrown away; none are kept as none. */
export function keepDraft(key: string, words: string): void {
  if (words === '') drafts.delete(key);
  else drafts.set(key, words);
  listeners.forEach((changed) => {
    changed();
  });
}

export const findDraft = (key: string): string => drafts.get(key) ?? '';

/** Where the value of a stop criterion is typed: each has its own, so that none is marked for another. */
export const measureOf = (criterion: string): string => `measure ${criterion}`;

/** Where is typed why a drill is stopped, rolled back, resumed or ended. */
export const GO_BACK = 'go-back';
const GOES_BACK: readonly unknown[] = ['stopped', 'rolled-back', 'resumed', 'ended'];

/** What stands at {@link GO_BACK} once such a mark is undone: its words, before what was typed since. */
export function putBack(event: Readonly<Record<string, unknown>>, typed: string): string {
  const { kind, text } = event;
  if (!GOES_BACK.includes(kind) || typeof text !== 'string' || text === '') return typed;
  return typed.trim() === '' ? text : `${text}\n${typed}`;
}

/**
 * What is typed at a place of run mode, as a state that outlasts the sheet: Escape, the way back and whatever others mark leave it as it
 * was. Whoever sends it, or throws it away, sets it to nothing. At another place it is what was typed there.
 */
export function useDraft(place: string): [string, (words: string) => void] {
  const { account } = useRun();
  const { id = '' } = useParams();
  const key = JSON.stringify([account, id, place]);
  const words = useSyncExternalStore(subscribe, () => findDraft(key));
  return [
    words,
    (next) => {
      keepDraft(key, next);
    },
  ];
}
