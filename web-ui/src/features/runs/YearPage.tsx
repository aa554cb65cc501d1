import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { RunLine } from '../../components/RunLine';
import { Empty, State } from '../../components/State';
import { getJson, type Listing, postJson, type RunInfo } from '../../lib/api';
import { count, hours, money } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { elementsOf, type ModelFile } from '../../lib/model';
import { usePage } from '../../lib/page';
import { canRun, isOpen, MOST_TRIALS } from '../../lib/run';
import { ExceedanceCard } from './Exceedance';
import './runs.css';
import { Findings } from './SideCards';
import { Capacities, Promises, YearProvenance } from './YearCards';
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
  const [years, setYears] = useState(YEARS);
  const [seed, setSeed] = useState('42');
  const start = useMutation({
    mutationFn: () => postJson<RunInfo>('/api/runs', { kind: 'year', trials: Number(years), seed: Number(seed) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['runs', 'year'] }),
  });
  const valid = canRun(years, seed);
  return (
    <form
      className="runform noprint"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) start.mutate();
      }}
    >
      <label>
        <span>{t('yearYears')}</span>
        <input
          className="field num"
          inputMode="numeric"
          value={years}
          aria-invalid={!valid}
          onChange={(event) => {
            setYears(event.target.value.trim());
          }}
        />
      </label>
      <label>
        <span>{t('seed')}</span>
        <input
          className="field num"
          inputMode="numeric"
          value={seed}
          aria-invalid={!valid}
          onChange={(event) => {
            setSeed(event.target.value.trim());
          }}
        />
      </label>
      <button type="submit" className="btn pri" disabled={!valid || start.isPending}>
        {t('yearRun')}
      </button>
      {!valid && (
        <p className="bad" role="alert">
          {t('yearBad', { most: MOST_TRIALS })}
        </p>
      )}
      {start.error && (
        <p className="bad" role="alert" lang="en">
          {start.error.message}
        </p>
      )}
    </form>
  );
}
