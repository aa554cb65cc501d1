import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { isMeanwhile, Problem, violationsOf } from '../../lib/answer';
import {
  type BiaRecord,
  getAnalysis,
  type Loaded,
  type Preview,
  previewAnalysis,
  saveAnalysis,
  type Violation,
} from './api';
import { type Clash, equals, merged } from '../../lib/merge';

const PAUSE = 250;

/** The value as it was when it had not changed for a while. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setSettled(value);
    }, PAUSE);
    return () => {
      window.clearTimeout(timer);
    };
  }, [value]);
  return settled;
}

export interface Conflict {
  clashes: Clash[];
  theirs: Loaded;
}

export interface DraftState {
  loaded: Loaded;
  record: BiaRecord;
  dirty: boolean;
  reopened: boolean;
  preview: Preview | undefined;
  previewError: Error | null;
  broken: ReadonlyMap<string, Violation>;
  conflict: Conflict | null;
  saving: boolean;
  saved: boolean;
  error: Error | null;
  canUndo: boolean;
  change: (record: BiaRecord) => void;
  undo: () => void;
  discard: () => void;
  reopen: () => void;
  save: () => void;
  takeTheirs: () => void;
}

/** What is not saved yet, so that whoever looks at another page meanwhile finds it again. */
const kept = new Map<string, { loaded: Loaded; record: BiaRecord }>();

/** What somebody writes on top of what is stored: nothing of it is lost when another one was faster. */
export function useDraft(id: string, first: Loaded): DraftState {
  const queries = useQueryClient();
  const [loaded, setLoaded] = useState(() => kept.get(id)?.loaded ?? first);
  const [record, setRecord] = useState(() => kept.get(id)?.record ?? first.view.record);
  const [past, setPast] = useState<BiaRecord[]>([]);
  const [reopened, setReopened] = useState(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const dirty = !equals(record, loaded.view.record);
  useEffect(() => {
    if (dirty) kept.set(id, { loaded, record });
    else kept.delete(id);
  }, [id, dirty, loaded, record]);
  const begin = (now: Loaded, said: BiaRecord): void => {
    setLoaded(now);
    setRecord(said);
    setPast([]);
  };
  const refreshed = equals(first.view, loaded.view) && first.tag === loaded.tag;
  if (
    !refreshed &&
    !dirty &&
    !conflict &&
    Number(first.tag.replace(/\D/g, '')) >= Number(loaded.tag.replace(/\D/g, ''))
  )
    begin(first, first.view.record);
  const settled = useSettled(record);
  const preview = useQuery({
    queryKey: ['bia', id, 'preview', settled],
    queryFn: () => previewAnalysis(id, settled),
    placeholderData: (before) => before,
    retry: false,
  });
  const saving = useMutation({
    mutationFn: () => saveAnalysis(id, loaded.tag, record, reopened),
    onSuccess: async (stored) => {
      begin(stored, stored.view.record);
      setReopened(false);
      setConflict(null);
      queries.setQueryData(['bia', id, 'analysis'], stored);
      await Promise.all(
        [['bia', 'rows'], ['approval'], ['approvals'], ['findings']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
    onError: async (error) => {
      if (!(error instanceof Problem) || error.status !== 412) return;
      const theirs = await getAnalysis(id);
      const together = merged(loaded.view.record, theirs.view.record, record);
      setLoaded(theirs);
      setRecord(together.value as BiaRecord);
      setConflict({ clashes: together.clashes, theirs });
    },
  });
  const broken = useMemo(() => {
    const told = [...violationsOf(saving.error), ...(dirty ? (preview.data?.violations ?? []) : [])] as Violation[];
    return new Map(told.map((each) => [each.path, each]));
  }, [saving.error, preview.data, dirty]);
  return {
    loaded,
    record,
    dirty,
    reopened,
    preview: preview.data,
    previewError: preview.error,
    broken,
    conflict,
    saving: saving.isPending,
    saved: saving.isSuccess && !dirty,
    error: isMeanwhile(saving.error) ? null : saving.error,
    canUndo: past.length > 0,
    change: (next) => {
      setPast((before) => [...before.slice(-100), record]);
      setRecord(next);
      if (saving.isError || saving.isSuccess) saving.reset();
    },
    undo: () => {
      const before = past.at(-1);
      if (!before) return;
      setRecord(before);
      setPast(past.slice(0, -1));
    },
    discard: () => {
      setRecord(loaded.view.record);
      setPast([]);
      setConflict(null);
      setReopened(false);
      saving.reset();
    },
    reopen: () => {
      setReopened(true);
    },
    save: () => {
      setConflict(null);
      saving.mutate();
    },
    takeTheirs: () => {
      if (conflict) begin(conflict.theirs, conflict.theirs.view.record);
      setConflict(null);
      saving.reset();
    },
  };
}
