import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { May } from '../../components/May';
import { Find, PagedList } from '../../components/PagedList';
import { Empty, State } from '../../components/State';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { usePages } from '../../lib/pages';
import type { Row, RowPage } from './api';
import { KINDS, local, numberOf, RISKS, ROUTES, STATES } from './model';
import './changes.css';

const FILTERS = [
  ['state', 'changeFilterState', 'changeState', STATES],
  ['route', 'changeFilterRoute', 'changeRoute', ROUTES],
  ['kind', 'changeFilterKind', 'changeKind', KINDS],
  ['risk', 'changeFilterRisk', 'changeRisk', RISKS],
] as const;

/** Every change, the newest first, with where it stands. */
export function ChangesPage(): ReactElement {
  const { t } = useLanguage();
  const [filter, setFilter] = useState<Record<string, string>>({});
  usePage({ label: t('changeTitle') });
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
  const pages = usePages<RowPage>(['changes', 'rows'], '/api/changes', query, (row) => String(row.id));
  const data = pages.first;
  const set = (key: string, value: string): void => {
    setFilter({ ...filter, [key]: value });
  };
  if (!data) return <State error={pages.error} retry={pages.retry} />;
  if (data.all === 0) return <Nothing />;
  return (
    <div className="changes">
      <div className="head">
        <div className="grow">
          <h1>
            {t(data.overdue > 0 ? 'changeHead' : 'changeHeadQuiet', {
              open: data.open,
              all: data.all,
              waiting: data.waiting,
              overdue: data.overdue,
            })}
          </h1>
          <p className="lede">{t('changeLede')}</p>
        </div>
        <Ways />
        <May permission="edit-register">
          <Link className="btn pri" to="/changes/new">
            {t('changeNew')}
          </Link>
        </May>
      </div>
      <section className="card">
        <Find
          label={t('changeFind')}
          letters={filter['q'] ?? ''}
          onLetters={(letters) => {
            set('q', letters);
          }}
        >
          {FILTERS.map(([key, label, prefix, values]) => (
            <label key={key}>
              <span>{t(label)}</span>
              <select
                className="field"
                value={filter[key] ?? ''}
                onChange={(event) => {
                  set(key, event.target.value);
                }}
              >
                <option value="">{t('changeAny')}</option>
                {values.map((value) => (
                  <option key={value} value={value}>
                    {t(`${prefix}-${value}` as TextKey)}
                  </option>
                ))}
              </select>
            </label>
          ))}
          <a className="link" href={`/api/changes/export?${query.toString()}`} download>
            {t('changeExport')}
          </a>
        </Find>
        <PagedList
          pages={pages}
          onClear={() => {
            setFilter({});
          }}
        >
          {(rows) => <Rows rows={rows} />}
        </PagedList>
      </section>
    </div>
  );
}

function Ways(): ReactElement {
  const { t } = useLanguage();
  return (
    <span className="btns">
      <Link className="btn" to="/changes/calendar">
        {t('changeCalendar')}
      </Link>
      <Link className="btn" to="/changes/analysis">
        {t('changeAnalysis')}
      </Link>
      <Link className="btn" to="/baselines">
        {t('changeBaselines')}
      </Link>
    </span>
  );
}

function Nothing(): ReactElement {
  const { t } = useLanguage();
  return (
    <Empty title={t('changeEmpty')}>
      <p>{t('changeEmptyHint')}</p>
      <p>{t('changeEmptyBaseline')}</p>
      <p className="btns">
        <May permission="edit-register">
          <Link className="btn pri" to="/changes/new">
            {t('changeNew')}
          </Link>
        </May>
        <Link className="btn" to="/baselines">
          {t('changeBaselines')}
        </Link>
      </p>
    </Empty>
  );
}

const CHIPS: Record<string, string> = { submitted: 'chip acc', rejected: 'chip warn', approved: 'chip' };

export function StateOf({ row }: { row: Row }): ReactElement {
  const { t, language } = useLanguage();
  return (
    <>
      <span className={CHIPS[row.state] ?? 'chip'}>{t(`changeState-${row.state}` as TextKey)}</span>
      {row.outcome && row.outcome !== 'success' && (
        <small className="sub"> {t(`changeOutcome-${row.outcome}` as TextKey)}</small>
      )}
      {row.state === 'carried-out' && row.agreement !== 'given' && (
        <small className={row.overdue ? 'bad' : 'sub'}>
          {' '}
          {row.overdue && row.approvalDue
            ? t('changeOverdue', { date: moment(row.approvalDue, language) })
            : t(`changeAgreement-${row.agreement ?? 'not-asked'}` as TextKey)}
        </small>
      )}
    </>
  );
}

function Rows({ rows }: { rows: Row[] }): ReactElement {
  const { t, language } = useLanguage();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('changeTable')}>
      <table className="plain list">
        <thead>
          <tr>
            <th scope="col">{t('changeNumber')}</th>
            <th scope="col">{t('changeWhat')}</th>
            <th scope="col">{t('changeState')}</th>
            <th scope="col">{t('changeRisk')}</th>
            <th scope="col">{t('changeWhen')}</th>
            <th scope="col">{t('changeBy')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="mono">{numberOf(row.id)}</td>
              <th scope="row">
                <Link className="link" to={`/changes/${row.id}`}>
                  {row.title}
                </Link>
                <small className="sub">
                  {[`changeKind-${row.kind}`, `changeRoute-${row.route}`].map((key) => t(key as TextKey)).join(' · ')}
                </small>
              </th>
              <td>
                <StateOf row={row} />
              </td>
              <td>
                {row.risk === 'high' ? (
                  <span className="chip warn">{t('changeRisk-high')}</span>
                ) : (
                  t(`changeRisk-${row.risk}` as TextKey)
                )}
              </td>
              <td className="when">{row.from ? local(row.from, language) : '–'}</td>
              <td>{row.implementer}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
