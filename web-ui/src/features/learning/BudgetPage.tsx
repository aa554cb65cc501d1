import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { May } from '../../components/May';
import { State } from '../../components/State';
import { getJson, postJson, type RunInfo } from '../../lib/api';
import { share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { ModelFile } from '../../lib/model';
import { usePage } from '../../lib/page';
import { isOpen, STATUS_TEXT } from '../../lib/run';
import type { Budget } from './api';
import { BudgetReport } from './BudgetReport';
import './learning.css';

/** An uncertainty budget: on the way, not to be had, or told. */
export function BudgetPage(): ReactElement {
  const { run = '' } = useParams();
  const { t } = useLanguage();
  usePage({ label: t('learningBudgets'), to: '/learning/budgets' }, { label: `${t('run')} ${run}` });
  const info = useQuery({
    queryKey: ['run', run],
    queryFn: () => getJson<RunInfo>(`/api/runs/${run}`),
    retry: 1,
    refetchInterval: (query) => (query.state.data && isOpen(query.state.data) ? 700 : false),
  });
  const isBudget = info.data?.kind === 'budget';
  const finished = isBudget && info.data?.status === 'finished';
  const result = useQuery({
    queryKey: ['result', run],
    queryFn: () => getJson<Budget>(`/api/runs/${run}/result`),
    enabled: finished,
    staleTime: Infinity,
    retry: 1,
  });
  const model = useQuery({
    queryKey: ['run-model', run],
    queryFn: () => getJson<ModelFile>(`/api/runs/${run}/model`),
    enabled: finished,
    staleTime: Infinity,
    retry: 1,
  });
  if (!info.data) return <State error={info.error} retry={() => void info.refetch()} />;
  if (!isBudget) return <State error={new Error(t('learningNotABudget', { run }))} />;
  if (!finished) return <Unfinished run={info.data} />;
  if (!result.data || !model.data)
    return (
      <State
        error={result.error ?? model.error}
        retry={() => {
          void result.refetch();
          void model.refetch();
        }}
      />
    );
  return <BudgetReport run={info.data} budget={result.data} model={model.data} />;
}

/** A budget that waits, works, failed or was stopped. */
function Unfinished({ run }: { run: RunInfo }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => postJson<RunInfo>(`/api/runs/${run.id}/cancel`, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['run', String(run.id)] }),
  });
  const open = isOpen(run);
  return (
    <section className={open ? 'empty' : 'card failed'}>
      <h1>{t('learningBudgetState', { status: t(STATUS_TEXT[run.status]) })}</h1>
      {open ? (
        <p aria-live="polite">
          <progress value={run.trialsDone} max={run.trials} aria-label={t('learningBudgets')} />{' '}
          {share(run.trialsDone / run.trials)}
        </p>
      ) : (
        <p lang="en">{run.error ?? ''}</p>
      )}
      <p className="ways">
        {open && (
          <May permission="run">
            <button
              type="button"
              className="btn"
              disabled={cancel.isPending}
              onClick={() => {
                cancel.mutate();
              }}
            >
              {t('cancel')}
            </button>
          </May>
        )}
        <Link className="btn" to="/learning/budgets">
          {t('learningBudgets')}
        </Link>
      </p>
    </section>
  );
}
