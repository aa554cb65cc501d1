import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { May } from '../../components/May';
import type { ReactElement } from 'react';
import { State } from '../../components/State';
import { getJson, type Overview, postJson, type RunInfo } from '../../lib/api';
import { count, moment } from '../../lib/format';
import { type Translate, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { GuessCard, LossCard, NewsCard } from './Cards';
import { Matrix } from './Matrix';
import { misses } from './model';
import './overview.css';
import { Progress } from './Progress';

function headline(overview: Overview, t: Translate, nameOf: (thing: { id: string }) => string): string {
  const counted = misses(overview);
  if (counted.pairs === 0) return t('headlineNoRun');
  if (!counted.most) return t('headlineNone', { count: counted.pairs, pairs: counted.pairs });
  const column = overview.columns.find((each) => each.id === counted.most?.column) ?? { id: counted.most.column };
  const first = counted.misses * 3 < counted.pairs ? t('headlineMostly') : t('headlineOften');
  return (
    first +
    t('headline', {
      count: counted.misses,
      misses: counted.misses,
      pairs: counted.pairs,
      most: counted.most.misses,
      scenario: nameOf(column),
    })
  );
}

/** Would we be back in time? Services and processes against scenarios. */
export function OverviewPage(): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const queries = useQueryClient();
  usePage({ label: t('overview') });
  const { data, error, refetch } = useQuery({
    queryKey: ['overview'],
    queryFn: () => getJson<Overview>('/api/overview'),
    refetchInterval: (query) => ((query.state.data?.running ?? 0) > 0 ? 1500 : false),
  });
  const again = useMutation({
    mutationFn: () => postJson<RunInfo[]>('/api/runs/all', {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['overview'] }),
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const runs = [...new Set(data.cells.map((cell) => cell.runId))];
  const stamp = runs.join(' ');
  const trials = Math.max(0, ...data.cells.map((cell) => cell.trials ?? 0));
  const newest = data.cells
    .map((cell) => cell.run?.finishedAt ?? '')
    .sort()
    .at(-1);
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>{headline(data, t, nameOf)}</h1>
          <p className="lede">
            {t('lede', {
              rows: data.rows.length,
              columns: data.columns.length,
              trials: count(trials, language),
            })}
            {newest ? ` ${t('overviewNewest', { moment: moment(newest, language) })}` : ''}
          </p>
        </div>
        <May permission="run">
          <button
            type="button"
            className="btn pri"
            disabled={again.isPending}
            onClick={() => {
              again.mutate();
            }}
          >
            {t('runAgain')}
          </button>
        </May>
      </div>
      {again.error && <State error={again.error} />}
      <Progress overview={data} />
      <Matrix overview={data} />
      <div className="row3">
        <LossCard overview={data} stamp={stamp} />
        <GuessCard />
        <NewsCard overview={data} stamp={stamp} />
      </div>
    </>
  );
}
