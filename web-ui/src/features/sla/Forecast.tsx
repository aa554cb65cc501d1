import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Fault } from '../../components/Fault';
import { type ElementEstimate, type Estimate, getJson, type Listing, type RunInfo, type Scenario } from '../../lib/api';
import { chance, hours as time, moment, money } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { getCredits, type Sla, type View } from './api';
import { knewOther, promise, within } from './model';

/** What a run of years says of one element. */
interface YearElement {
  id: string;
  availability: { mean: number; low: number | null; high: number | null };
  promised: number | null;
  slaMet: Estimate | null;
  penalty: { mean: number; p95: number } | null;
}

export interface Predicted {
  run: RunInfo | undefined;
  element: YearElement | undefined;
  error: Error | null;
  known: boolean;
}

/** What the newest finished run of years of operation says of an element's level, where it has one (row S10). */
export function usePredicted(id: string, hasSla: boolean): Predicted {
  const runs = useQuery({
    queryKey: ['runs', 'year', 'finished'],
    queryFn: () => getJson<Listing<RunInfo>>('/api/runs?kind=year&size=20'),
    enabled: hasSla,
    retry: 1,
  });
  const run = runs.data?.items.find((each) => each.status === 'finished');
  const result = useQuery({
    queryKey: ['run', run?.id, 'result'],
    queryFn: () => getJson<{ elements: YearElement[] }>(`/api/runs/${run?.id ?? 0}/result`),
    enabled: hasSla && run !== undefined,
    retry: 1,
  });
  return {
    run,
    element: result.data?.elements.find((each) => each.id === id),
    error: runs.error ?? result.error,
    known: runs.data !== undefined && (run === undefined || result.data !== undefined),
  };
}

/** Whether the level will be met by the newest run of years, and what a miss will cost. */
export function Forecast({
  predicted,
  sla,
  currency,
}: {
  predicted: Predicted;
  sla: Sla;
  currency: string;
}): ReactElement {
  const { t, language } = useLanguage();
  const { element, run, error, known } = predicted;
  const met = element?.slaMet;
  const ran = ({ id, finishedAt, requestedAt }: RunInfo): string =>
    t('slaRun', { run: id, at: moment(finishedAt ?? requestedAt, language) });
  return (
    <section className="card" aria-label={t('slaForecast')}>
      <header>
        <h2>{t('slaForecast')}</h2>
        <span className="r">{t('slaForecastHint')}</span>
      </header>
      <Fault error={error} />
      {run && element && knewOther(element, sla) ? (
        <p>
          {t('slaForecastOther', { then: promise(element.promised ?? 0), now: promise(sla.availability ?? 0) })}{' '}
          <Link className="link" to={`/runs/${run.id}`}>
            {ran(run)}
          </Link>{' '}
          <Link className="link" to="/year">
            {t('slaForecastGo')}
          </Link>
        </p>
      ) : run && element && met ? (
        <>
          <p>
            {t('slaForecastSays', {
              chance: chance(met, language, 1),
              low: (met.low * 100).toFixed(1),
              high: (met.high * 100).toFixed(1),
            })}
          </p>
          <dl className="facts">
            <dt>{t('slaForecastAvailability')}</dt>
            <dd>
              {promise(Number(element.availability.mean.toFixed(6)))}
              {element.availability.low !== null && element.availability.high !== null && (
                <small className="sub">
                  {promise(Number(element.availability.low.toFixed(6)))} {t('to')}{' '}
                  {promise(Number(element.availability.high.toFixed(6)))}
                </small>
              )}
            </dd>
            {element.penalty && (
              <>
                <dt>{t('slaForecastCredits')}</dt>
                <dd>
                  {money(element.penalty.mean, currency, language)}
                  <small className="sub">
                    {t('slaP95', { value: money(element.penalty.p95, currency, language) })}
                  </small>
                </dd>
              </>
            )}
          </dl>
          <p className="sub">
            <Link className="link" to={`/runs/${run.id}`}>
              {ran(run)}
            </Link>
          </p>
        </>
      ) : (
        known && (
          <p className="sub">
            {t(run ? 'slaForecastNot' : 'slaForecastNone')}{' '}
            <Link className="link" to="/year">
              {t('slaForecastGo')}
            </Link>
          </p>
        )
      )}
    </section>
  );
}

/** The level in recovery: for each scenario the credit by the length of the outage, and the chance to stay within what is promised (row B20). */
export function InRecovery({ id, view, currency }: { id: string; view: View; currency: string }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const scenarios = useQuery({
    queryKey: ['scenarios'],
    queryFn: () => getJson<Listing<Scenario>>('/api/scenarios'),
    retry: 1,
  });
  const estimates = useQuery({
    queryKey: ['estimates', id],
    queryFn: () => getJson<{ items: ElementEstimate[] }>(`/api/estimates?element=${encodeURIComponent(id)}`),
    retry: 1,
  });
  const hit = (estimates.data?.items ?? [])
    .filter((each) => each.disrupted.estimate > 0)
    .sort((a, b) => (b.recovery.p95 ?? Infinity) - (a.recovery.p95 ?? Infinity));
  const lengths = hit.flatMap((each) => [each.recovery.p50, each.recovery.p95]);
  const hasSla = view.record.sla !== undefined;
  const credits = useQuery({
    queryKey: ['sla', id, 'recovery', lengths, view.record.sla],
    queryFn: () =>
      getCredits(
        id,
        lengths.map((each) => ({ down: each ?? 0, outages: each === null ? [] : [each], length: 1e5 })),
      ),
    enabled: hasSla && lengths.length > 0,
  });
  const agreement = view.record['x-agreements']?.find((each) => each.kind === 'sla');
  const longest = agreement?.longestOutage ?? agreement?.rto;
  const pays = (view.record.sla?.creditsByOutage ?? []).length > 0;
  const cell = (length: number | null, at: number): ReactElement => (
    <td className="num">
      {length === null ? t('never') : time(length, language)}
      {pays && length !== null && credits.data?.[at] && (
        <small className="sub">
          {money(
            credits.data[at].outages.reduce((sum, each) => sum + each.share, 0) * (view.record.sla?.fee ?? 0),
            currency,
            language,
          )}
        </small>
      )}
    </td>
  );
  return (
    <section className="card" aria-label={t('slaRecovery')}>
      <header>
        <h2>{t('slaRecovery')}</h2>
        <span className="r">{t('slaRecoveryHint')}</span>
      </header>
      <Fault error={estimates.error ?? credits.error} />
      {estimates.data && hit.length === 0 && (
        <p className="sub">
          {t('slaRecoveryNone')}{' '}
          <Link className="link" to="/scenarios">
            {t('slaRecoveryGo')}
          </Link>
        </p>
      )}
      {hit.length > 0 && (
        <>
          <p>
            {longest === undefined
              ? t('slaRecoveryNoLongest')
              : t('slaRecoverySays', {
                  longest: time(longest, language),
                  count: hit.filter((each) => within({ ...each.recovery }, longest).low >= 0.95).length,
                  all: hit.length,
                })}
          </p>
          <div className="scroll" tabIndex={0} role="region" aria-label={t('slaRecoveryTable')}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('slaScenario')}</th>
                  <th scope="col" className="num">
                    P50
                  </th>
                  <th scope="col" className="num">
                    P95
                  </th>
                  {longest !== undefined && (
                    <th scope="col" className="num">
                      {t('slaWithin', { longest: time(longest, language) })}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {hit.map((each, i) => (
                  <tr key={each.scenario}>
                    <th scope="row">
                      <Link className="link" to={`/runs/${each.run}/${each.element}`}>
                        {nameOf(scenarios.data?.items.find((one) => one.id === each.scenario) ?? { id: each.scenario })}
                      </Link>
                    </th>
                    {cell(each.recovery.p50, 2 * i)}
                    {cell(each.recovery.p95, 2 * i + 1)}
                    {longest !== undefined && <td className="num">{chanceWithin(each, longest)}</td>}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );

  function chanceWithin(each: ElementEstimate, hours: number): string {
    if (each.recovery.withinRto && each.objectives.rto === hours) return chance(each.recovery.withinRto, language, 1);
    const { low, high } = within({ ...each.recovery }, hours);
    if (high === 1) return `≥\u00a0${Math.round(low * 100)}\u00a0%`;
    if (low === 0) return `<\u00a0${Math.round(high * 100)}\u00a0%`;
    return `${Math.round(low * 100)}\u2013${Math.round(high * 100)}\u00a0%`;
  }
}
