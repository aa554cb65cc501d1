import type { ReactElement } from 'react';
import { SmallAxis, SmallGlyph } from '../../components/Glyph';
import type { Finding } from '../../lib/api';
import { chance, chanceBin, hours, interval } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { ModelElement } from '../../lib/model';
import { type Criterion, type Estimated, isEstimated, type NotPossible, type Spread } from './estimate';
import { EstimateDetail } from './EstimateDetail';
import type { NameOf } from './EstimateReport';
import { Teaches } from './Teaches';
import { CRITERION_TEXT, TYPE_TITLE, WHY_TEXT } from './words';

/** One type of a drill: how long, how likely it meets its criteria, whom it binds, what it risks, what it shows. */
export function EstimateType({
  type,
  name,
  elements,
}: {
  type: Estimated | NotPossible;
  name: NameOf;
  elements: Map<string, ModelElement>;
}): ReactElement {
  const { language, t } = useLanguage();
  const title = <h2 className="typename">{t(TYPE_TITLE[type.type])}</h2>;
  if (!isEstimated(type))
    return (
      <section className="drilltype">
        {title}
        <div className="card failed">
          <p className="bad">{type.problem.messages?.[language] ?? type.problem.message}</p>
        </div>
      </section>
    );
  return (
    <section className="drilltype">
      {title}
      <div className={`drillfacts ${type.type}`}>
        <Answer type={type} />
        <div className="card">
          <header>
            <h3>{t('drillsEstimateCriteria')}</h3>
          </header>
          <table className="plain criteria">
            <tbody>
              {type.criteria.map((each) => (
                <CriterionRow key={each.code + (each.subject ?? '')} criterion={each} name={name} />
              ))}
            </tbody>
          </table>
        </div>
        <EstimateDetail type={type} name={name} />
        <Teaches teaches={type.teaches} elements={elements} name={name} />
      </div>
      {type.type === 'desktop' && <Gaps gaps={type.gaps} />}
    </section>
  );
}

function Answer({ type }: { type: Estimated }): ReactElement {
  const { language, t } = useLanguage();
  const time = (value: number | null): string => (value === null ? t('never') : hours(value, language));
  const { duration, passed, peopleHours, production } = type;
  return (
    <div className="card answer">
      <p className="big">
        <i className={`c${chanceBin(passed.estimate)}`} aria-hidden="true" />
        {chance(passed, language)} <small>{t('drillsEstimatePassed')}</small>
      </p>
      <p className="sub">
        {t('simulationError')}: {interval(passed.low, passed.high, t('to'))}
      </p>
      <p className="bar">
        <SmallAxis />
        <SmallGlyph rto={null} mtpd={null} p50={duration.p50} p95={duration.p95} />
      </p>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">{t('drillsEstimateFigure')}</span>
            </th>
            <th scope="col" className="num">
              {t('drillsEstimateMean')}
            </th>
            <th scope="col" className="num">
              {t('p50')}
            </th>
            <th scope="col" className="num">
              {t('p95')}
            </th>
          </tr>
        </thead>
        <tbody>
          <SpreadRow label={t('drillsEstimateDuration')} spread={duration} show={time} />
          <SpreadRow label={t('drillsEstimatePeople')} spread={peopleHours} show={amount} />
          {production.hours && <SpreadRow label={t('drillsEstimateHarm')} spread={production.hours} show={time} />}
        </tbody>
      </table>
      <p className="sub">{t('drillsEstimateInterval', { low: time(duration.p95Low), high: time(duration.p95High) })}</p>
      <dl>
        {duration.never > 0 && (
          <>
            <dt>{t('neverBack')}</dt>
            <dd>{chance({ estimate: duration.never, low: duration.never, high: duration.never }, language, 1)}</dd>
          </>
        )}
        <dt>{t('drillsEstimateProduction')}</dt>
        <dd>{production.why === 'simulated' ? chance(production.atRisk, language) : t('drillsEstimateNoRisk')}</dd>
      </dl>
      <p className="sub">{t(WHY_TEXT[production.why] ?? 'drillsWhySimulated')}</p>
    </div>
  );
}

const amount = (value: number | null): string => (value === null ? '–' : value.toFixed(value < 10 ? 1 : 0));

function SpreadRow({
  label,
  spread,
  show,
}: {
  label: string;
  spread: Spread;
  show: (value: number | null) => string;
}): ReactElement {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="num">{show(spread.mean)}</td>
      <td className="num">{show(spread.p50)}</td>
      <td className="num">
        <b>{show(spread.p95)}</b>
      </td>
    </tr>
  );
}

function CriterionRow({ criterion, name }: { criterion: Criterion; name: NameOf }): ReactElement {
  const { language, t } = useLanguage();
  const { code, subject, target, met } = criterion;
  return (
    <tr>
      <th scope="row">
        {t(CRITERION_TEXT[code] ?? 'drillsCriterionOther', {
          target: target === null ? '' : hours(target, language),
        })}
        {subject && <small>{name(subject)}</small>}
      </th>
      <td className="num">
        <i className={`c${chanceBin(met.estimate)}`} aria-hidden="true" />
        {chance(met, language)}
        <small>{interval(met.low, met.high, t('to'))}</small>
      </td>
    </tr>
  );
}

/** What is missing in the plan: found by looking, not drawn. */
function Gaps({ gaps }: { gaps: Finding[] }): ReactElement {
  const { language, t } = useLanguage();
  return (
    <div className="card">
      <header>
        <h3>{t('drillsGaps')}</h3>
        <span className="sub">
          {t(gaps.length === 0 ? 'drillsGapsNone' : 'drillsGapsHint', { count: gaps.length })}
        </span>
      </header>
      <ul className="gaps">
        {gaps.map((gap) => (
          <li key={gap.code + gap.message}>
            <i className={gap.severity} aria-hidden="true" />
            <span>
              {gap.messages?.[language] ?? gap.message} <small className="mono">{gap.code}</small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
