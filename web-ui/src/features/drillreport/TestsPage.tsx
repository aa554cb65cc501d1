import { type ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { PagedList } from '../../components/PagedList';
import { Empty, State } from '../../components/State';
import { day, moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { usePages } from '../../lib/pages';
import type { Test, TestPage } from './api';
import './drillreport.css';

/** Every drill that was held: result, weak points, effect, what is still to be done; `?element=` narrows it. */
export function TestsPage(): ReactElement {
  const { t } = useLanguage();
  const [query] = useSearchParams();
  const element = query.get('element');
  usePage({ label: t('reportTests') });
  const wish = new URLSearchParams(element === null ? {} : { element });
  const pages = usePages<TestPage>(['drill-tests'], '/api/drill-tests', wish, (row) => String(row.plan));
  const data = pages.first;
  if (!data) return <State error={pages.error} retry={pages.retry} />;
  const links = (
    <span className="btns">
      <Link className="btn" to="/drills/suppliers">
        {t('supplierTitle')}
      </Link>
      <Link className="btn" to="/drills">
        {t('drills')}
      </Link>
    </span>
  );
  if (data.total === 0)
    return (
      <Empty title={t('reportTestsEmpty')}>
        <p>{t('reportTestsEmptyHint')}</p>
        {links}
      </Empty>
    );
  return (
    <div className="drillreport">
      <div className="head">
        <div className="grow">
          <h1>
            {t('reportTestsHead', {
              count: data.total,
              passed: data.passed,
              weaknesses: data.weaknesses,
              pending: data.pending,
            })}
          </h1>
          <p className="lede">
            {data.restores > 0
              ? t('reportRestores', { restored: data.restored, count: data.restores })
              : t('reportTestsLede')}
          </p>
        </div>
        {links}
        <a className="btn" href={`/api/drill-tests/export?${wish.toString()}`} download>
          {t('reportExport')}
        </a>
      </div>
      <section className="card">
        <PagedList pages={pages}>{(rows) => <Rows rows={rows} />}</PagedList>
      </section>
    </div>
  );
}

function Rows({ rows }: { rows: Test[] }): ReactElement {
  const { t, language } = useLanguage();
  return (
    <table className="plain list">
      <thead>
        <tr>
          <th scope="col">{t('reportTest')}</th>
          <th scope="col">{t('reportResult')}</th>
          <th scope="col">{t('reportWeaknesses')}</th>
          <th scope="col">{t('reportEffects')}</th>
          <th scope="col">{t('reportApproved')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.plan}>
            <th scope="row">
              <Link className="link" to={`/drills/plans/${row.plan}/report`}>
                {`D-${row.plan} ${row.title}`}
              </Link>
              <small className="sub">{row.heldAt ? moment(row.heldAt, language) : '–'}</small>
            </th>
            <td data-head={t('reportResult')}>
              <span className={row.result === 'failed' ? 'chip warn' : 'chip'}>{t(`reportResult-${row.result}`)}</span>
            </td>
            <td data-head={t('reportWeaknesses')}>
              {row.weaknesses.length === 0 ? '–' : row.weaknesses.join(t('comma'))}
              {row.pending > 0 && <small className="sub"> {t('reportPending', { count: row.pending })}</small>}
            </td>
            <td data-head={t('reportEffects')}>
              {[row.operations, row.assets, row.people].filter(Boolean).join(' · ') || '–'}
            </td>
            <td data-head={t('reportApproved')}>
              {row.approvedBy
                ? `${row.approvedBy}${row.approvedAt ? `, ${moment(row.approvedAt, language)}` : ''}`
                : t('reportNotApproved')}
              {row.retestOn && (
                <small className="sub"> {t('reportRetest', { date: day(row.retestOn, language) })}</small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
