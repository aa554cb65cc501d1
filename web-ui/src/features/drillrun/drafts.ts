import { useState } from 'react';
import { useParams } from 'react-router';
import { useRun } from './useRun';

/** What was typed and not sent: of an account and a drill by the place where it was typed. In memory alone, so it goes with the page. */
const drafts = new Map<string, string>();

/** Keeps words until they are sent or thrown away; none are kept as none. */
export function keepDraft(key: string, words: string): void {
  if (words === '') drafts.delete(key);
  else drafts.set(key, words);
}

export const findDraft = (key: string): string => drafts.get(key) ?? '';

/**
 * What is typed at a place of run mode, as a state that outlasts the sheet: Escape, the way back and whatever others mark leave it as it
 * was. Whoever sends it, or throws it away, sets it to nothing.
 */
export function useDraft(place: string): [string, (words: string) => void] {
  const { account } = useRun();
  const { id = '' } = useParams();
  const key = JSON.stringify([account, id, place]);
  const [words, setWords] = useState(() => findDraft(key));
  return [
    words,
    (next) => {
      keepDraft(key, next);
      setWords(next);
    },
  ];
}
