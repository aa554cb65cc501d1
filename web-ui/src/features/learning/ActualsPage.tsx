import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { May } from '../../components/May';
import { Find, PagedList } from '../../components/PagedList';
import { State } from '../../components/State';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { usePages } from '../../lib/pages';
import { ActualForm } from './ActualForm';
import { ActualRows } from './ActualRows';
import type { ActualPage } from './api';
import './learning.css';
import { OverDrills } from './OverDrills';
import { TakeTable } from './TakeTable';

const KINDS = ['drill', 'incident', 'maintenance'] as const;

/** What was measured, the newest first, and the ways to enter more. */
export function ActualsPage(): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [letters, setLetters] = useState('');
  const [kind, setKind] = useState('');
  const [way, setWay] = useState<'one' | 'table' | null>(null);
  usePage({ label: t('learningTitle'), to: '/learning' }, { label: t('learningActuals') });
  const wish = new URLSearchParams([
    ...(letters ? [['q', letters] as [string, string]] : []),
    ...(kind ? [['kind', kind] as [string, string]] : []),
  ]);
  const pages = usePages<ActualPage>(['learning', 'actuals'], '/api/learning/actuals', wish, (row) => String(row.id));
  const data = pages.first;
  const done = (): void => {
    setWay(null);
    void queries.invalidateQueries({ queryKey: ['learning'] });
  };
  const button = (which: 'one' | 'table', text: string, main: boolean): ReactElement => (
    <button
      type="button"
      className={main ? 'btn pri' : 'btn'}
      aria-expanded={way === which}
      onClick={() => {
        setWay(way === which ? null : which);
      }}
    >
      {text}
    </button>
  );
  if (!data) return <State error={pages.error} retry={pages.retry} />;
  return (
    <div className="learning">
      <div className="head">
        <div className="grow">
          <h1>{t(data.all === 0 ? 'learningNoActuals' : 'learningActualsHead', { count: data.holding })}</h1>
          <p className="lede">{t('learningActualsLede')}</p>
        </div>
        <span className="btns">
          <May permission="plan-drills" everywhere>
            {button('one', t('learningEnter'), true)}
            {button('table', t('learningImport'), false)}
          </May>
          {data.holding > 0 && (
            <a className="btn" href="/api/learning/actuals/export" download>
              {t('learningExport')}
            </a>
          )}
          <Link className="btn" to="/learning">
            {t('learningSee')}
          </Link>
        </span>
      </div>
      {way === 'one' && <ActualForm onDone={done} />}
      {way === 'table' && <TakeTable onDone={done} />}
      <OverDrills />
      {data.all > 0 && (
        <section className="card">
          <Find label={t('learningFind')} letters={letters} onLetters={setLetters}>
            <label>
              <span>{t('learningKind')}</span>
              <select
                className="field"
                value={kind}
                onChange={(event) => {
                  setKind(event.target.value);
                }}
              >
                <option value="">{t('learningAny')}</option>
                {KINDS.map((each) => (
                  <option key={each} value={each}>
                    {t(`learningKind-${each}`)}
                  </option>
                ))}
              </select>
            </label>
          </Find>
          <PagedList
            pages={pages}
            onClear={() => {
              setLetters('');
              setKind('');
            }}
          >
            {(rows) => <ActualRows rows={rows} names={data.names} />}
          </PagedList>
        </section>
      )}
    </div>
  );
}
