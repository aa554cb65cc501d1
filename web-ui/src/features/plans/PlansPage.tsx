import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { Said } from '../../components/Fault';
import { State } from '../../components/State';
import { chance } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { type Approvals, listApprovals, listPlans, type PlanPair, plansAmong } from './api';
import { SmallGlyph } from './Bars';
import { counted, type Filters, missesRto, shown, subjectOf } from './model';
import { Standing } from './Standing';
import { Table } from './Table';
import { useWords } from './words';
import './plans.css';

const PAGE = 40;
const NO_FILTERS: Filters = { scenario: '', search: '', onlyMissed: false };

/** Every plan there is, the least likely to be in time first. */
export function PlansPage(): ReactElement {
  const { language, t } = useLanguage();
  const [filters, setFilters] = useState(NO_FILTERS);
  const [most, setMost] = useState(PAGE);
  usePage({ label: t('planTitle') });
  const { data, error, refetch } = useQuery({
    queryKey: ['plans', language],
    queryFn: () => listPlans(language),
    refetchInterval: (query) => (query.state.data?.some((pair) => pair.state === 'no-run') ? 3000 : false),
  });
  const approvals = useQuery({
    queryKey: ['approvals', language],
    queryFn: () => listApprovals(language),
    select: plansAmong,
  });
  if (!data)
    return (
      <State
        error={error}
        retry={() => {
          void refetch();
        }}
      />
    );
  const ready = data.filter((pair) => pair.state === 'ready');
  const missed = ready.filter(missesRto).length;
  const waiting = data.filter((pair) => pair.state === 'no-run').length;
  const headline = ready.length === 0 ? 'planListNone' : missed === 0 ? 'planListHeadlineFine' : 'planListHeadline';
  const found = shown(data, filters);
  const gap = language === 'en' ? ' ' : '';
  const change = (part: Partial<Filters>): void => {
    setFilters({ ...filters, ...part });
    setMost(PAGE);
  };
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>{t(headline, { count: ready.length, missed })}</h1>
          <p className="lede">
            {t('planListLede')}
            {waiting > 0 && gap + t('planListWaiting', { count: waiting })}
            {approvals.data && ready.length > 0 && gap + t('planListApprovals', counted(ready, approvals.data))}
          </p>
        </div>
      </div>
      <section className="card">
        <form
          className="filters"
          onSubmit={(event) => {
            event.preventDefault();
          }}
        >
          <label>
            {t('planListScenario')}
            <select
              value={filters.scenario}
              onChange={(event) => {
                change({ scenario: event.target.value });
              }}
            >
              <option value="">{t('planListAll')}</option>
              {scenarios(data).map((scenario) => (
                <option key={scenario.id} value={scenario.id}>
                  {scenario.name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('planListSearch')}
            <input
              type="search"
              value={filters.search}
              onChange={(event) => {
                change({ search: event.target.value });
              }}
            />
          </label>
          <label className="tick">
            <input
              type="checkbox"
              checked={filters.onlyMissed}
              onChange={(event) => {
                change({ onlyMissed: event.target.checked });
              }}
            />
            {t('planListOnlyMissed')}
          </label>
        </form>
        {approvals.error && (
          <p className="bad ways" role="alert">
            <Said error={approvals.error} />
            <button type="button" className="btn" onClick={() => void approvals.refetch()}>
              {t('tryAgain')}
            </button>
          </p>
        )}
        {found.length === 0 && ready.length > 0 ? (
          <p className="ways">
            {t('planListEmpty')}
            <button
              type="button"
              className="btn"
              onClick={() => {
                change(NO_FILTERS);
              }}
            >
              {t('planListClear')}
            </button>
          </p>
        ) : (
          <Pairs pairs={found.slice(0, most)} approvals={approvals.data} />
        )}
        {found.length > most && (
          <p className="ways">
            <button
              type="button"
              className="btn"
              onClick={() => {
                setMost(most + PAGE);
              }}
            >
              {t('planListMore', { count: Math.min(PAGE, found.length - most) })}
            </button>
          </p>
        )}
      </section>
    </>
  );
}

function scenarios(pairs: PlanPair[]): PlanPair['scenario'][] {
  return [...new Map(pairs.map((pair) => [pair.scenario.id, pair.scenario])).values()];
}

function Pairs({ pairs, approvals }: { pairs: PlanPair[]; approvals: Approvals | undefined }): ReactElement {
  const { language, t } = useLanguage();
  const words = useWords();
  return (
    <Table
      label={t('planListTable')}
      heads={[
        { text: t('element') },
        { text: t('planListScenario') },
        { text: t('planListRto'), figure: true },
        { text: t('planListChance'), figure: true },
        { text: t('planListRecovery') },
        { text: t('planListApproval') },
      ]}
      rows={pairs.map((pair) => ({
        key: `${pair.element.id} ${pair.scenario.id}`,
        cells: [
          <Link key="plan" className="link" to={`/plans/${pair.element.id}/${pair.scenario.id}`}>
            {pair.element.name}
          </Link>,
          <>
            {pair.scenario.name}
            {pair.stale && <span className="bad"> · {t('stale')}</span>}
          </>,
          pair.rtoHours === null ? t('planNotSet') : words.hours(pair.rtoHours),
          pair.withinRto ? chance(pair.withinRto, language) : '–',
          pair.recovery && <SmallGlyph band={pair.recovery} rto={pair.rtoHours} />,
          pair.state === 'ready' && approvals && <Standing line={approvals.get(subjectOf(pair))} />,
        ],
      }))}
    />
  );
}
