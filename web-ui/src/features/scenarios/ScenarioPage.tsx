import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { State } from '../../components/State';
import { type ElementEstimate, getJson, type Overview, type Scenario, type ScenarioHits } from '../../lib/api';
import { worstFirst } from '../../lib/estimate';
import { frequency, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { Conditions } from './Conditions';
import { HitList } from './HitList';
import { Results } from './Results';
import { RunForm } from './RunForm';
import { RunLine } from '../../components/RunLine';
import './scenarios.css';
import { useRunActions, useRuns } from './useRuns';

/** One scenario: what it would hit, how services and processes fare, and its runs. */
export function ScenarioPage(): ReactElement {
  const { id = '' } = useParams();
  const { t, nameOf } = useLanguage();
  const at = `/api/scenarios/${encodeURIComponent(id)}`;
  const scenario = useQuery({ queryKey: ['scenario', id], queryFn: () => getJson<Scenario>(at), retry: 1 });
  const hits = useQuery({ queryKey: ['hits', id], queryFn: () => getJson<ScenarioHits>(`${at}/hits`), retry: 1 });
  const runs = useRuns(id);
  const newest = runs?.find((run) => run.status === 'finished');
  const estimates = useQuery({
    queryKey: ['estimates', 'scenario', id, newest?.id ?? 0],
    queryFn: () => getJson<{ items: ElementEstimate[] }>(`/api/estimates?scenario=${encodeURIComponent(id)}`),
    placeholderData: (before) => before,
    retry: 1,
  });
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => getJson<Overview>('/api/overview'), retry: 1 });
  usePage({ label: t('scenarios'), to: '/scenarios' }, { label: scenario.data ? nameOf(scenario.data) : id });
  if (!scenario.data || !hits.data || !estimates.data || !overview.data || !runs)
    return (
      <State
        error={scenario.error ?? hits.error ?? estimates.error ?? overview.error}
        retry={() => void scenario.refetch()}
      />
    );
  const judged = estimates.data.items.filter((each) => each.type !== 'asset' && each.disrupted.estimate > 0);
  return (
    <Page
      scenario={scenario.data}
      hits={hits.data}
      judged={judged.sort(worstFirst)}
      of={overview.data.rows.length}
      runs={runs}
      overview={overview.data}
    />
  );
}

function Page({
  scenario,
  hits,
  judged,
  of,
  runs,
  overview,
}: {
  scenario: Scenario;
  hits: ScenarioHits;
  judged: ElementEstimate[];
  of: number;
  runs: NonNullable<ReturnType<typeof useRuns>>;
  overview: Overview;
}): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const { cancel } = useRunActions();
  const missed = judged.filter((each) => (each.recovery.withinRto?.estimate ?? 1) < 0.8).length;
  const name = nameOf(scenario);
  const finished = runs.some((run) => run.status === 'finished');
  const guesses = judged.length === 0 ? 0 : judged.reduce((sum, each) => sum + each.guesses, 0) / judged.length;
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>
            {finished
              ? t('scenariosOneHeadline', { name, missed, reached: judged.length, of })
              : t('scenariosOneNotRun', { name })}
          </h1>
          <p className="lede">
            {scenario.frequency === undefined ? t('scenariosNoFrequency') : frequency(scenario.frequency, language)}
            {' · '}
            {t('scenariosHits', { hit: hits.hit, down: hits.down })}
            {finished && ` · ${t('scenariosGuesses', { guesses: share(guesses) })}`}
          </p>
        </div>
        <RunForm scenario={scenario.id} />
      </div>
      <div className="one">
        <Results judged={judged} overview={overview} />
        <div className="stack">
          <section className="card">
            <header>
              <h2>{t('scenariosRuns')}</h2>
            </header>
            {runs.length === 0 && <p className="sub">{t('notRun')}</p>}
            <ul className="history">
              {runs.map((run) => (
                <li key={run.id}>
                  <RunLine
                    run={run}
                    onCancel={(each) => {
                      cancel.mutate(each);
                    }}
                  />
                </li>
              ))}
            </ul>
          </section>
          <Conditions scenario={scenario} />
          <HitList hits={hits} />
        </div>
      </div>
    </>
  );
}
