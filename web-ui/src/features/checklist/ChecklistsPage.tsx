import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Icon } from '../../components/Icon';
import { Find, PagedList } from '../../components/PagedList';
import { Empty, State } from '../../components/State';
import { day } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { kindText } from '../../lib/kinds';
import { usePage } from '../../lib/page';
import { usePages } from '../../lib/pages';
import { getTemplates, type KeptTemplate, pageOf, type Row, type RowPage } from './api';
import { Attention, ShareBar } from './ShareBar';
import './checklist.css';

const keyOf = (row: Row): string => `${row.template}/${row.thing.id}/${row.variant ?? ''}`;

/** Every checklist that was begun or is expected: what needs somebody first. */
export function ChecklistsPage(): ReactElement {
  const { t, nameOf } = useLanguage();
  const [params, setParams] = useSearchParams();
  usePage({ label: t('checklistRoom') });
  const search = new URLSearchParams();
  for (const key of ['q', 'template', 'subject']) if (params.get(key)) search.set(key, params.get(key) ?? '');
  const pages = usePages<RowPage>(['checklists', 'rows'], '/api/checklists', search, keyOf);
  const data = pages.first;
  const templates = useQuery({ queryKey: ['checklists', 'templates'], queryFn: getTemplates });
  const wish = (part: Record<string, string>): void => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(part))
      if (value === '') next.delete(key);
      else next.set(key, value);
    setParams(next, { replace: true });
  };
  if (!data || !templates.data)
    return (
      <State
        error={pages.error ?? templates.error}
        retry={() => {
          pages.retry();
          void templates.refetch();
        }}
      />
    );
  if (data.all === 0 && !params.get('subject'))
    return (
      <Empty title={t('checklistEmpty')}>
        <p>{t('checklistEmptyHint')}</p>
        <Link className="btn pri" to="/register">
          {t('checklistToRegister')}
        </Link>
      </Empty>
    );
  const known = new Map(templates.data.map((kept) => [kept.template.id, kept]));
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>
            {t('checklistHeadline', { all: data.all, begun: data.begun, overdue: data.overdue, stale: data.stale })}
          </h1>
          <p className="lede">{t('checklistLede')}</p>
        </div>
        <Link className="btn" to="/checklists/templates">
          <Icon name="list" size={14} />
          {t('checklistTemplates')}
        </Link>
      </div>
      <section className="card checklists">
        <Find
          label={t('checklistFind')}
          letters={params.get('q') ?? ''}
          onLetters={(q) => {
            wish({ q });
          }}
        >
          <select
            className="field"
            aria-label={t('checklistTemplate')}
            value={params.get('template') ?? ''}
            onChange={(event) => {
              wish({ template: event.target.value });
            }}
          >
            <option value="">{t('checklistAll')}</option>
            {templates.data.map(({ template }) => (
              <option key={template.id} value={template.id}>
                {nameOf(template)}
              </option>
            ))}
          </select>
          {params.get('subject') && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                wish({ subject: '' });
              }}
            >
              {t('checklistOnly', { id: params.get('subject') ?? '' })} ×
            </button>
          )}
        </Find>
        <PagedList
          pages={pages}
          onClear={() => {
            wish({ q: '', template: '', subject: '' });
          }}
        >
          {(rows) => <Rows rows={rows} known={known} />}
        </PagedList>
      </section>
    </>
  );
}

function Rows({ rows, known }: { rows: Row[]; known: Map<string, KeptTemplate> }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('checklistTable')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('checklistThing')}</th>
            <th scope="col">{t('checklistTemplate')}</th>
            <th scope="col">{t('checklistMet')}</th>
            <th scope="col">{t('checklistAttention')}</th>
            <th scope="col">{t('checklistLast')}</th>
            <th scope="col">{t('checklistNext')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">
                {nameOf(row.thing)}
                <small className="sub">
                  {row.thing.type === 'site' ? t('checklistSite') : kindText(row.thing.kind, t)}
                  {row.thing.owner && ` · ${row.thing.owner}`}
                </small>
              </th>
              {row.score ? (
                <>
                  <td>
                    <Link
                      className="link"
                      to={pageOf({ template: row.template, subject: row.thing.id, variant: row.variant ?? '' })}
                    >
                      {row.templateNames[language] ?? row.template}
                      <span className="vh"> {nameOf(row.thing)}</span>
                    </Link>
                    {row.variant && (
                      <small className="sub">{variantName(known.get(row.template), row.variant, language)}</small>
                    )}
                  </td>
                  <td>
                    <ShareBar score={row.score} />
                  </td>
                  <td>
                    <Attention score={row.score} />
                  </td>
                  <td>{row.lastChecked ? day(row.lastChecked, language) : '–'}</td>
                  <td>{row.nextCheck ? day(row.nextCheck, language) : '–'}</td>
                </>
              ) : (
                <>
                  <td>{row.templateNames[language] ?? row.template}</td>
                  <td colSpan={4}>
                    <Begin row={row} template={known.get(row.template)} />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function variantName(kept: KeptTemplate | undefined, id: string, language: 'en' | 'zh-Hant'): string {
  return kept?.template.variants.find((each) => each.id === id)?.names[language] ?? id;
}

/** Nobody has begun: the columns to begin with, or the one way to begin. */
function Begin({ row, template }: { row: Row; template: KeptTemplate | undefined }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const variants = template?.template.variants ?? [];
  const to = (variant: string): string => pageOf({ template: row.template, subject: row.thing.id, variant });
  return (
    <span className="begin">
      <span className="sub">{t('checklistNotBegun')}</span>
      {variants.length === 0 ? (
        <Link className="link" to={to('')}>
          {t('checklistBegin')}
          <span className="vh"> {nameOf(row.thing)}</span>
        </Link>
      ) : (
        variants.map((variant) => (
          <Link key={variant.id} className="link" to={to(variant.id)}>
            {t('checklistBeginAs', { variant: variant.names[language] ?? variant.id })}
            <span className="vh"> {nameOf(row.thing)}</span>
          </Link>
        ))
      )}
    </span>
  );
}
