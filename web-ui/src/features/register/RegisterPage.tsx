import type { ReactElement } from 'react';
import { May } from '../../components/May';
import { Link } from 'react-router';
import { RegisterViews } from '../../components/RegisterViews';
import { Empty, State } from '../../components/State';
import { guessShare } from '../../lib/estimate';
import { count, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import type { ElementEstimate, RegisterSummary } from '../../lib/api';
import { Assets } from './Assets';
import './register.css';
import { USUAL } from './rows';
import { useFirstRows, useRows, useSummary, useWorst } from './useRegister';
import { paramsOf, useWish } from './useWish';

/** What do we run, and what needs what? The list of elements. */
export function RegisterPage(): ReactElement {
  const { t } = useLanguage();
  const [wish, change] = useWish();
  const summary = useSummary();
  const rows = useRows();
  const plain = paramsOf({ ...wish, columns: USUAL }).size === 0;
  const first = useFirstRows(!rows.data && plain);
  const worst = useWorst();
  usePage({ label: t('register') });
  const items = rows.data?.items ?? first.data?.items;
  if (!items)
    return (
      <State
        error={rows.error}
        retry={() => {
          void summary.refetch();
          void rows.refetch();
        }}
      />
    );
  if (items.length === 0)
    return (
      <Empty title={t('registerEmpty')}>
        <p>{t('noModelHint')}</p>
        <Link className="btn pri" to="/import">
          {t('registerImport')}
        </Link>
      </Empty>
    );
  const total = rows.data?.items.length ?? first.data?.total ?? items.length;
  return (
    <>
      <div className="head">
        <Headline summary={summary.data} />
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
      <Assets
        rows={items}
        whole={rows.data !== undefined}
        total={total}
        summary={summary.data}
        worst={worst.data?.items ?? NONE}
        wish={wish}
        change={change}
      />
    </>
  );
}

const NONE: ElementEstimate[] = [];

/** What the figures of the register say, in a sentence. */
function Headline({ summary }: { summary: RegisterSummary | undefined }): ReactElement {
  const { language, t } = useLanguage();
  if (!summary)
    return (
      <div className="grow">
        <h1>{t('register')}</h1>
        <p className="lede" role="status">
          {t('loading')}
        </p>
      </div>
    );
  const guesses = guessShare(summary.evidence);
  const key = guesses.share === null ? 'registerHeadlineNoTimes' : 'registerHeadline';
  return (
    <div className="grow">
      <h1>
        {t(key, {
          count: summary.singlePoints.length,
          total: count(summary.total, language),
          spof: count(summary.singlePoints.length, language),
          guesses: share(guesses.share ?? 0),
        })}
      </h1>
      <p className="lede">
        {t('registerLede', {
          services: summary.types.service ?? 0,
          processes: summary.types.process ?? 0,
          assets: summary.types.asset ?? 0,
          kinds: Object.keys(summary.kinds).length,
          sites: summary.sites.length,
        })}
      </p>
    </div>
  );
}
