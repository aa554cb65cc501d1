import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { getJson, postJson } from '../../lib/api';
import type { Whole } from './grid/edits';
import { type Answer, type Edits, EditStore } from './grid/store';
import type { GridRow } from './rows';
import { ROWS, type Rows } from './useRegister';
import { useStay } from '../../lib/stay';

const stores = new WeakMap<QueryClient, EditStore>();
const CALM = 600;

/** What an edit may change beyond its own row: targets taken over, figures, findings. */
const FOLLOWS = [ROWS, ['register-summary'], ['elements', 'first'], ['findings']] as const;

function storeOf(client: QueryClient): EditStore {
  const known = stores.get(client);
  if (known) return known;
  let places = new Map<string, number>();
  let indexed: readonly GridRow[] | undefined;
  let timer: number | undefined;
  const rows = (): Rows | undefined => client.getQueryData<Rows>(ROWS);
  const store = new EditStore({
    find: (id) => {
      const items = rows()?.items;
      if (items !== indexed) {
        indexed = items;
        places = new Map(items?.map((row, i) => [row.id, i]));
      }
      return items?.[places.get(id) ?? -1];
    },
    put: async (changed, gone, revision) => {
      await client.cancelQueries({ queryKey: ROWS }); // what is on its way may be older
      const byId = new Map(changed.map((row) => [row.id, row]));
      const left = new Set(gone);
      client.setQueryData<Rows>(
        ROWS,
        (now) =>
          now && {
            ...now,
            revision,
            items: now.items.filter((row) => !left.has(row.id)).map((row) => byId.get(row.id) ?? row),
          },
      );
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        for (const queryKey of FOLLOWS) void client.invalidateQueries({ queryKey });
      }, CALM);
    },
    refresh: () => client.refetchQueries({ queryKey: ROWS }),
    change: (changes) => postJson<Answer>('/api/elements/changes', { changes }),
    whole: (id) => getJson<Whole>(`/api/elements/${encodeURIComponent(id)}`),
  });
  stores.set(client, store);
  return store;
}

/** The edits of this session, which outlive the page they are made on; whoever closes the window with some unsaved is asked. */
export function useEdits(): [Edits, EditStore] {
  const store = storeOf(useQueryClient());
  const edits = useSyncExternalStore(store.subscribe, store.current);
  const unsaved = edits.pending.size > 0;
  useStay(unsaved);
  return [edits, store];
}
