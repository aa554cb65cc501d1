import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { Provenance } from '../../components/Provenance';
import { State } from '../../components/State';
import { type ElementResult, getJson, type Result, type RunInfo } from '../../lib/api';
import { chance, count, hours, percent, share } from '../../lib/format';
import { type Translate, useLanguage } from '../../lib/i18n';
import { elementsOf, type ModelElement, type ModelFile } from '../../lib/model';
import { usePage } from '../../lib/page';
import { CapacityFan, RecoveryCurve } from './charts';
import { Driving } from './Driving';
import { Hero } from './Hero';
import { Card, Numbers } from './Numbers';
import './runs.css';
import { DataLoss, Findings, Headroom, Loss } from './SideCards';

/** What a run says of one element, on one page that prints on one sheet. Names are those of the run's own model. */
export function RunPage(): ReactElement {
  const { run = '', element: id = '' } = useParams();
  const { t } = useLanguage();
  usePage({ label: t('overview'), to: '/' }, { label: `${t('run')} ${run}` });
  const result = useQuery({
    queryKey: ['result', run],
    queryFn: () => getJson<Result>(`/api/runs/${run}/result`),
    staleTime: Infinity,
    retry: 1,
  });
  const model = useQuery({
    queryKey: ['run-model', run],
    queryFn: () => getJson<ModelFile>(`/api/runs/${run}/model`),
    staleTime: Infinity,
    retry: 1,
  });
  const info = useQuery({ queryKey: ['run', run], queryFn: () => getJson<RunInfo>(`/api/runs/${run}`), retry: 1 });
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
  const element = result.data.elements.find((each) => each.id === id);
  if (!element) return <State error={new Error(t('runUnknownElement', { run, id }))} />;
  return <Page run={run} info={info.data} element={element} result={result.data} model={model.data} />;
}

function headline(element: ElementResult, name: string, language: 'en' | 'zh-Hant', t: Translate): string {
  const { recovery, objectives, disrupted, whenDisrupted } = element;
  const time = (value: number | null): string => (value === null ? t('never') : hours(value, language));
  if (disrupted.estimate <= 0) return t('runHeadlineNotHit', { name });
  if (objectives.rto === undefined || !recovery.withinRto)
    return t('runHeadlineNoTarget', { name, p50: time(recovery.p50), p95: time(recovery.p95) });
  const rto = hours(objectives.rto, language);
  if (disrupted.estimate < 0.5 && whenDisrupted?.withinRto)
    return t('runHeadlineRare', {
      name,
      rto,
      hit: chance(disrupted, language),
      then: chance(whenDisrupted.withinRto, language),
      p95: time(whenDisrupted.p95),
    });
  return t('runHeadline', { name, rto, chance: chance(recovery.withinRto, language), p95: time(recovery.p95) });
}

function Page({
  run,
  info,
  element,
  result,
  model,
}: {
  run: string;
  info: RunInfo | undefined;
  element: ElementResult;
  result: Result;
  model: ModelFile;
}): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const { hash } = useLocation();
  const elements = elementsOf(model);
  const named = (id: string): string => nameOf(elements.get(id) ?? ({ id } satisfies ModelElement));
  const name = named(element.id);
  const scenario = nameOf(model.scenarios?.find((each) => each.id === result.scenario) ?? { id: result.scenario });
  usePage(
    { label: t('scenarios'), to: '/scenarios' },
    { label: scenario, to: `/scenarios/${result.scenario}` },
    { label: name },
  );
  useEffect(() => {
    if (hash) document.querySelector(hash)?.scrollIntoView();
  }, [hash]);
  const currency = model.currency ?? 'TWD';
  return (
    <article className="run">
      <div className="head">
        <div className="grow">
          <h1>{headline(element, name, language, t)}</h1>
          <p className="lede">
            {t('runLede', { scenario, trials: count(result.trials, language), seed: result.seed })}{' '}
            {t('runLedeGuesses', { guesses: share(element.guesses) })}
          </p>
        </div>
        <Link className="btn noprint" to={`/plans/${element.id}/${result.scenario}`}>
          {t('planOpen')}
        </Link>
        <button
          type="button"
          className="btn noprint"
          onClick={() => {
            window.print();
          }}
        >
          {t('print')}
        </button>
      </div>
      <Hero element={element} from={element.objectivesFrom ? named(element.objectivesFrom) : null} />
      <div className="cards">
        <Card title={t('curve')} sub={t('curveHint')}>
          <RecoveryCurve element={element} label={t('curve')} />
          <Numbers
            head={[t('hoursColumn'), t('shareColumn')]}
            rows={element.recovery.curve
              .filter((_, i) => i % 8 === 0)
              .map((p) => [hours(p.hours, language), percent(p.share, 1)])}
          />
        </Card>
        <Driving element={element} elements={elements} teams={model.teams ?? []} trials={result.trials} />
        <Card title={t('capacity')} sub={t('capacityHint')}>
          <CapacityFan element={element} label={t('capacity')} />
          <Headroom element={element} />
          <Numbers
            head={[t('hoursColumn'), 'P5', 'P50', 'P95']}
            rows={element.capacity.map((p) => [hours(p.hours, language), share(p.p05), share(p.p50), share(p.p95)])}
          />
        </Card>
        <Findings findings={result.findings} />
        <div className="stack">
          <DataLoss element={element} />
          <Loss element={element} currency={currency} />
        </div>
        <Provenance
          run={run}
          finishedAt={info?.finishedAt}
          settings={{ label: t('runTrialsAndSeed'), value: `${count(result.trials, language)}, ${result.seed}` }}
          result={result}
          command={`./holdfast simulate run-${run}.json --scenario ${result.scenario} --trials ${result.trials} --seed ${result.seed} --format json`}
        />
      </div>
    </article>
  );
}
