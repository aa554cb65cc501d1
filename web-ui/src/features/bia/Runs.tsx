import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Said } from '../../components/Fault';
import { Glyph } from '../../components/Glyph';
import { type ElementEstimate, getJson, type Listing, type Scenario, type YearlyLoss } from '../../lib/api';
import { isRare, timesOf, worstFirst } from '../../lib/estimate';
import { chance, hours as time, money } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { BiaRecord, MethodTime, View } from './api';
import { lossAt } from './model';
import { methodWord } from './words';

/** What the newest run of each scenario says of an element, the worst first; undefined while it is not known. */
export function useEstimates(id: string): { items: ElementEstimate[] | undefined; error: Error | null } {
  const { data, error } = useQuery({
    queryKey: ['estimates', id],
    queryFn: () => getJson<{ items: ElementEstimate[] }>(`/api/estimates?element=${encodeURIComponent(id)}`),
    retry: 1,
  });
  return { items: data?.items.filter((each) => each.disrupted.estimate > 0).sort(worstFirst), error };
}

function useScenarioName(): (id: string) => string {
  const { nameOf } = useLanguage();
  const { data } = useQuery({
    queryKey: ['scenarios'],
    queryFn: () => getJson<Listing<Scenario>>('/api/scenarios'),
    retry: 1,
  });
  return (id) => nameOf(data?.items.find((each) => each.id === id) ?? { id });
}

/** Target, estimate and actual on one axis, and the least time that a method needs. */
export function Runs({
  record,
  view,
  estimates,
  error,
}: {
  record: BiaRecord;
  view: View;
  estimates: ElementEstimate[] | undefined;
  error: Error | null;
}): ReactElement {
  const { t, language } = useLanguage();
  const named = useScenarioName();
  const worst = estimates?.[0];
  const within = worst && (isRare(worst) ? worst.whenDisrupted?.withinRto : worst.recovery.withinRto);
  const rto = record.objectives?.rto ?? view.effective.rtoHours;
  const mtpd = record.objectives?.mtpd ?? view.effective.mtpdHours;
  return (
    <section className="card" aria-label={t('biaRuns')}>
      <header>
        <h2>{t('biaRuns')}</h2>
        <span className="r">{t('biaRunsHint')}</span>
      </header>
      {error && (
        <p className="bad">
          <Said error={error} />
        </p>
      )}
      {worst ? (
        <>
          <p>
            <Link className="link" to={`/runs/${worst.run}/${worst.element}`}>
              {within
                ? t('biaRunWorst', { scenario: named(worst.scenario), chance: chance(within, language) })
                : t('biaRunNoTarget', {
                    scenario: named(worst.scenario),
                    p95: worst.recovery.p95 === null ? t('never') : time(worst.recovery.p95, language),
                  })}
            </Link>
          </p>
          <Glyph {...timesOf(worst)} rto={rto} mtpd={mtpd} />
        </>
      ) : (
        estimates && (
          <p className="sub">
            {t('biaRunsNone')}{' '}
            <Link className="link" to="/scenarios">
              {t('biaRunsGo')}
            </Link>
          </p>
        )
      )}
      <p className="sub">{t('biaActualNone')}</p>
      <h3>{t('biaMethodLeast')}</h3>
      <p className="sub">{t('biaMethodLeastHint')}</p>
      <ul className="leasts">
        {view.methods.map((method, i) => (
          <li key={`${method.method} ${i}`}>
            {t('biaMethodOwn', {
              method: method.name ?? methodWord(method.method, t),
              least: time(method.leastHours, language),
              p50: time(method.p50Hours, language),
              p95: time(method.p95Hours, language),
            })}
          </li>
        ))}
      </ul>
      {view.chainMinimum ? (
        <Least least={view.chainMinimum} rto={rto} />
      ) : (
        view.methods.length === 0 && <p className="sub">{t('biaMethodNone')}</p>
      )}
    </section>
  );
}

function Least({ least, rto }: { least: MethodTime; rto: number | null }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const thing = least.way.at(-1);
  return (
    <p>
      {t('biaMethodChain', {
        name: thing ? nameOf(thing) : '',
        least: time(least.leastHours, language),
        method: least.name ?? methodWord(least.method, t),
      })}{' '}
      {rto !== null && least.leastHours > rto && (
        <span className="bad">{t('biaMethodOver', { rto: time(rto, language) })}</span>
      )}
    </p>
  );
}

/** What waiting until the RTO costs: by the curve, and by the newest runs. */
export function Money({
  record,
  id,
  currency,
  estimates,
}: {
  record: BiaRecord;
  id: string;
  currency: string;
  estimates: ElementEstimate[] | undefined;
}): ReactElement {
  const { t, language } = useLanguage();
  const named = useScenarioName();
  const losses = useQuery({
    queryKey: ['losses'],
    queryFn: () => getJson<YearlyLoss>('/api/losses'),
    retry: 1,
  });
  const loss = record.impact?.loss ?? [];
  const yearly = losses.data?.elements.find((each) => each.id === id);
  const costly = (estimates ?? [])
    .filter((each) => (each.loss?.mean ?? 0) > 0)
    .sort((a, b) => (b.loss?.mean ?? 0) - (a.loss?.mean ?? 0))
    .slice(0, 3);
  const line = (key: string, label: string, amount: number, more?: string): ReactElement => (
    <div key={key} className="pair">
      <dt>{label}</dt>
      <dd>
        {money(amount, currency, language)}
        {more && <small className="sub"> ({more})</small>}
      </dd>
    </div>
  );
  const range = (low: number, high: number): string =>
    `${money(low, currency, language)} ${t('to')} ${money(high, currency, language)}`;
  return (
    <section className="card" aria-label={t('biaMoney')}>
      <header>
        <h2>{t('biaMoney')}</h2>
      </header>
      {loss.length === 0 ? (
        <p className="sub">{t('biaMoneyNone')}</p>
      ) : (
        <dl className="costs">
          {(['rto', 'mtpd'] as const).map((name) => {
            const hours = record.objectives?.[name];
            return (
              hours !== undefined &&
              line(name, t('biaMoneyAt', { name: t(name), hours: time(hours, language) }), lossAt(loss, hours))
            );
          })}
          {costly.map(
            (each) =>
              each.loss &&
              line(
                each.scenario,
                t('biaMoneyRun', { scenario: named(each.scenario), run: each.run }),
                each.loss.mean,
                range(each.loss.meanLow, each.loss.meanHigh),
              ),
          )}
          {yearly && line('year', t('biaMoneyYear'), yearly.mean, range(yearly.low, yearly.high))}
        </dl>
      )}
    </section>
  );
}
