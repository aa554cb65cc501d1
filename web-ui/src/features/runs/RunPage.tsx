import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { Glyph } from '../../components/Glyph';
import { State } from '../../components/State';
import { type ElementResult, getJson, type Overview, type Result } from '../../lib/api';
import { count, hours, interval, money, percent } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { CapacityFan, RecoveryCurve } from './charts';
import './runs.css';

function Card({ title, sub, children }: { title: string; sub?: string; children: ReactNode }): ReactElement {
  return (
    <section className="card">
      <header>
        <h2>{title}</h2>
        {sub && <span className="sub">{sub}</span>}
      </header>
      {children}
    </section>
  );
}

function Numbers({ head, rows }: { head: [string, string]; rows: [string, string][] }): ReactElement {
  const { t } = useLanguage();
  return (
    <details className="noprint">
      <summary>{t('table')}</summary>
      <table className="plain">
        <thead>
          <tr>
            {head.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([a, b]) => (
            <tr key={a}>
              <td>{a}</td>
              <td className="num">{b}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** What a run says of one element, on one page that prints on one sheet. */
export function RunPage(): ReactElement {
  const { run = '', element: id = '' } = useParams();
  const result = useQuery({ queryKey: ['result', run], queryFn: () => getJson<Result>(`/api/runs/${run}/result`) });
  const overview = useQuery({ queryKey: ['overview'], queryFn: () => getJson<Overview>('/api/overview') });
  const element = result.data?.elements.find((each) => each.id === id);
  if (!result.data || !overview.data) return <State error={result.error ?? overview.error} />;
  if (!element) return <State error={new Error(`${id} ∉ ${run}.`)} />;
  return <Page run={run} element={element} result={result.data} overview={overview.data} />;
}

function Page({
  run,
  element,
  result,
  overview,
}: {
  run: string;
  element: ElementResult;
  result: Result;
  overview: Overview;
}): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const { recovery, objectives } = element;
  const name = nameOf(overview.rows.find((row) => row.id === element.id) ?? { id: element.id });
  const scenario = nameOf(overview.columns.find((column) => column.id === result.scenario) ?? { id: result.scenario });
  usePage({ label: t('overview'), to: '/' }, { label: scenario }, { label: name });
  const time = (value: number | null): string => (value === null ? t('never') : hours(value, language));
  const rto = objectives.rto ?? null;
  const headline =
    rto === null || !recovery.withinRto
      ? t('runHeadlineNoTarget', { name, p50: time(recovery.p50), p95: time(recovery.p95) })
      : t('runHeadline', {
          name,
          rto: hours(rto, language),
          chance: percent(recovery.withinRto.estimate),
          p95: time(recovery.p95),
        });
  const linkName = (link: string): string => (link === 'response' ? t('response') : link);
  const currency = overview.organisation.currency ?? 'TWD';
  return (
    <article className="run">
      <div className="head">
        <div className="grow">
          <h1>{headline}</h1>
          <p className="lede">
            {t('runLede', { scenario, trials: count(result.trials, language), seed: result.seed })}
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
      <section className="card strip">
        <div>
          <h2>{t('target')}</h2>
          <Glyph
            rto={rto}
            mtpd={objectives.mtpd ?? null}
            p05={recovery.p05}
            p50={recovery.p50}
            p95={recovery.p95}
            p99={recovery.p99}
          />
          <p className="sub">{t('noActual')}</p>
        </div>
        <dl>
          {recovery.withinRto && (
            <>
              <dt>{t('withinRto')}</dt>
              <dd className="big">{percent(recovery.withinRto.estimate)}</dd>
              <dt>{t('simulationError')}</dt>
              <dd>{interval(recovery.withinRto.low, recovery.withinRto.high, t('to'))}</dd>
            </>
          )}
          {recovery.withinMtpd && (
            <>
              <dt>{t('withinMtpd')}</dt>
              <dd>{percent(recovery.withinMtpd.estimate, 1)}</dd>
            </>
          )}
          <dt>{t('p95')}</dt>
          <dd>
            {time(recovery.p95)} ({time(recovery.p95Low)} {t('to')} {time(recovery.p95High)})
          </dd>
          <dt>{t('neverBack')}</dt>
          <dd>{percent(recovery.never, 1)}</dd>
          <dt>{t('guesses')}</dt>
          <dd className={element.guesses > 0.5 ? 'hatched' : ''}>{percent(element.guesses)}</dd>
        </dl>
      </section>
      <div className="cards">
        <Card title={t('curve')} sub={t('curveHint')}>
          <RecoveryCurve element={element} label={t('curve')} />
          <Numbers
            head={[t('hoursColumn'), t('shareColumn')]}
            rows={recovery.curve
              .filter((_, i) => i % 8 === 0)
              .map((p) => [hours(p.hours, language), percent(p.share, 1)])}
          />
        </Card>
        <Card title={t('driving')} sub={t('drivingHint')}>
          {element.driving.length === 0 ? (
            <p className="sub">{t('drivingNone')}</p>
          ) : (
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('link')}</th>
                  <th scope="col" className="num">
                    {t('shareColumn')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {element.driving.slice(0, 7).map((link) => (
                  <tr key={link.id}>
                    <td>{linkName(link.id)}</td>
                    <td className="num">
                      <span className="meter" style={{ width: `${Math.round(link.share * 60)}px` }} />
                      {percent(link.share)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Card>
        <Card title={t('capacity')} sub={t('capacityHint')}>
          <CapacityFan element={element} label={t('capacity')} />
          <Numbers
            head={[t('hoursColumn'), t('p50')]}
            rows={element.capacity.map((p) => [hours(p.hours, language), percent(p.p50)])}
          />
        </Card>
        <Card title={t('dataLoss')}>
          {element.dataLoss ? (
            <dl>
              <dt>{t('p50')}</dt>
              <dd>{time(element.dataLoss.p50)}</dd>
              <dt>{t('p95')}</dt>
              <dd>{time(element.dataLoss.p95)}</dd>
              {element.dataLoss.withinRpo && objectives.rpo !== undefined && (
                <>
                  <dt>{t('withinRpo', { rpo: hours(objectives.rpo, language) })}</dt>
                  <dd>
                    {percent(element.dataLoss.withinRpo.estimate)} (
                    {interval(element.dataLoss.withinRpo.low, element.dataLoss.withinRpo.high, t('to'))})
                  </dd>
                </>
              )}
            </dl>
          ) : (
            <p className="sub">{t('dataLossNone')}</p>
          )}
        </Card>
        <Card title={t('loss')}>
          {element.loss ? (
            <>
              <p className="big">{t('mean', { mean: money(element.loss.mean, currency, language) })}</p>
              <p className="sub">
                {money(element.loss.meanLow, currency, language)} {t('to')}{' '}
                {money(element.loss.meanHigh, currency, language)}, {t('simulationError')}
              </p>
              <p>{t('lossOne', { p95: money(element.loss.p95, currency, language) })}</p>
            </>
          ) : (
            <p className="sub">{t('lossNone')}</p>
          )}
        </Card>
        <Card title={t('headroom')}>
          {element.headroom ? (
            <dl>
              <dt>P5</dt>
              <dd>
                {element.headroom.p05?.toFixed(0)} {element.headroom.unit}
              </dd>
              <dt>{t('p50')}</dt>
              <dd>
                {element.headroom.p50?.toFixed(0)} {element.headroom.unit}
              </dd>
              <dt>{t('short')}</dt>
              <dd>{percent(element.headroom.belowZero.estimate, 1)}</dd>
            </dl>
          ) : (
            <p className="sub">{t('headroomNone')}</p>
          )}
        </Card>
        <Card title={t('findings')}>
          {result.findings.length === 0 ? (
            <p className="sub">{t('findingsNone')}</p>
          ) : (
            <ul className="findings">
              {result.findings.map((finding) => (
                <li key={finding.message} lang="en">
                  <b>{finding.code}</b> {finding.message}
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card title={t('provenance')}>
          <dl className="wide">
            <dt>{t('run')}</dt>
            <dd>{run}</dd>
            <dt>{t('seed')}</dt>
            <dd>{result.seed}</dd>
            <dt>{t('engine')}</dt>
            <dd>{result.engine}</dd>
            <dt>{t('digest')}</dt>
            <dd className="mono">{result.model.digest}</dd>
          </dl>
          <p className="noprint">
            <a className="link" href={`/api/runs/${run}/model`} download={`run-${run}.json`}>
              {t('downloadModel')}
            </a>{' '}
            ·{' '}
            <a className="link" href={`/api/runs/${run}/result`} download={`result-${run}.json`}>
              {t('downloadResult')}
            </a>
          </p>
          <p className="sub">{t('again')}</p>
          <code className="mono">{`./holdfast simulate run-${run}.json --scenario ${result.scenario} --trials ${result.trials} --seed ${result.seed} --format json`}</code>
        </Card>
      </div>
    </article>
  );
}
