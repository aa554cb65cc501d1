import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered } from '../../lib/answer';
import { type ElementEstimate, type ElementRow, getJson, type Listing, type RegisterSummary } from '../../lib/api';
import { send } from '../../lib/http';
import { fromPage, type GridRow } from './rows';

/** Every row of the register at one revision. */
export interface Rows {
  /** The revision that the rows were read at, or a newer one that this page has stored. */
  revision: number;
  items: readonly GridRow[];
  /** The revision that the service gave them at. */
  asRead?: number;
}

export const ROWS = ['register-rows'] as const;

/** The rows; when nothing has changed the service says only that, and rows that this page knows better are kept. */
async function fetchRows(client: QueryClient): Promise<Rows> {
  const known = client.getQueryData<Rows>(ROWS);
  const headers = known?.asRead === undefined ? {} : { 'If-None-Match': `"${known.asRead}"` };
  const response = await send('/api/register/rows', { headers });
  if (response.status === 304 && known) return known;
  const read = await answered<Rows>(response);
  const now = client.getQueryData<Rows>(ROWS);
  return now && now.revision > read.revision ? now : { ...read, asRead: read.revision };
}

/** The rows of the register: order and search are those of the reader's language, so they are done here. */
export const useRows = () => {
  const client = useQueryClient();
  return useQuery({ queryKey: ROWS, queryFn: () => fetchRows(client), retry: 1, structuralSharing: false });
};

const FIRST = 60;

/** The first rows, which are there before all are. */
export const useFirstRows = (wanted: boolean) =>
  useQuery({
    queryKey: ['elements', 'first'],
    queryFn: async () => {
      const page = await getJson<Listing<ElementRow>>(`/api/elements?size=${FIRST}`);
      return { items: page.items.map(fromPage), total: page.total };
    },
    enabled: wanted,
    retry: 1,
  });

/** The figures of the register and the names its rows refer to. */
export const useSummary = () =>
  useQuery({
    queryKey: ['register-summary'],
    queryFn: () => getJson<RegisterSummary>('/api/register/summary'),
    retry: 1,
  });

/** Of each element the scenario it fares worst in. */
export const useWorst = () =>
  useQuery({
    queryKey: ['estimates', 'worst'],
    queryFn: () => getJson<{ items: ElementEstimate[] }>('/api/estimates/worst'),
    retry: 1,
  });
