import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { getJson, type Listing, postJson, type RunInfo } from '../../lib/api';
import { isOpen } from '../../lib/run';
import { merged } from './model';

/** The runs of a scenario, or the newest of all; those that are open tell their progress over server-sent events. */
export function useRuns(scenario: string | null): RunInfo[] | undefined {
  const queries = useQueryClient();
  const [heard, setHeard] = useState<ReadonlyMap<number, RunInfo>>(new Map());
  const path = scenario === null ? '/api/runs?size=100' : `/api/runs?size=20&scenario=${encodeURIComponent(scenario)}`;
  const { data } = useQuery({ queryKey: ['runs', scenario ?? 'all'], queryFn: () => getJson<Listing<RunInfo>>(path) });
  const runs = data && merged(data.items, heard);
  const open = (data?.items ?? [])
    .filter(isOpen)
    .map((run) => run.id)
    .slice(0, 4);
  const key = open.join(' ');
  useEffect(() => {
    const sources = key === '' ? [] : key.split(' ').map((id) => new EventSource(`/api/runs/${id}/events`));
    for (const source of sources) {
      source.addEventListener('progress', (event: MessageEvent<string>) => {
        const run = JSON.parse(event.data) as RunInfo;
        setHeard((before) => new Map(before).set(run.id, run));
        if (!isOpen(run)) {
          source.close();
          void queries.invalidateQueries();
        }
      });
      source.addEventListener('error', () => {
        source.close(); // the stream ends with its run; the list then says how
        void queries.invalidateQueries({ queryKey: ['runs'] });
      });
    }
    return () => {
      sources.forEach((source) => {
        source.close();
      });
    };
  }, [key, queries]);
  return runs;
}

/** Asks for a run, or for one to stop. */
export function useRunActions() {
  const queries = useQueryClient();
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['runs'] });
  return {
    start: useMutation({
      mutationFn: (wanted: { scenario: string; trials: number; seed: number }) =>
        postJson<RunInfo>('/api/runs', wanted),
      onSettled: refresh,
    }),
    cancel: useMutation({
      mutationFn: (run: number) => postJson<RunInfo>(`/api/runs/${run}/cancel`, {}),
      onSettled: refresh,
    }),
  };
}
