import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { May } from '../../components/May';
import { State } from '../../components/State';
import { getJson, postJson, type RunInfo } from '../../lib/api';
import { moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { elementsOf, type ModelFile } from '../../lib/model';
import { usePage } from '../../lib/page';
import { isOpen, STATUS_TEXT } from '../../lib/run';
import { askBudgets, getBudgets } from './api';
import './learning.css';

const elementOf = (run: RunInfo): string => (JSON.parse(run.options) as { element: string }).element;

/** The uncertainty budgets there are, and the ways to ask for more. */
export function BudgetsPage(): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const queries = useQueryClient();
  usePage({ label: t('learningTitle'), to: '/learning' }, { label: t('learningBudgets') });
  const model = useQuery({ queryKey: ['model', 'json'], queryFn: () => getJson<ModelFile>('/api/model?format=json') });
  const budgets = useQuery({
    queryKey: ['learning', 'budgets'],
    queryFn: getBudgets,
    refetchInterval: (query) => (query.state.data?.some(isOpen) ? 2000 : false),
  });
  const ask = useMutation({
    mutationFn: askBudgets,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['learning', 'budgets'] }),
  });
  if (!model.data || !budgets.data)
    return (
      <State
        error={model.error ?? budgets.error}
        retry={() => {
          void model.refetch();
          void budgets.refetch();
        }}
      />
    );
  const elements = elementsOf(model.data);
  const scenarios = new Map((model.data.scenarios ?? []).map((each) => [each.id, each]));
  const rows = budgets.data;
  return (
    <div className="learning">
      <div className="head">
        <div className="grow">
          <h1>{t(rows.length === 0 ? 'learningNoBudgets' : 'learningBudgetsHead', { count: rows.length })}</h1>
          <p className="lede">{t('learningBudgetsLede')}</p>
        </div>
        <May permission="run">
          <button
            type="button"
            className="btn pri"
            disabled={ask.isPending}
            onClick={() => {
              ask.mutate();
            }}
          >
            {t('learningAskMissing')}
          </button>
        </May>
      </div>
      {ask.data && <p role="status">{t('learningAsked', { count: ask.data.length })}</p>}
      <Fault error={ask.error} />
      {rows.length > 0 && (
        <section className="card">
          <div className="scroll" tabIndex={0} role="region" aria-label={t('learningBudgets')}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('learningElement')}</th>
                  <th scope="col">{t('learningScenario')}</th>
                  <th scope="col">{t('learningState')}</th>
                  <th scope="col">{t('learningDate')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((run) => (
                  <tr key={run.id}>
                    <th scope="row">
                      <Link className="link" to={`/learning/budgets/${run.id}`}>
                        {nameOf(elements.get(elementOf(run)) ?? { id: elementOf(run) })}
                      </Link>
                    </th>
                    <td>{nameOf(scenarios.get(run.subject ?? '') ?? { id: run.subject ?? '' })}</td>
                    <td>{t(STATUS_TEXT[run.status])}</td>
                    <td className="when">{moment(run.finishedAt ?? run.requestedAt, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <May permission="run">
        <AskOne model={model.data} />
      </May>
    </div>
  );
}

function AskOne({ model }: { model: ModelFile }): ReactElement {
  const { t, nameOf } = useLanguage();
  const navigate = useNavigate();
  const services = [...elementsOf(model).values()].filter((each) =>
    [...(model.services ?? []), ...(model.processes ?? [])].some((other) => other.id === each.id),
  );
  const scenarios = model.scenarios ?? [];
  const [wanted, setWanted] = useState({
    element: services[0]?.id ?? '',
    scenario: scenarios[0]?.id ?? '',
    draws: 200,
  });
  const ask = useMutation({
    mutationFn: () => postJson<RunInfo>('/api/runs', { kind: 'budget', ...wanted }),
    onSuccess: (run) => void navigate(`/learning/budgets/${run.id}`),
  });
  const choice = (key: 'element' | 'scenario', label: string, all: { id: string }[]): ReactElement => (
    <Labelled label={label}>
      <select
        className="field"
        value={wanted[key]}
        onChange={(event) => {
          setWanted({ ...wanted, [key]: event.target.value });
        }}
      >
        {all.map((each) => (
          <option key={each.id} value={each.id}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </Labelled>
  );
  return (
    <form
      className="card enter"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <h2>{t('learningAskOne')}</h2>
      <div className="abreast">
        {choice('element', t('learningElement'), services)}
        {choice('scenario', t('learningScenario'), scenarios)}
        <Labelled label={t('learningDraws')} hint={t('learningDrawsHint')}>
          <select
            className="field"
            value={wanted.draws}
            onChange={(event) => {
              setWanted({ ...wanted, draws: Number(event.target.value) });
            }}
          >
            {[100, 200, 400, 1000].map((draws) => (
              <option key={draws}>{draws}</option>
            ))}
          </select>
        </Labelled>
      </div>
      <p className="btns">
        <button type="submit" className="btn" disabled={ask.isPending || !wanted.element || !wanted.scenario}>
          {t('learningAskNow')}
        </button>
      </p>
      <Fault error={ask.error} />
    </form>
  );
}
