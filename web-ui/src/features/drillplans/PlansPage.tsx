import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Fault } from '../../components/Fault';
import { May } from '../../components/May';
import { Find, PagedList } from '../../components/PagedList';
import { State } from '../../components/State';
import { day } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { usePages } from '../../lib/pages';
import { today } from '../../lib/zone';
import { beginFrom, createPlan, getTemplates, type Row, type RowPage, type Source } from './api';
import { blank, CROSSWALK, numberOf, STAGES, TYPES } from './model';
import './drillplans.css';

const FILTERS = [
  ['stage', 'dplFilterStage', 'dplStage', STAGES],
  ['type', 'dplFilterType', 'dplType', TYPES],
] as const;

/** The catalogue: every plan, what one can begin from, and what others call the kinds of drills. */
export function PlansPage(): ReactElement {
  const { t } = useLanguage();
  const [filter, setFilter] = useState<Record<string, string>>({});
  usePage({ label: t('drills'), to: '/drills' }, { label: t('dplTitle') });
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
  const pages = usePages<RowPage>(['drill-plans', 'rows'], '/api/drill-plans', query, (row) => String(row.id));
  const data = pages.first;
  const set = (key: string, value: string): void => {
    setFilter({ ...filter, [key]: value });
  };
  if (!data) return <State error={pages.error} retry={pages.retry} />;
  return (
    <div className="drillplan">
      <div className="head">
        <div className="grow">
          <h1>{t(data.all === 0 ? 'dplEmpty' : 'dplHead', { count: data.all })}</h1>
          <p className="lede">{t('dplLede')}</p>
        </div>
      </div>
      {data.all > 0 && (
        <section className="card">
          <Find
            label={t('dplFind')}
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
                  <option value="">{t('dplAny')}</option>
                  {values.map((value) => (
                    <option key={value} value={value}>
                      {t(`${prefix}-${value}` as TextKey)}
                    </option>
                  ))}
                </select>
              </label>
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
      )}
      <Templates />
      <Crosswalk />
    </div>
  );
}

function When({ row }: { row: Row }): ReactElement {
  const { t, language } = useLanguage();
  if (row.timing) return <>{`${day(row.timing.date, language)} ${row.timing.start.slice(0, 5)}`}</>;
  if (row.window)
    return (
      <>
        {`${day(row.window.from, language)} – ${day(row.window.to, language)}`}{' '}
        <span className="chip">{t('dplUnannounced')}</span>
      </>
    );
  return <>–</>;
}

function Rows({ rows }: { rows: Row[] }): ReactElement {
  const { t } = useLanguage();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('dplTable')}>
      <table className="plain list">
        <thead>
          <tr>
            <th scope="col">{t('dplNumber')}</th>
            <th scope="col">{t('dplWhat')}</th>
            <th scope="col">{t('dplFilterStage')}</th>
            <th scope="col">{t('dplSection-when')}</th>
            <th scope="col">{t('dplRole-leader')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="mono">{numberOf(row.id)}</td>
              <th scope="row">
                <Link className="link" to={`/drills/plans/${row.id}`}>
                  {row.title}
                </Link>
                <small className="sub">
                  {[...row.types.map((type) => t(`dplType-${type}` as TextKey)), t(`dplForm-${row.form}`)].join(' · ')}
                </small>
              </th>
              <td>
                <span className={row.stage === 'submitted' ? 'chip acc' : 'chip'}>{t(`dplStage-${row.stage}`)}</span>
                {row.stage === 'draft' && row.missing > 0 && (
                  <small className="sub"> {t('dplLacks', { count: row.missing })}</small>
                )}
              </td>
              <td>
                <When row={row} />
              </td>
              <td>{row.leader ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What a plan can begin from. */
function Templates(): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const year = Number(today().slice(0, 4));
  const { data } = useQuery({
    queryKey: ['drill-plan-templates', language],
    queryFn: () => getTemplates(language),
  });
  const begin = useMutation({
    mutationFn: (source: Partial<Source> | null) =>
      source ? beginFrom({ ...source, year }, language) : createPlan(blank(year, t('dplNewTitle'))),
    onSuccess: async (view) => {
      await queries.invalidateQueries({ queryKey: ['drill-plans'] });
      await navigate(`/drills/plans/${view.id}`);
    },
  });
  return (
    <section className="card" aria-label={t('dplTemplates')}>
      <h2>{t('dplTemplates')}</h2>
      <p className="sub">{t('dplTemplatesHint')}</p>
      <ul className="templates">
        {data?.map((template) => (
          <li key={template.key}>
            <b>{template.content.title}</b>
            <p className="sub">{template.content.purpose}</p>
            <p className="sub">
              {[
                t(`dplForm-${template.content.form}`),
                t('dplStepCount', { count: template.content.steps.length }),
                ...(template.everyMonths ? [t('dplEvery', { count: template.everyMonths })] : []),
                ...(template.content.announced ? [] : [t('dplUnannounced')]),
              ].join(' · ')}
            </p>
            <May permission="plan-drills">
              <button
                type="button"
                className="btn"
                disabled={begin.isPending}
                aria-label={t('dplBeginWith', { name: template.content.title })}
                onClick={() => {
                  begin.mutate({ template: template.key });
                }}
              >
                {t('dplBegin')}
              </button>
            </May>
          </li>
        ))}
      </ul>
      <May permission="plan-drills">
        <p className="btns">
          <button
            type="button"
            className="btn"
            disabled={begin.isPending}
            onClick={() => {
              begin.mutate(null);
            }}
          >
            {t('dplFromScratch')}
          </button>
        </p>
      </May>
      <Fault error={begin.error} />
    </section>
  );
}

/** What the guideline's four types are called elsewhere (row D11). */
function Crosswalk(): ReactElement {
  const { t } = useLanguage();
  return (
    <details className="card crosswalk">
      <summary>{t('dplCrosswalk')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('dplCrosswalk')}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('dplFilterType')}</th>
              <th scope="col">{t('dplField-form')}</th>
              <th scope="col">NIST SP 800-84</th>
              <th scope="col">FFIEC 2019</th>
            </tr>
          </thead>
          <tbody>
            {CROSSWALK.map((line) => (
              <tr key={line.type}>
                <th scope="row">{t(`dplType-${line.type}`)}</th>
                <td>{line.forms.map((form) => t(`dplForm-${form}`)).join(t('comma'))}</td>
                <td lang="en">{line.nist}</td>
                <td lang="en">{line.ffiec}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
