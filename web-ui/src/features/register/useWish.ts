import { useSearchParams } from 'react-router';
import { SHOWS, type Sort, SORTS, type Wish } from './rows';

/** What the reader asked for, kept in the address so that it can be sent and gone back to. */
export function useWish(): [Wish, (change: Partial<Wish>) => void] {
  const [params, setParams] = useSearchParams();
  const sorted = params.get('sort') ?? '';
  const bare = sorted.replace(/^-/, '');
  const wish: Wish = {
    show: SHOWS.find((each) => each === params.get('show')) ?? 'all',
    q: params.get('q') ?? '',
    kind: params.get('kind') ?? '',
    site: params.get('site') ?? '',
    sort: SORTS.find((each) => each === bare) ?? null,
    falling: sorted.startsWith('-'),
  };
  const change = (part: Partial<Wish>): void => {
    const next = { ...wish, ...part };
    const sort: Sort | null = next.sort;
    const entries: [string, string][] = [
      ['show', next.show === 'all' ? '' : next.show],
      ['q', next.q],
      ['kind', next.kind],
      ['site', next.site],
      ['sort', sort === null ? '' : `${next.falling ? '-' : ''}${sort}`],
    ];
    setParams(new URLSearchParams(entries.filter(([, value]) => value !== '')), { replace: true });
  };
  return [wish, change];
}
