import type { ReactElement } from 'react';
import { May } from '../../components/May';
import { Link } from 'react-router';
import { RegisterViews } from '../../components/RegisterViews';
import { Empty, State } from '../../components/State';
import { guessShare } from '../../lib/estimate';
import { count, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { Filters } from './Filters';
import { Grid } from './Grid';
import './register.css';
import { lines, select } from './rows';
import { useRows, useSummary, useWorst } from './useRegister';
import { useWish } from './useWish';

/** What do we run, and what needs what? The list of elements. */
export function RegisterPage(): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const [wish, change] = useWish();
  const summary = useSummary();
  const rows = useRows();
  const worst = useWorst();
  usePage({ label: t('register') });
  if (!summary.data || !rows.data)
    return (
      <State
        error={summary.error ?? rows.error}
        retry={() => {
          void summary.refetch();
          void rows.refetch();
        }}
      />
    );
  if (rows.data.length === 0)
    return (
      <Empty title={t('registerEmpty')}>
        <p>{t('noModelHint')}</p>
        <Link className="btn pri" to="/import">
          {t('registerImport')}
        </Link>
      </Empty>
    );
  const all = lines(rows.data, summary.data, worst.data?.items ?? [], nameOf);
  const shown = select(all, wish, language);
  const guesses = guessShare(summary.data.evidence);
  const key = guesses.share === null ? 'registerHeadlineNoTimes' : 'registerHeadline';
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>
            {t(key, {
              count: summary.data.singlePoints.length,
              total: count(summary.data.total, language),
              spof: count(summary.data.singlePoints.length, language),
              guesses: share(guesses.share ?? 0),
            })}
          </h1>
          <p className="lede">
            {t('registerLede', {
              services: summary.data.types.service ?? 0,
              processes: summary.data.types.process ?? 0,
              assets: summary.data.types.asset ?? 0,
              kinds: Object.keys(summary.data.kinds).length,
              sites: summary.data.sites.length,
            })}
          </p>
        </div>
        <div className="btns">
          <RegisterViews at="/register" />
          <May permission="edit-register" everywhere>
            <Link className="btn" to="/import">
              {t('registerImport')}
            </Link>
          </May>
          <a className="btn" href="/api/model?format=yaml" download="model.yaml">
            {t('registerExportYaml')}
          </a>
          <a className="btn" href="/api/model?format=json" download="model.json">
            {t('registerExportJson')}
          </a>
        </div>
      </div>
      <section className="card register">
        <Filters all={all} shown={shown.length} wish={wish} change={change} summary={summary.data} />
        <Grid lines={shown} wish={wish} change={change} />
      </section>
    </>
  );
}
