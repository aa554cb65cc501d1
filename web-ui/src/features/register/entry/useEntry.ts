import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { answered, isMeanwhile, Problem, violationsOf } from '../../../lib/answer';
import { postJson } from '../../../lib/api';
import type { components } from '../../../lib/api/schema';
import { send } from '../../../lib/http';
import { type Clash, equals, merged, patchBetween } from '../../../lib/merge';
import type { ModelElement } from '../../../lib/model';
import type { Targets } from '../Facts';
import { useStay } from '../../../lib/stay';

export type Violation = components['schemas']['Problem.Violation'];

/** An element with its place among the others, and the version that a change of it is made on. */
export interface Detail {
  element: ModelElement;
  needs: string[];
  neededBy: string[];
  objectives: Targets;
  objectivesFrom: string | null;
  version: number;
}

async function getDetail(id: string): Promise<Detail> {
  const response = await send(`/api/elements/${encodeURIComponent(id)}`);
  const version = Number((response.headers.get('ETag') ?? '0').replace(/\D/g, ''));
  return { ...(await answered<Omit<Detail, 'version'>>(response)), version };
}

/** An element as the service has it. */
export const useDetail = (id: string) =>
  useQuery({ queryKey: ['element', id], queryFn: () => getDetail(id), retry: 1 });

type Tree = Record<string, unknown>;

export interface EntryState {
  stored: Detail;
  element: ModelElement;
  dirty: boolean;
  saving: boolean;
  saved: boolean;
  error: Error | null;
  broken: readonly Violation[];
  clashes: readonly Clash[] | null;
  canUndo: boolean;
  change: (element: ModelElement) => void;
  undo: () => void;
  discard: () => void;
  save: () => void;
  takeTheirs: () => void;
}

/** What is not saved yet, so that whoever looks at another page meanwhile finds it again. */
const kept = new Map<string, { stored: Detail; element: ModelElement }>();

/** Whether something of an element is not saved yet. */
export const isKept = (id: string): boolean => kept.has(id);

const FOLLOWS = [
  ['element'],
  ['register-rows'],
  ['register-summary'],
  ['blast'],
  ['findings'],
  ['element-hits'],
  ['element-quality'],
  ['checklists'],
] as const;

/** Changes of one element on top of what is stored: nothing of them is lost when somebody else was faster. */
export function useEntry(id: string, now: Detail): EntryState {
  const queries = useQueryClient();
  const [stored, setStored] = useState(() => kept.get(id)?.stored ?? now);
  const [element, setElement] = useState(() => kept.get(id)?.element ?? now.element);
  const [past, setPast] = useState<ModelElement[]>([]);
  const [clashes, setClashes] = useState<readonly Clash[] | null>(null);
  const dirty = !equals(element, stored.element);
  useEffect(() => {
    if (dirty) kept.set(id, { stored, element });
    else kept.delete(id);
  }, [id, dirty, stored, element]);
  useStay(dirty);
  const begin = (detail: Detail): void => {
    setStored(detail);
    setElement(detail.element);
    setPast([]);
    setClashes(null);
  };
  if (!dirty && clashes === null && now.version > stored.version) begin(now);
  const saving = useMutation({
    mutationFn: () =>
      postJson('/api/elements/changes', {
        changes: [
          {
            id,
            version: stored.version,
            patch: patchBetween(stored.element as unknown as Tree, element as unknown as Tree),
          },
        ],
      }),
    onSuccess: async () => {
      const detail = await getDetail(id);
      begin(detail);
      queries.setQueryData(['element', id], detail);
      await Promise.all(FOLLOWS.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: async (error) => {
      if (!(error instanceof Problem) || error.status !== 412) return;
      const theirs = await getDetail(id);
      const together = merged(stored.element, theirs.element, element);
      setStored(theirs);
      setElement(together.value as ModelElement);
      setClashes(together.clashes);
    },
  });
  const broken = useMemo(() => violationsOf(saving.error) as Violation[], [saving.error]);
  return {
    stored,
    element,
    dirty,
    saving: saving.isPending,
    saved: saving.isSuccess && !dirty,
    error: isMeanwhile(saving.error) ? null : saving.error,
    broken,
    clashes,
    canUndo: past.length > 0,
    change: (next) => {
      setPast((before) => [...before.slice(-100), element]);
      setElement(next);
      if (saving.isError || saving.isSuccess) saving.reset();
    },
    undo: () => {
      const before = past.at(-1);
      if (!before) return;
      setElement(before);
      setPast(past.slice(0, -1));
    },
    discard: () => {
      begin(stored);
      saving.reset();
    },
    save: () => {
      setClashes(null);
      saving.mutate();
    },
    takeTheirs: () => {
      begin(stored);
      saving.reset();
    },
  };
}
