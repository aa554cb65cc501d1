import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Provenance } from '../../components/Provenance';
import { RunFields } from '../../components/RunFields';
import { RunLine } from '../../components/RunLine';
import { Empty, State } from '../../components/State';
import { getJson, type Listing, postJson, type RunInfo } from '../../lib/api';
import { count, hours, money } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { elementsOf, type ModelFile } from '../../lib/model';
import { usePage } from '../../lib/page';
import { isOpen, MOST_TRIALS } from '../../lib/run';
import { ExceedanceCard } from './Exceedance';
import './runs.css';
import { Findings } from './SideCards';
import { Capacities, Promises } from './YearCards';
import { availability, judged, newest, promises, type YearResult } from './year';
import './year.css';

const YEARS = '10000';
const MOMENT = 1000;
const TITLES = { service: 'yearServices', process: 'yearProcesses', asset: 'yearAssets' } as const;

/** What a year of operation brings: availability, service levels, losses; of the newest finished run. */
export function YearPage(): ReactElement {
  const { t } = useLanguage();
  usePage({ label: t('scenarios'), to: '/scenarios' }, { label: t('yearRoom') });
  const runs = useQuery({
    queryKey: ['runs', 'year'],
    queryFn: () => getJson<Listing<RunInfo>>('/api/runs?kind=year&size=20'),
    refetchInterval: (query) => (query.state.data?.items.some(isOpen) ? MOMENT : false),
    retry: 1,
  });
  const { finished, latest } = newest(runs.data?.items ?? []);
  const result = useQuery({
    queryKey: ['result', finished?.id],
    queryFn: () => getJson<YearResult>(`/api/runs/${finished?.id ?? 0}/result`),
    enabled: finished !== undefined,
    staleTime: Infinity,
    retry: 1,
  });
  const model = useQuery({
    queryKey: ['run-model', finished?.id],
    queryFn: () => getJson<ModelFile>(`/api/runs/${finished?.id ?? 0}/model`),
    enabled: finished !== undefined,
    staleTime: Infinity,
    retry: 1,
  });
  if (!runs.data) return <State error={runs.error} retry={() => void runs.refetch()} />;
  const line = latest && latest !== finished && <Latest run={latest} />;
  if (!finished)
    return (
      <Empty title={t('yearEmpty')}>
        <p>{t('yearEmptyHint')}</p>
        {line ?? null}
        <YearForm />
      </Empty>
    );
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
  return (
    <article className="run">
      <Head result={result.data} model={model.data} />
      {line}
      {(['service', 'process', 'asset'] as const).map((type) => {
        const rows = judged(result.data).filter((each) => each.type === type);
        return rows.length === 0 ? null : (
          <Promises key={type} rows={rows} title={t(TITLES[type])} model={model.data} />
        );
      })}
      <div className="cards yearly">
        {result.data.loss && (
          <ExceedanceCard
            loss={result.data.loss}
            penalty={result.data.penalty}
            currency={model.data.currency ?? 'TWD'}
          />
        )}
        {result.data.capacity.length > 0 && <Capacities result={result.data} model={model.data} />}
        {result.data.findings.length > 0 && <Findings findings={result.data.findings} />}
        <YearProvenance run={finished} result={result.data} />
      </div>
    </article>
  );
}

function YearProvenance({ run, result }: { run: RunInfo; result: YearResult }): ReactElement {
  const { language, t } = useLanguage();
  return (
    <Provenance
      run={String(run.id)}
      finishedAt={run.finishedAt}
      settings={{
        label: t('yearSettings'),
        value: `${count(result.years, language)}, ${count(result.horizon, language)}, ${result.seed}`,
      }}
      result={result}
      command={`./holdfast year run-${run.id}.json --years ${result.years} --horizon ${result.horizon} --warmup ${result.warmup} --seed ${result.seed} --format json`}
    />
  );
}

function Latest({ run }: { run: RunInfo }): ReactElement {
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: (id: number) => postJson<RunInfo>(`/api/runs/${id}/cancel`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['runs', 'year'] }),
  });
  return (
    <section className="card">
      <RunLine
        run={run}
        onCancel={(id) => {
          cancel.mutate(id);
        }}
      />
    </section>
  );
}

function Head({ result, model }: { result: YearResult; model: ModelFile }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const currency = model.currency ?? 'TWD';
  const { promised, kept } = promises(result);
  const worst = judged(result)[0];
  const headline = (): string => {
    if (result.loss && promised > 0)
      return t('yearHeadline', {
        mean: money(result.loss.mean, currency, language),
        p95: money(result.loss.p95, currency, language),
        kept,
        promised,
      });
    if (promised > 0) return t('yearHeadlineNoLoss', { kept, promised });
    return t('yearHeadlinePlain', {
      name: nameOf(elementsOf(model).get(worst?.id ?? '') ?? { id: worst?.id ?? '' }),
      availability: worst ? availability(worst.availability) : '–',
    });
  };
  return (
    <div className="head">
      <div className="grow">
        <h1>{headline()}</h1>
        <p className="lede">
          {t('yearLede', { years: count(result.years, language), horizon: hours(result.horizon, language) })}
        </p>
      </div>
      <YearForm />
    </div>
  );
}

/** Runs years with a number of histories and a seed; the same seed gives the same result. */
function YearForm(): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: (wanted: { trials: number; seed: number }) =>
      postJson<RunInfo>('/api/runs', { kind: 'year', ...wanted }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['runs', 'year'] }),
  });
  return (
    <RunFields
      usual={YEARS}
      countLabel={t('yearYears')}
      runLabel={t('yearRun')}
      badLabel={t('yearBad', { most: MOST_TRIALS })}
      busy={start.isPending}
      error={start.error}
      onRun={(wanted) => {
        start.mutate(wanted);
      }}
    />
  );
}
