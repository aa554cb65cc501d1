import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { May } from '../../components/May';
import { Find, Only, PagedList } from '../../components/PagedList';
import { Empty, State } from '../../components/State';
import { day } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { usePages } from '../../lib/pages';
import type { ActionPage, ActionView } from './api';
import { CATEGORIES, numberOf, SEVERITIES, STATUSES } from './model';
import './actions.css';

const FILTERS = [
  ['status', 'actionStatus', STATUSES],
  ['severity', 'actionSeverity', SEVERITIES],
  ['category', 'actionCategory', CATEGORIES],
] as const;

/** Every corrective action: what is to be done first, by its day. */
export function ActionsPage(): ReactElement {
  const { t } = useLanguage();
  const [filter, setFilter] = useState<Record<string, string>>({});
  usePage({ label: t('actionTitle') });
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
  const pages = usePages<ActionPage>(['actions', 'rows'], '/api/actions', query, (row) => String(row.id));
  const data = pages.first;
  const set = (key: string, value: string): void => {
    setFilter({ ...filter, [key]: value });
  };
  if (!data) return <State error={pages.error} retry={pages.retry} />;
  if (data.all === 0)
    return (
      <Empty title={t('actionEmpty')}>
        <p>{t('actionEmptyHint')}</p>
        <New />
      </Empty>
    );
  return (
    <div className="actions">
      <div className="head">
        <div className="grow">
          <h1>
            {t(data.overdue > 0 ? 'actionHead' : 'actionHeadQuiet', {
              count: data.pending,
              overdue: data.overdue,
              own: data.own,
            })}
          </h1>
          <p className="lede">{t('actionLede')}</p>
        </div>
        <Link className="btn" to="/drills/tests">
          {t('reportTests')}
        </Link>
        <New />
      </div>
      <section className="card">
        <Find
          label={t('actionFind')}
          letters={filter['q'] ?? ''}
          onLetters={(letters) => {
            set('q', letters);
          }}
        >
          <Only
            label={t('actionWhose')}
            choices={['', 'true'] as const}
            chosen={filter['own'] === 'true' ? 'true' : ''}
            onChoose={(own) => {
              set('own', own);
            }}
            text={(own) => (own ? t('actionOwn', { count: data.own }) : t('actionAll'))}
          />
          {FILTERS.map(([key, prefix, values]) => (
            <label key={key}>
              <span>{t(prefix)}</span>
              <select
                className="field"
                value={filter[key] ?? ''}
                onChange={(event) => {
                  set(key, event.target.value);
                }}
              >
                <option value="">{t('actionAny')}</option>
                {values.map((value) => (
                  <option key={value} value={value}>
                    {t(`${prefix}-${value}` as TextKey)}
                  </option>
                ))}
              </select>
            </label>
          ))}
          {(['csv', 'xlsx'] as const).map((format) => (
            <a
              key={format}
              className="link"
              href={`/api/actions/export?${new URLSearchParams([...query, ['format', format]]).toString()}`}
              download
            >
              {t(`actionExport-${format}`)}
            </a>
          ))}
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

function New(): ReactElement {
  const { t } = useLanguage();
  return (
    <May permission="plan-drills">
      <Link className="btn pri" to="/actions/new">
        {t('actionNew')}
      </Link>
    </May>
  );
}

function Rows({ rows }: { rows: ActionView[] }): ReactElement {
  const { t, language } = useLanguage();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('actionTable')}>
      <table className="plain list">
        <thead>
          <tr>
            <th scope="col">{t('actionNumber')}</th>
            <th scope="col">{t('actionWhat')}</th>
            <th scope="col">{t('actionStatus')}</th>
            <th scope="col">{t('actionSeverity')}</th>
            <th scope="col">{t('actionDue')}</th>
            <th scope="col">{t('actionOwner')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="mono">{numberOf(row.id)}</td>
              <th scope="row">
                <Link className="link" to={`/actions/${row.id}`}>
                  {row.content.title}
                </Link>
                <small className="sub">
                  {[t(`actionCategory-${row.content.category}`), t(`actionSource-${row.source.type}` as TextKey)].join(
                    ' · ',
                  )}
                </small>
              </th>
              <td>
                <span className={row.progress.status === 'done' ? 'chip acc' : 'chip'}>
                  {t(`actionStatus-${row.progress.status}`)}
                </span>
              </td>
              <td>
                {row.content.severity === 'high' ? (
                  <span className="chip warn">{t('actionSeverity-high')}</span>
                ) : (
                  t(`actionSeverity-${row.content.severity}`)
                )}
              </td>
              <td className={row.overdue ? 'when bad' : 'when'}>
                {row.content.due ? day(row.content.due, language) : '–'}
                {row.overdue && <small> {t('actionOverdue')}</small>}
              </td>
              <td>{row.content.owner || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
