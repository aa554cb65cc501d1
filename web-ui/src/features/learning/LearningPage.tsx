import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Empty, State } from '../../components/State';
import { figure, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { getPreview, type Preview } from './api';
import { CoverageCard } from './CoverageCard';
import { Edits } from './Edits';
import './learning.css';
import { eighty } from './model';
import { Proposal } from './Proposal';

/** What did drills and incidents teach, and how far did forecasts hold? */
export function LearningPage(): ReactElement {
  const { t } = useLanguage();
  usePage({ label: t('drills'), to: '/drills' }, { label: t('learningTitle') });
  const { data, error, refetch } = useQuery({ queryKey: ['learning', 'preview'], queryFn: getPreview, retry: 1 });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  if (data.actuals === 0)
    return (
      <div className="learning">
        <Empty title={t('learningEmpty')}>
          <p>{t('learningEmptyHint')}</p>
          <Ways first />
        </Empty>
        {data.lessons.length > 0 && <Proposal key={data.tag} preview={data} />}
        <Edits />
      </div>
    );
  const band = eighty(data.forecasts);
  return (
    <div className="learning">
      <div className="head">
        <div className="grow">
          <h1>
            {band.low === null || band.high === null
              ? t('learningHeadFew', { count: data.actuals, events: data.events })
              : t('learningHead', {
                  count: band.total,
                  inside: band.inside,
                  low: share(band.low),
                  high: share(band.high),
                })}
          </h1>
          <p className="lede">
            {t('learningLede', { count: data.actuals, events: data.events })} <BiasSaid preview={data} />
          </p>
        </div>
        <Ways />
      </div>
      <Proposal key={data.tag} preview={data} />
      <CoverageCard preview={data} />
      {data.leftOut.length > 0 && <LeftOut preview={data} />}
      <Edits />
    </div>
  );
}

function Ways({ first = false }: { first?: boolean }): ReactElement {
  const { t } = useLanguage();
  return (
    <p className="btns">
      <Link className={first ? 'btn pri' : 'btn'} to="/learning/actuals">
        {t('learningActuals')}
      </Link>
      <Link className="btn" to="/learning/budgets">
        {t('learningBudgets')}
      </Link>
    </p>
  );
}

function BiasSaid({ preview }: { preview: Preview }): ReactElement | null {
  const { t, language } = useLanguage();
  if (!preview.bias) return null;
  const { place, spread } = preview.bias;
  return (
    <>
      {t('learningBias', {
        place: figure(place.value, language),
        low: figure(place.low, language),
        high: figure(place.high, language),
        spread: figure(spread.value, language),
      })}
    </>
  );
}

function LeftOut({ preview }: { preview: Preview }): ReactElement {
  const { t } = useLanguage();
  return (
    <details className="card">
      <summary>{t('learningLeftOut', { count: preview.leftOut.length })}</summary>
      <ul className="lines">
        {preview.leftOut.map((each) => (
          <li key={each.actual}>
            <b>{each.input}</b> · {each.event} · {t(`learningLeft-${each.reason}` as 'learningLeft-gone')}
          </li>
        ))}
      </ul>
    </details>
  );
}
