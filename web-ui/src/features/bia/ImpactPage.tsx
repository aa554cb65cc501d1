import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { SmallAxis, SmallGlyph } from '../../components/Glyph';
import { Many } from '../../components/Many';
import { May } from '../../components/May';
import { Find, Only, PagedList } from '../../components/PagedList';
import { Empty, State } from '../../components/State';
import { type ElementEstimate, getJson } from '../../lib/api';
import { submitFor } from '../../lib/approval';
import { timesOf } from '../../lib/estimate';
import { hours as time } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { usePages } from '../../lib/pages';
import { useMay, useSession } from '../../lib/session';
import { analysisPath, type Row, type RowPage } from './api';
import { maySubmit } from './model';
import { NextReview, StateMark } from './StateMark';
import './bia.css';

const TYPES = ['', 'process', 'service', 'asset'] as const;

/** Every analysis, the most urgent first, with target and estimate, where its approval stands and when it is looked at again. */
export function ImpactPage(): ReactElement {
  const { t, nameOf } = useLanguage();
  const queries = useQueryClient();
  const may = useMay('edit-register');
  const demo = useSession()?.state === 'demo';
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [letters, setLetters] = useState('');
  const [type, setType] = useState<(typeof TYPES)[number]>('');
  usePage({ label: t('biaTitle') });
  const pages = usePages<RowPage>(
    ['bia', 'rows'],
    '/api/impact-analyses',
    new URLSearchParams({ ...(letters ? { q: letters } : {}), ...(type ? { type } : {}) }),
    (row) => row.thing.id,
  );
  const worst = useQuery({
    queryKey: ['estimates', 'worst'],
    queryFn: () => getJson<{ items: ElementEstimate[] }>('/api/estimates/worst'),
    retry: 1,
    select: (answer) => new Map(answer.items.map((each) => [each.element, each])),
  });
  const data = pages.first;
  if (!data) return <State error={pages.error} retry={pages.retry} />;
  if (data.all === 0)
    return (
      <Empty title={t('biaEmpty')}>
        <p>{t('biaEmptyHint')}</p>
        <May permission="edit-register" everywhere>
          <Link className="btn pri" to="/import">
            {t('biaImport')}
          </Link>
        </May>
      </Empty>
    );
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>
            {t(data.approved > 0 ? 'biaHeadline' : 'biaHeadlineNone', {
              total: data.all,
              approved: data.approved,
              waiting: data.waiting,
              due: data.due,
            })}
          </h1>
          <p className="lede">{t('biaLede')}</p>
        </div>
        <Link className="btn" to="/impact-scales">
          {t('biaScales')}
        </Link>
      </div>
      <Many
        items={pages.rows.filter((row) => chosen.has(row.thing.id) && maySubmit(row))}
        label={t('biaSubmitChosen')}
        nameOf={(row) => nameOf(row.thing)}
        act={(row) => submitFor(analysisPath(row.thing.id), { note: '', validUntil: null, reviewOn: null }, '*')}
        onEnd={(failed) => {
          setChosen(new Set(failed.map((each) => each.item.thing.id)));
          return Promise.all(
            ['bia', 'approvals', 'approval'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
          );
        }}
      />
      <section className="card analyses">
        <Find label={t('biaFind')} letters={letters} onLetters={setLetters}>
          <Only
            label={t('biaType')}
            choices={TYPES}
            chosen={type}
            onChoose={setType}
            text={(each) => t(each === '' ? 'biaAll' : `biaType-${each}`)}
          />
        </Find>
        <PagedList
          pages={pages}
          onClear={() => {
            setLetters('');
            setType('');
          }}
        >
          {(rows) => <Rows rows={rows} worst={worst.data} {...(may && !demo ? { chosen, onChoose: setChosen } : {})} />}
        </PagedList>
      </section>
    </>
  );
}

function Rows({
  rows,
  worst,
  chosen,
  onChoose,
}: {
  rows: Row[];
  worst: Map<string, ElementEstimate> | undefined;
  /** The ids of those that are chosen; nothing where nobody may choose. */
  chosen?: ReadonlySet<string>;
  onChoose?: (chosen: ReadonlySet<string>) => void;
}): ReactElement {
  const { t, nameOf } = useLanguage();
  const able = rows.filter(maySubmit).map((row) => row.thing.id);
  const choose = (ids: string[], on: boolean): void => {
    onChoose?.(new Set([...(chosen ?? [])].filter((id) => !ids.includes(id)).concat(on ? ids : [])));
  };
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('biaTable')}>
      <table className="plain">
        <thead>
          <tr>
            {chosen && (
              <th scope="col" className="choose">
                <input
                  type="checkbox"
                  aria-label={t('biaChooseAll')}
                  disabled={able.length === 0}
                  checked={able.length > 0 && able.every((id) => chosen.has(id))}
                  onChange={(event) => {
                    choose(able, event.target.checked);
                  }}
                />
              </th>
            )}
            <th scope="col">{t('element')}</th>
            <th scope="col" className="num">
              {t('biaTier')}
            </th>
            <th scope="col" className="num">
              {t('mtpd')}
            </th>
            <th scope="col" className="num">
              {t('rto')}
            </th>
            <th scope="col" className="glyphs">
              <span className="vh">{t('biaEstimate')}</span>
              <SmallAxis />
            </th>
            <th scope="col">{t('biaApproval')}</th>
            <th scope="col">{t('biaNext')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const estimate = worst?.get(row.thing.id);
            return (
              <tr key={row.thing.id}>
                {chosen && (
                  <td className="choose">
                    {maySubmit(row) && (
                      <input
                        type="checkbox"
                        aria-label={t('choose', { name: nameOf(row.thing) })}
                        checked={chosen.has(row.thing.id)}
                        onChange={(event) => {
                          choose([row.thing.id], event.target.checked);
                        }}
                      />
                    )}
                  </td>
                )}
                <th scope="row">
                  <Link className="link" to={`/impact/${encodeURIComponent(row.thing.id)}`}>
                    {nameOf(row.thing)}
                  </Link>
                  <small className="sub">
                    {t(`biaOne-${row.thing.type as 'process'}`)}
                    {row.owner && ` · ${row.owner}`}
                  </small>
                </th>
                <td className="num">{row.tier ?? <Proposed value={row.proposedTier} />}</td>
                <td className="num">
                  <Hours stated={row.mtpdHours} proposed={row.proposedMtpdHours} />
                </td>
                <td className="num">
                  <Hours stated={row.rtoHours} proposed={row.proposedRtoHours} />
                </td>
                <td className="glyphs">
                  {estimate && <SmallGlyph {...timesOf(estimate)} rto={row.rtoHours ?? timesOf(estimate).rto} />}
                </td>
                <td>
                  <StateMark row={row} />
                  {row.missing > 0 && row.standing.state !== 'approved' && (
                    <small className="sub">{t('biaMissing', { count: row.missing })}</small>
                  )}
                </td>
                <td>
                  <NextReview row={row} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Proposed({ value }: { value: string | number | null }): ReactElement {
  const { t } = useLanguage();
  return <span className="sub">{value === null ? '–' : t('biaProposed', { value })}</span>;
}

function Hours({ stated, proposed }: { stated: number | null; proposed: number | null }): ReactElement {
  const { language } = useLanguage();
  if (stated !== null) return <>{time(stated, language)}</>;
  return <Proposed value={proposed === null ? null : time(proposed, language)} />;
}
