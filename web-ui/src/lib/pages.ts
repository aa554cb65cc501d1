import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getJson, type Listing } from './api';

/** How many rows come at a time. */
export const PAGE_SIZE = 60;

const paged = (wish: URLSearchParams, page: number, size: number): string =>
  new URLSearchParams([...wish, ['page', String(page)], ['size', String(size)]]).toString();

/** The page after those that were loaded; undefined where the list has no more. */
export function nextPage(loaded: readonly Listing<unknown>[]): number | undefined {
  const last = loaded.at(-1);
  return last && last.items.length > 0 && (last.page + 1) * last.size < last.total ? last.page + 1 : undefined;
}

/** The rows of pages in their order, each once: one that moved down while its page was loaded may stand in two of them. */
export function joined<T>(loaded: readonly Listing<T>[], keyOf: (row: T) => string): T[] {
  const rows = new Map<string, T>();
  for (const page of loaded) for (const row of page.items) if (!rows.has(keyOf(row))) rows.set(keyOf(row), row);
  return [...rows.values()];
}

/** Whether the list grew or shrank between its pages: then some rows may be missing, and it has to be loaded anew. */
export const hasMoved = (loaded: readonly Listing<unknown>[]): boolean =>
  loaded.some((page) => page.total !== loaded[0]?.total);

/** Every row of a list, in as many requests as it takes; for lists that are narrowed to what one picture shows. */
export async function getEvery<T>(path: string, wish: URLSearchParams, keyOf: (row: T) => string): Promise<T[]> {
  const loaded: Listing<T>[] = [];
  for (let page: number | undefined = 0; page !== undefined; page = nextPage(loaded))
    loaded.push(await getJson<Listing<T>>(`${path}?${paged(wish, page, 500)}`));
  return joined(loaded, keyOf);
}

/** A list of the service that comes page by page, as far as somebody asked for it. */
export interface Pages<P, T> {
  /** The first page with its counts; undefined while nothing is there. */
  first: P | undefined;
  rows: T[];
  /** How many the next page brings; 0 where all are shown. */
  left: number;
  more: () => void;
  loading: boolean;
  error: Error | null;
  retry: () => void;
}

/**
 * Loads a list page by page.
 *
 * @param key of the query; the wish is added
 * @param path of the list in the API
 * @param wish what narrows it; the first page is shown anew when it changes
 * @param keyOf what tells one row from another
 */
export function usePages<P extends Listing<unknown>>(
  key: readonly string[],
  path: string,
  wish: URLSearchParams,
  keyOf: (row: P['items'][number]) => string,
): Pages<P, P['items'][number]> {
  const query = useInfiniteQuery({
    queryKey: [...key, wish.toString()],
    queryFn: ({ pageParam }) => getJson<P>(`${path}?${paged(wish, pageParam, PAGE_SIZE)}`),
    initialPageParam: 0,
    getNextPageParam: (_, loaded) => nextPage(loaded),
    placeholderData: keepPreviousData,
  });
  const loaded = query.data?.pages ?? [];
  const moved = hasMoved(loaded) && !query.isFetching && !query.isError;
  const { refetch } = query;
  useEffect(() => {
    if (moved) void refetch();
  }, [moved, refetch]);
  const rows = joined(loaded, keyOf);
  const last = loaded.at(-1);
  return {
    first: loaded[0],
    rows,
    left: last && query.hasNextPage ? Math.min(PAGE_SIZE, last.total - (last.page + 1) * last.size) : 0,
    more: () => void query.fetchNextPage(),
    loading: query.isFetchingNextPage,
    error: query.error,
    retry: () => void refetch(),
  };
}
