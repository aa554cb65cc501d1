import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import {
  type FindingsSummary,
  getJson,
  type Listing,
  type LossPart,
  type Overview,
  type RegisterSummary,
  type RunInfo,
  type YearlyLoss,
} from '../../lib/api';
import { EVIDENCE, guessShare } from '../../lib/estimate';
import { count, moment, money, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { STATUS_TEXT } from '../../lib/run';

const MOST = 5;

/** Expected loss a year, with what most of it comes from. */
export function LossCard({ overview, stamp }: { overview: Overview; stamp: string }): ReactElement | null {
  const { language, t, nameOf } = useLanguage();
  const { data } = useQuery({ queryKey: ['losses', stamp], queryFn: () => getJson<YearlyLoss>('/api/losses') });
  if (!data || data.mean <= 0) return null;
  const currency = overview.organisation.currency ?? 'TWD';
  const rows = (parts: LossPart[], names: { id: string }[]): ReactElement[] =>
    parts.slice(0, MOST).map((part) => (
      <tr key={part.id}>
        <td>{nameOf(names.find((each) => each.id === part.id) ?? { id: part.id })}</td>
        <td>
          <span className="meter" style={{ width: `${Math.round((part.mean / data.mean) * 70)}px` }} />
        </td>
        <td className="num">{share(part.mean / data.mean)}</td>
      </tr>
    ));
  return (
    <section className="card">
      <header>
        <h2>{t('overviewLoss')}</h2>
        <span className="r">{t('overviewLossHint')}</span>
      </header>
      <p className="big">
        {money(data.mean, currency, language)}{' '}
        <small>
          ({money(data.low, currency, language)} {t('to')} {money(data.high, currency, language)})
        </small>
      </p>
      <p className="sub">{t('overviewLossError')}</p>
      <div className="two">
        <table className="plain">
          <caption className="vh">{t('overviewLossByElement')}</caption>
          <tbody>{rows(data.elements, overview.rows)}</tbody>
        </table>
        <table className="plain">
          <caption className="vh">{t('overviewLossByScenario')}</caption>
          <tbody>{rows(data.scenarios, overview.columns)}</tbody>
        </table>
      </div>
      <p className="sub">
        <Link className="link" to="/year">
          {t('overviewLossYear')}
        </Link>
      </p>
    </section>
  );
}

/** What the times of the register rest on. */
export function GuessCard(): ReactElement | null {
  const { language, t } = useLanguage();
  const { data } = useQuery({
    queryKey: ['register-summary'],
    queryFn: () => getJson<RegisterSummary>('/api/register/summary'),
  });
  if (!data) return null;
  const { times, share: guesses } = guessShare(data.evidence);
  if (guesses === null) return null;
  return (
    <section className="card">
      <header>
        <h2>{t('overviewGuesses')}</h2>
        <span className="r">{t('overviewGuessesHint')}</span>
      </header>
      <p className="big">
        {share(guesses)} <small>{t('overviewGuessesOf', { count: times, shown: count(times, language) })}</small>
      </p>
      <div className="gb" aria-hidden="true">
        {EVIDENCE.map((each) => (
          <i key={each} className={`ev-${each}`} style={{ flexGrow: data.evidence[each] }} />
        ))}
      </div>
      <ul className="gl">
        {EVIDENCE.map((each) => (
          <li key={each}>
            <span className="ev">
              <i className={`ev-${each}`} />
              {t(each)}
            </span>
            <b>{share(data.evidence[each] / times)}</b>
          </li>
        ))}
      </ul>
      <p className="sub">
        <Link className="link" to="/register?show=guesses">
          {t('overviewGuessesLink')}
        </Link>
      </p>
      <FindingCounts />
    </section>
  );
}

/** How many findings the register has, with the way to them. */
function FindingCounts(): ReactElement | null {
  const { language, t } = useLanguage();
  const { data } = useQuery({
    queryKey: ['findings', 'summary'],
    queryFn: () => getJson<FindingsSummary>('/api/findings/summary'),
  });
  if (!data || data.total === 0) return null;
  return (
    <p className="sub">
      <Link className="link" to="/register/findings">
        {t('findingCard', { shall: count(data.shall, language), should: count(data.should, language) })}
      </Link>
    </p>
  );
}

/** The newest runs, so that the reader sees what the figures come from. */
export function NewsCard({ overview, stamp }: { overview: Overview; stamp: string }): ReactElement | null {
  const { language, t, nameOf } = useLanguage();
  const { data } = useQuery({
    queryKey: ['runs', 'newest', stamp],
    queryFn: () => getJson<Listing<RunInfo>>(`/api/runs?size=${MOST}`),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>{t('overviewNews')}</h2>
        <span className="r">{t('overviewNewsHint')}</span>
      </header>
      <ul className="news">
        {data.items.map((run) => (
          <li key={run.id}>
            <Link to={`/scenarios/${run.scenario}`}>
              {nameOf(overview.columns.find((each) => each.id === run.scenario) ?? { id: run.scenario })}
            </Link>
            <span>{t(STATUS_TEXT[run.status])}</span>
            <small>{t('overviewRun', { run: run.id, trials: count(run.trials, language), seed: run.seed })}</small>
            <small>{moment(run.finishedAt ?? run.requestedAt, language)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
