import { useMutation, useQuery } from '@tanstack/react-query';
import { May } from '../../components/May';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { State } from '../../components/State';
import { getJson, postJson, type RunInfo } from '../../lib/api';
import { count, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { ModelFile } from '../../lib/model';
import { usePage } from '../../lib/page';
import { isOpen, STATUS_TEXT } from '../../lib/run';
import type { DrillEstimate } from './estimate';
import './estimate.css';
import { EstimateReport } from './EstimateReport';

/** What the simulator estimates of a drill: on the way, not to be had, or as a page that prints. */
export function EstimatePage(): ReactElement {
  const { run = '' } = useParams();
  const { t } = useLanguage();
  usePage({ label: t('drills'), to: '/drills' }, { label: `${t('run')} ${run}` });
  const info = useQuery({
    queryKey: ['run', run],
    queryFn: () => getJson<RunInfo>(`/api/runs/${run}`),
    retry: 1,
    refetchInterval: (query) => (query.state.data && isOpen(query.state.data) ? 700 : false),
  });
  const isDrill = info.data?.kind === 'drill';
  const finished = isDrill && info.data?.status === 'finished';
  const result = useQuery({
    queryKey: ['result', run],
    queryFn: () => getJson<DrillEstimate>(`/api/runs/${run}/result`),
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
  if (!isDrill) return <State error={new Error(t('drillsEstimateOther', { run }))} />;
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
  return <EstimateReport run={info.data} result={result.data} model={model.data} />;
}

/** A run that waits, works, failed or was stopped. */
function Unfinished({ run }: { run: RunInfo }): ReactElement {
  const { language, t } = useLanguage();
  const cancel = useMutation({ mutationFn: () => postJson<RunInfo>(`/api/runs/${run.id}/cancel`, {}) });
  const open = isOpen(run);
  return (
    <section className={open ? 'empty' : 'card failed'}>
      <h1>{t(open ? 'drillsEstimateRuns' : 'drillsEstimateOver', { status: t(STATUS_TEXT[run.status]) })}</h1>
      {open ? (
        <p aria-live="polite">
          <progress value={run.trialsDone} max={run.trials} aria-label={t('drillsEstimateRuns', { status: '' })} />{' '}
          {share(run.trialsDone / run.trials)}
        </p>
      ) : (
        <p lang="en">{run.error ?? ''}</p>
      )}
      <p className="sub">
        {t('drillsEstimateTrials', { trials: count(run.trials, language), seed: run.seed })} {t('drillsEstimateIs')}
      </p>
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
        <Link className="btn" to="/drills">
          {t('drillsBack')}
        </Link>
      </p>
    </section>
  );
}
