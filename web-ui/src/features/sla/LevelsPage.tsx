import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { May } from '../../components/May';
import { Find, Only, PagedList } from '../../components/PagedList';
import { Empty, State } from '../../components/State';
import { day } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { usePages } from '../../lib/pages';
import type { Row, RowPage } from './api';
import { atBest, promise } from './model';
import { Reminders } from './Reminders';
import { ToBeTold } from './ToBeTold';
import './sla.css';

const KINDS = ['', 'sla', 'ola', 'contract'] as const;

/** The service catalogue: what is promised, whether the chain carries it, and which days must not be missed. */
export function LevelsPage(): ReactElement {
  const { t } = useLanguage();
  const [letters, setLetters] = useState('');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('');
  usePage({ label: t('slaTitle') });
  const pages = usePages<RowPage>(
    ['sla', 'rows'],
    '/api/service-levels',
    new URLSearchParams({ ...(letters ? { q: letters } : {}), ...(kind ? { kind } : {}) }),
    (row) => row.thing.id,
  );
  const data = pages.first;
  if (!data) return <State error={pages.error} retry={pages.retry} />;
  if (data.all === 0)
    return (
      <Empty title={t('slaEmpty')}>
        <p>{t('slaEmptyHint')}</p>
        <May permission="edit-register" everywhere>
          <Link className="btn pri" to="/import">
            {t('slaImport')}
          </Link>
        </May>
      </Empty>
    );
  const unknown = data.promised - data.carried - data.broken;
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>
            {t(data.promised === 0 ? 'slaHeadlineNone' : 'slaHeadline', {
              promised: data.promised,
              carried: data.carried,
              broken: data.broken,
              unknown,
            })}
          </h1>
          <p className="lede">{t('slaLede')}</p>
        </div>
        <span className="btns">
          <Link className="btn" to="/level-reviews">
            {t('slaReviews')}
          </Link>
          <a className="btn" href="/api/service-levels/catalogue.csv" download>
            {t('slaCsv')}
          </a>
        </span>
      </div>
      <div className="level-cards">
        <Reminders reminders={data.reminders} />
        <ToBeTold />
      </div>
      <section className="card levels-list">
        <Find label={t('slaFind')} letters={letters} onLetters={setLetters}>
          <Only
            label={t('slaKind')}
            choices={KINDS}
            chosen={kind}
            onChoose={setKind}
            text={(each) => t(each === '' ? 'slaAll' : `slaShort-${each}`)}
          />
        </Find>
        <PagedList
          pages={pages}
          onClear={() => {
            setLetters('');
            setKind('');
          }}
        >
          {(rows) => <Rows rows={rows} />}
        </PagedList>
      </section>
    </>
  );
}

function Rows({ rows }: { rows: Row[] }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('slaTable')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('slaWhat')}</th>
            <th scope="col">{t('slaAgreements')}</th>
            <th scope="col" className="num">
              {t('slaPromised')}
            </th>
            <th scope="col" className="num">
              {t('slaAtBest')}
            </th>
            <th scope="col">{t('slaVerdict')}</th>
            <th scope="col">{t('slaNext')}</th>
            <th scope="col">{t('slaApproval')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.thing.id}>
              <th scope="row">
                <Link className="link" to={`/levels/${encodeURIComponent(row.thing.id)}`}>
                  {nameOf(row.thing)}
                </Link>
                <small className="sub">
                  {t(`slaType-${row.thing.type as 'service'}`)}
                  {row.owner && ` · ${row.owner}`}
                </small>
              </th>
              <td>
                {row.agreements.map((each) => (
                  <span key={each.id} className="agreed">
                    <span className="chip">{t(`slaShort-${each.kind as 'sla'}`)}</span>{' '}
                    <span className="sub">
                      {each.counterparty ?? each.name ?? each.id}
                      {!each.inForce && ` · ${t('slaNotInForce')}`}
                    </span>
                  </span>
                ))}
                {row.agreements.length === 0 && <span className="sub">–</span>}
              </td>
              <td className="num">
                <Promised row={row} />
              </td>
              <td className="num">{row.composite === null ? <span className="sub">–</span> : atBest(row.composite)}</td>
              <td>
                <Verdict verdict={row.verdict} />
                {row.verdict === 'unknown' && (
                  <small className="sub">{t('slaMissingLinks', { count: row.missingLinks })}</small>
                )}
                {row.gaps.length > 0 && <small className="bad">{t('slaGapCount', { count: row.gaps.length })}</small>}
              </td>
              <td>
                <Next row={row} />
              </td>
              <td>
                <span className={row.standing.state === 'waiting' ? 'chip acc' : 'sub'}>
                  {t(`slaState-${row.standing.state}` as TextKey)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function Next({ row }: { row: Row }): ReactElement {
    const first = row.reminders[0];
    const next = row.agreements.map((each) => each.nextReview).filter((each) => each !== null);
    if (first)
      return (
        <span className={first.overdue ? 'bad' : undefined}>
          {t(`slaReminder-${first.kind as 'review'}`)} {day(first.on, language)}
        </span>
      );
    const earliest = next.sort()[0];
    return earliest === undefined ? <span className="sub">–</span> : <>{day(earliest, language)}</>;
  }
}

function Promised({ row }: { row: Row }): ReactElement {
  const { t } = useLanguage();
  const other = row.agreements.find((each) => each.kind !== 'sla' && each.availability !== null);
  const share = row.availability ?? other?.availability ?? null;
  const period = row.availability === null ? other?.period : row.period;
  if (share === null) return <span className="sub">–</span>;
  return (
    <>
      {promise(share)}
      <small className="sub">{t(`slaPer-${(period ?? 'month') as 'month'}`)}</small>
    </>
  );
}

const CHIPS: Record<string, string> = { carried: 'chip ok', 'not-carried': 'chip warn', unknown: 'chip' };

/** Whether the chain carries what is promised, in a word. */
export function Verdict({ verdict }: { verdict: string }): ReactElement {
  const { t } = useLanguage();
  return <span className={CHIPS[verdict] ?? 'sub'}>{t(`slaVerdict-${verdict as 'carried'}`)}</span>;
}
