import { useQuery } from '@tanstack/react-query';
import { type ElementEstimate, type ElementRow, getJson, type Listing, type RegisterSummary } from '../../lib/api';

const PAGE = 500;

/** Every row of the register, page by page: order and search are those of the reader's language, so they are done here. */
async function everyRow(): Promise<ElementRow[]> {
  const first = await getJson<Listing<ElementRow>>(`/api/elements?size=${PAGE}`);
  const rows = [...first.items];
  for (let page = 1; page * PAGE < first.total; page++) {
    rows.push(...(await getJson<Listing<ElementRow>>(`/api/elements?size=${PAGE}&page=${page}`)).items);
  }
  return rows;
}

/** The figures of the register and the names its rows refer to. */
export const useSummary = () =>
  useQuery({
    queryKey: ['register-summary'],
    queryFn: () => getJson<RegisterSummary>('/api/register/summary'),
    retry: 1,
  });

/** The rows of the register. */
export const useRows = () => useQuery({ queryKey: ['elements', 'all'], queryFn: everyRow, retry: 1 });

/** Of each element the scenario it fares worst in. */
export const useWorst = () =>
  useQuery({
    queryKey: ['estimates', 'worst'],
    queryFn: () => getJson<{ items: ElementEstimate[] }>('/api/estimates/worst'),
    retry: 1,
  });
