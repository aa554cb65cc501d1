import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { clearAnswer, getChecklist, pageOf, type Place, putAnswer, type View } from './api';
import { Desk, type Entry } from './desk';
import { useStay } from '../../lib/stay';

const desks = new WeakMap<QueryClient, Map<string, Desk>>();

function deskOf(client: QueryClient, place: Place): Desk {
  const known = desks.get(client) ?? new Map<string, Desk>();
  desks.set(client, known);
  const key = pageOf(place);
  const found = known.get(key);
  if (found) return found;
  const made = new Desk({
    put: (number, version, body) => putAnswer(place, number, version, body),
    clear: (number, version) => clearAnswer(place, number, version),
    find: async (number) =>
      (await getChecklist(place)).items.find((line) => line.item.number === number)?.answer ?? null,
    changed: () => void client.invalidateQueries({ queryKey: ['checklists'] }),
  });
  known.set(key, made);
  return made;
}

/** The answers of a checklist while somebody fills it in; they outlive the page, and whoever closes the window with some unsaved is asked. */
export function useDesk(place: Place, view: View): [ReadonlyMap<string, Entry>, Desk] {
  const desk = deskOf(useQueryClient(), place);
  useEffect(() => {
    desk.sync(view.items);
  }, [desk, view]);
  const entries = useSyncExternalStore(desk.subscribe, desk.current);
  const unsaved = desk.unsaved().length > 0;
  useStay(unsaved);
  return [entries, desk];
}
