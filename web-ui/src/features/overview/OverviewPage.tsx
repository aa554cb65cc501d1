import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { State } from '../../components/State';
import { getJson, type Overview, postJson, type RunInfo } from '../../lib/api';
import { hours } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { MatrixCell } from './MatrixCell';
import { byOrigin, misses } from './model';
import { Progress } from './Progress';
import './overview.css';

const BINS = ['≥ 99', '95', '90', '80', '65', '50', '< 50'];

/** Would we be back in time? Services and processes against scenarios. */
export function OverviewPage(): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const queries = useQueryClient();
  usePage({ label: t('overview') });
  const { data, error } = useQuery({
    queryKey: ['overview'],
    queryFn: () => getJson<Overview>('/api/overview'),
    refetchInterval: (query) => ((query.state.data?.running ?? 0) > 0 ? 1500 : false),
  });
  const again = useMutation({
    mutationFn: () => postJson<RunInfo[]>('/api/runs/all', {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['overview'] }),
  });
  if (!data) return <State error={error} />;
  const groups = byOrigin(data.columns);
  const columns = groups.flatMap((group) => group.columns);
  const cells = new Map(data.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const counted = misses(data);
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>{counted.misses === 0 ? t('headlineNone', { pairs: counted.pairs }) : t('headline', counted)}</h1>
          <p className="lede">
            {nameOf(data.organisation)} · {t('lede', { rows: data.rows.length, columns: columns.length })}
          </p>
        </div>
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
      </div>
      {again.error && <State error={again.error} />}
      <Progress overview={data} />
      <section className="card">
        <header>
          <h2>{t('question')}</h2>
          <span className="sub">{t('cellHint')}</span>
          <span className="scale" aria-hidden="true">
            {BINS.map((bin, i) => (
              <i key={bin} className={`c${6 - i}`}>
                {bin}
              </i>
            ))}
          </span>
        </header>
        <div className="scroll" tabIndex={0} role="region" aria-label={t('question')}>
          <table className="matrix">
            <thead>
              <tr>
                <td colSpan={2} />
                {groups.map((group) => (
                  <th key={group.origin} scope="colgroup" colSpan={group.columns.length} className="origin">
                    {t(group.origin)}
                  </th>
                ))}
              </tr>
              <tr>
                <th scope="col">{t('element')}</th>
                <th scope="col" className="num">
                  {t('rto')}
                </th>
                {columns.map((column) => (
                  <th key={column.id} scope="col">
                    {nameOf(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{nameOf(row)}</th>
                  <td className="num">{row.rtoHours === null ? '–' : hours(row.rtoHours, language)}</td>
                  {columns.map((column) => (
                    <MatrixCell key={column.id} row={row} column={column} cell={cells.get(`${row.id} ${column.id}`)} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  );
}
