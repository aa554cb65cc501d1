import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type ColumnKey, COLUMNS, SHOWS, USUAL, type Wish } from './rows';

const isColumn = (word: string): word is ColumnKey => (COLUMNS as readonly string[]).includes(word);

/** A wish as it stands in an address. */
export function wishOf(params: URLSearchParams): Wish {
  const order = params.get('sort') ?? '';
  const bare = order.replace(/^-/, '');
  const filters: Wish['filters'] = {};
  for (const [key, value] of params)
    if (key.startsWith('f.') && isColumn(key.slice(2))) filters[key.slice(2) as ColumnKey] = value;
  const columns = (params.get('columns') ?? '').split(',').filter(isColumn);
  return {
    show: SHOWS.find((each) => each === params.get('show')) ?? 'all',
    q: params.get('q') ?? '',
    kind: params.get('kind') ?? '',
    site: params.get('site') ?? '',
    sort: isColumn(bare) ? bare : null,
    falling: order.startsWith('-'),
    filters,
    columns: columns.length === 0 ? USUAL : [...new Set(['id' as const, ...columns])],
  };
}

/** The same the other way round; what is as usual is left out. */
export function paramsOf(wish: Wish): URLSearchParams {
  const entries: [string, string][] = [
    ['show', wish.show === 'all' ? '' : wish.show],
    ['q', wish.q],
    ['kind', wish.kind],
    ['site', wish.site],
    ['sort', wish.sort === null ? '' : `${wish.falling ? '-' : ''}${wish.sort}`],
    ['columns', wish.columns.join() === USUAL.join() ? '' : wish.columns.join()],
    ...Object.entries(wish.filters).map(([column, text]): [string, string] => [`f.${column}`, text]),
  ];
  return new URLSearchParams(entries.filter(([, value]) => value !== ''));
}

/**
 * What the reader asked for, kept in the address so that it can be sent and gone back to. It holds at once: the address follows
 * when there is time for it, and must not take back what was typed meanwhile.
 */
export function useWish(): [Wish, (change: Partial<Wish>) => void] {
  const [params, setParams] = useSearchParams();
  const [ahead, setAhead] = useState<{ wish: Wish; addresses: readonly string[] } | null>(null);
  const key = params.toString();
  const told = useMemo(() => wishOf(new URLSearchParams(key)), [key]);
  const wish = ahead?.addresses.includes(key) ? ahead.wish : told;
  const change = (part: Partial<Wish>): void => {
    const next = { ...wish, ...part };
    const address = paramsOf(next);
    const passed = ahead?.addresses.includes(key) ? ahead.addresses : [key];
    setAhead({ wish: next, addresses: [...passed.slice(-MOST_AHEAD), address.toString()] });
    setParams(address, { replace: true });
  };
  return [wish, change];
}

/** Addresses that may still be on their way. */
const MOST_AHEAD = 50;
