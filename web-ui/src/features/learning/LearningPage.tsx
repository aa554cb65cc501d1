import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { Empty, State } from '../../components/State';
import { figure, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { getPreview, isWorking, type Preview, type Progress } from './api';
import { CoverageCard } from './CoverageCard';
import { DrillBands } from './DrillBands';
import { Edits } from './Edits';
import './learning.css';
import { eighty } from './model';
import { Proposal } from './Proposal';

/** What did drills and incidents teach, and how far did forecasts hold? */
export function LearningPage(): ReactElement {
  const { t } = useLanguage();
  usePage({ label: t('drills'), to: '/drills' }, { label: t('learningTitle') });
  const {
    data: asked,
    error,
    refetch,
  } = useQuery({
    queryKey: ['learning', 'preview'],
    queryFn: getPreview,
    retry: 1,
    refetchInterval: (query) => (query.state.data && isWorking(query.state.data) ? AGAIN : false),
  });
  const [last, setLast] = useState<Preview | null>(null);
  if (asked && !isWorking(asked) && asked !== last) setLast(asked);
  if (!asked || (error && isWorking(asked))) return <State error={error} retry={() => void refetch()} />;
  const data = isWorking(asked) ? last : asked;
  if (!data) return isWorking(asked) ? <Working progress={asked} /> : <State error={null} />;
  if (data.actuals === 0)
    return (
      <div className="learning">
        <Empty title={t('learningEmpty')}>
          <p>{t('learningEmptyHint')}</p>
          <Ways first />
        </Empty>
        {data.lessons.length > 0 && <Proposal key={data.tag} preview={data} />}
        <DrillBands />
        <Edits />
      </div>
    );
  const band = eighty(data.forecasts);
  return (
    <div className="learning">
      {isWorking(asked) && <Working progress={asked} />}
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
      <DrillBands />
      {data.leftOut.length > 0 && <LeftOut preview={data} />}
      <Edits />
    </div>
  );
}

/** How long until the service is asked again, in milliseconds; it waits for some of it itself. */
const AGAIN = 500;

function Working({ progress }: { progress: Progress }): ReactElement {
  const { t } = useLanguage();
  const known = progress.of > 0;
  const said = known ? t('learningWorking', { done: progress.done, all: progress.of }) : t('learningWorkingFirst');
  return (
    <section className="empty">
      {/* read out once: the steps are for the eye */}
      <p className="vh" role="status">
        {t('learningWorkingFirst')}
      </p>
      <p aria-hidden="true">{said}</p>
      <progress {...(known ? { value: progress.done, max: progress.of } : {})} aria-label={said} />
    </section>
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
