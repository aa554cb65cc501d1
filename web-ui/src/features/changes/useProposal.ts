import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isMeanwhile, Problem, violationsOf } from '../../lib/answer';
import { getChange, type Proposal, saveChange, type View, type Violation } from './api';
import { type Clash, equals, together } from './model';

export interface Draft {
  view: View;
  proposal: Proposal;
  dirty: boolean;
  reopened: boolean;
  broken: ReadonlyMap<string, Violation>;
  clashes: Clash[] | null;
  saving: boolean;
  saved: boolean;
  error: Error | null;
  change: (part: Partial<Proposal>) => void;
  discard: () => void;
  reopen: () => void;
  save: () => void;
  takeTheirs: () => void;
}

/** What is not saved yet, so that whoever looks at another page meanwhile finds it again. */
const kept = new Map<number, { view: View; proposal: Proposal }>();

export const rulesOf = (error: unknown): ReadonlyMap<string, Violation> =>
  new Map((violationsOf(error) as Violation[]).map((each) => [each.path.replace(/^\$\.(release\.)?/, ''), each]));

/** What somebody types on top of what is stored: nothing of it is lost when another one was faster. */
export function useProposal(fresh: View): Draft {
  const queries = useQueryClient();
  const [view, setView] = useState(() => kept.get(fresh.id)?.view ?? fresh);
  const [proposal, setProposal] = useState(() => kept.get(fresh.id)?.proposal ?? fresh.proposal);
  const [reopened, setReopened] = useState(false);
  const [clashes, setClashes] = useState<Clash[] | null>(null);
  const dirty = !equals(proposal, view.proposal);
  useEffect(() => {
    if (dirty) kept.set(view.id, { view, proposal });
    else kept.delete(view.id);
  }, [dirty, view, proposal]);
  if (!dirty && !clashes && fresh.version >= view.version && fresh !== view) {
    setView(fresh);
    setProposal(fresh.proposal);
  }
  const saving = useMutation({
    mutationFn: () => saveChange(view.id, view.version, proposal, reopened),
    onSuccess: async (stored) => {
      setView(stored);
      setProposal(stored.proposal);
      setReopened(false);
      setClashes(null);
      queries.setQueryData(['change', String(stored.id)], stored);
      await Promise.all(
        [['changes'], ['change-impact'], ['approval'], ['approvals']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
    onError: async (error) => {
      if (!(error instanceof Problem) || error.status !== 412) return;
      const theirs = await getChange(String(view.id));
      const both = together(view.proposal, theirs.proposal, proposal);
      setView(theirs);
      setProposal(both.proposal);
      setClashes(both.clashes);
    },
  });
  return {
    view,
    proposal,
    dirty,
    reopened,
    broken: rulesOf(saving.error),
    clashes,
    saving: saving.isPending,
    saved: saving.isSuccess && !dirty,
    error: isMeanwhile(saving.error) ? null : saving.error,
    change: (part) => {
      setProposal({ ...proposal, ...part });
      if (saving.isError || saving.isSuccess) saving.reset();
    },
    discard: () => {
      setProposal(view.proposal);
      setClashes(null);
      setReopened(false);
      saving.reset();
    },
    reopen: () => {
      setReopened(true);
    },
    save: () => {
      saving.mutate();
    },
    takeTheirs: () => {
      setProposal(view.proposal);
      setClashes(null);
      saving.reset();
    },
  };
}
