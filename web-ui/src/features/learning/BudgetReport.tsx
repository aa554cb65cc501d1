import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Named, RunInfo } from '../../lib/api';
import { count, figure, hours, moment, percent, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { elementsOf, type ModelFile } from '../../lib/model';
import type { Budget } from './api';
import { inputName } from './words';

const MOST = 15;

/** What the spread of P95 rests on: luck and not knowing, by input, and what one drill of each type would take away. */
export function BudgetReport({ run, budget, model }: { run: RunInfo; budget: Budget; model: ModelFile }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const things = new Map<string, Named>([
    ...(model.teams ?? []).map((team): [string, Named] => [team.id, team]),
    ...elementsOf(model),
    ...(model.scenarios ?? []).map((scenario): [string, Named] => [scenario.id, scenario]),
  ]);
  const name = (id: string): string => nameOf(things.get(id) ?? { id });
  const { luck, notKnowing } = budget.recovery;
  const unknown = luck + notKnowing === 0 ? 0 : notKnowing / (luck + notKnowing);
  const shown = budget.inputs.slice(0, MOST);
  const part = (of: number): string => share(Math.min(1, Math.max(0, of)));
  return (
    <article className="learning">
      <div className="head">
        <div className="grow">
          <h1>
            {t('learningBudgetHead', {
              element: name(budget.element),
              scenario: name(budget.scenario),
              low: hours(budget.p95.low, language),
              high: hours(budget.p95.high, language),
            })}
          </h1>
          <p className="lede">
            {t('learningBudgetLede', { share: part(unknown) })}{' '}
            {budget.p95.never > 0 && t('learningNever', { count: budget.p95.never, draws: budget.draws })}
          </p>
        </div>
        <Link className="btn noprint" to="/learning/budgets">
          {t('learningBudgets')}
        </Link>
      </div>
      <section className="card">
        <header>
          <h2>{t('learningTypesTeach')}</h2>
          <span className="sub">{t('learningTypesTeachHint')}</span>
        </header>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('learningTypes')}</th>
              <th scope="col" colSpan={2}>
                {t('learningLess')}
              </th>
              <th scope="col" className="num">
                {t('learningUnannounced')}
              </th>
            </tr>
          </thead>
          <tbody>
            {budget.types
              .filter((each) => each.announced)
              .map((type) => (
                <tr key={type.type}>
                  <th scope="row">{t(`learningType-${type.type}` as 'learningType-desktop')}</th>
                  <Meter value={type.expectedReduction} />
                  <td className="num">
                    {percentOf(
                      budget.types.find((each) => each.type === type.type && !each.announced)?.expectedReduction ?? 0,
                    )}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
      <section className="card">
        <header>
          <h2>{t('learningByInput')}</h2>
          <span className="sub">{t('learningByInputHint')}</span>
        </header>
        <div className="scroll" tabIndex={0} role="region" aria-label={t('learningByInput')}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('learningWhat')}</th>
                <th scope="col" colSpan={2}>
                  {t('learningShare')}
                </th>
                <th scope="col" className="num">
                  {t('learningShareRange')}
                </th>
                <th scope="col" className="num">
                  {t('learningWeight')}
                </th>
                <th scope="col" className="num">
                  {t('learningOneMore')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((input) => (
                <tr key={input.input}>
                  <th scope="row">
                    {name(input.owner)}
                    <small>{inputName(input, language, t).what}</small>
                  </th>
                  <Meter value={input.share.estimate} />
                  <td className="num">
                    {t('learningInterval', { low: part(input.share.low), high: part(input.share.high) })}
                  </td>
                  <td className="num">{figure(input.weight, language)}</td>
                  <td className="num">{percentOf(input.expectedReduction)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{t('learningRest')}</th>
                <Meter value={budget.rest.estimate} />
                <td className="num">
                  {t('learningInterval', { low: part(budget.rest.low), high: part(budget.rest.high) })}
                </td>
                <td />
                <td />
              </tr>
            </tbody>
          </table>
        </div>
        <p className="sub">
          {budget.inputs.length > MOST && t('learningSmaller', { count: budget.inputs.length - MOST })}{' '}
          {budget.idle.length > 0 && t('learningIdle', { count: budget.idle.length })}
        </p>
      </section>
      <p className="sub">
        {t('learningBudgetFoot', {
          draws: count(budget.draws, language),
          trials: count(budget.trials, language),
          seed: budget.seed,
          engine: budget.engine,
          digest: budget.model.digest.slice(0, 12),
          date: run.finishedAt ? moment(run.finishedAt, language) : '',
        })}
      </p>
    </article>
  );
}

const percentOf = (value: number): string => (value < 0.0005 ? '0 %' : percent(value, 1));

function Meter({ value }: { value: number }): ReactElement {
  const part = Math.min(1, Math.max(0, value));
  return (
    <>
      <td className="m">
        <span className="meter" style={{ width: `${Math.max(1, Math.round(part * 120))}px` }} />
      </td>
      <td className="num">{percentOf(part)}</td>
    </>
  );
}
