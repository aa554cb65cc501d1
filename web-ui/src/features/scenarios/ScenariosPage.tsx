import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Empty, State } from '../../components/State';
import { getJson, type Listing, type Overview, type RunInfo, type Scenario, type ScenarioHits } from '../../lib/api';
import { frequency } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { byOrigin, verdict } from './model';
import { RunForm } from './RunForm';
import { RunLine } from '../../components/RunLine';
import './scenarios.css';
import { useRunActions, useRuns } from './useRuns';

/** What if? The library of scenarios in the guideline's four origins. */
export function ScenariosPage(): ReactElement {
  const { t, nameOf } = useLanguage();
  usePage({ label: t('scenarios') });
  const scenarios = useQuery({
    queryKey: ['scenarios'],
    queryFn: () => getJson<Listing<Scenario>>('/api/scenarios'),
    retry: 1,
  });
  const hits = useQuery({
    queryKey: ['hits'],
    queryFn: () => getJson<{ items: ScenarioHits[] }>('/api/hits'),
    retry: 1,
  });
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => getJson<Overview>('/api/overview'), retry: 1 });
  const runs = useRuns(null);
  if (!scenarios.data || !hits.data || !overview.data)
    return (
      <State
        error={scenarios.error ?? hits.error ?? overview.error}
        retry={() => {
          void scenarios.refetch();
          void hits.refetch();
          void overview.refetch();
        }}
      />
    );
  const items = scenarios.data.items;
  if (items.length === 0)
    return (
      <Empty title={t('scenariosEmpty')}>
        <p>{t('scenariosEmptyHint')}</p>
      </Empty>
    );
  const verdicts = items.map((each) => ({ scenario: each, ...verdict(overview.data, each.id) }));
  const worst = [...verdicts].sort((a, b) => b.missed - a.missed)[0];
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>
            {worst && worst.missed > 0
              ? t('scenariosHeadline', {
                  count: items.length,
                  scenario: nameOf(worst.scenario),
                  missed: worst.missed,
                  reached: worst.reached,
                })
              : t('scenariosHeadlineNone', { count: items.length })}
          </h1>
          <p className="lede">{t('scenariosLede')}</p>
        </div>
        <Link className="btn" to="/year">
          {t('yearOpen')}
        </Link>
      </div>
      {byOrigin(items).map((group) => (
        <section key={group.origin} className="card">
          <header>
            <h2>{t(group.origin)}</h2>
            <span className="sub">{t('scenariosIn', { count: group.scenarios.length })}</span>
          </header>
          <ul className="sc">
            {group.scenarios.map((scenario) => (
              <Line
                key={scenario.id}
                scenario={scenario}
                hits={hits.data.items.find((each) => each.scenario === scenario.id)}
                run={runs?.find((each) => each.scenario === scenario.id)}
                counted={verdict(overview.data, scenario.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Line({
  scenario,
  hits,
  run,
  counted,
}: {
  scenario: Scenario;
  hits: ScenarioHits | undefined;
  run: RunInfo | undefined;
  counted: { reached: number; missed: number };
}): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const { cancel } = useRunActions();
  return (
    <li>
      <div>
        <h3>
          <Link to={`/scenarios/${scenario.id}`}>{nameOf(scenario)}</Link>
        </h3>
        <p className="sub">
          {scenario.frequency === undefined ? t('scenariosNoFrequency') : frequency(scenario.frequency, language)}
        </p>
      </div>
      <div>
        <p>{hits && t('scenariosHits', { hit: hits.hit, down: hits.down })}</p>
        <p className="sub">
          {counted.reached > 0
            ? t('scenariosVerdict', { count: counted.reached, reached: counted.reached, missed: counted.missed })
            : t('scenariosNoVerdict')}
        </p>
      </div>
      <div>
        {run ? (
          <RunLine
            run={run}
            onCancel={(id) => {
              cancel.mutate(id);
            }}
          />
        ) : (
          <p className="sub">{t('notRun')}</p>
        )}
      </div>
      <RunForm scenario={scenario.id} compact />
    </li>
  );
}
