import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { RegisterViews } from '../../../components/RegisterViews';
import { State } from '../../../components/State';
import { getJson } from '../../../lib/api';
import { count, hours, share } from '../../../lib/format';
import { useLanguage } from '../../../lib/i18n';
import { kindText } from '../../../lib/kinds';
import { usePage } from '../../../lib/page';
import '../element.css';
import type { RankedPage, RegisterQuality } from './useQuality';

const GROUPS = ['', 'technical', 'operational'] as const;
const MOST = 40;

/** How good the register's data are, class by class, and what is most critical. */
export function QualityPage(): ReactElement {
  const { t, language } = useLanguage();
  usePage({ label: t('register'), to: '/register' }, { label: t('registerQuality') });
  const { data, error, refetch } = useQuery({
    queryKey: ['element-quality', 'register'],
    queryFn: () => getJson<RegisterQuality>('/api/register/quality'),
    retry: 1,
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>
            {t('registerQualityHead', {
              score: share(data.score),
              complete: count(data.complete, language),
              elements: count(data.elements, language),
              verified: count(data.verified, language),
            })}
          </h1>
          <p className="lede">{t('registerQualityLede')}</p>
        </div>
        <RegisterViews at="/register/quality" />
      </div>
      <Ranking />
      <Kinds kinds={data.kinds} />
      <Worst worst={data.worst} />
    </>
  );
}

function Ranking(): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const [group, setGroup] = useState<(typeof GROUPS)[number]>('');
  const { data, error, refetch } = useQuery({
    queryKey: ['element-quality', 'ranking', group],
    queryFn: () =>
      getJson<RankedPage>(`/api/register/criticality?size=${MOST}${group === '' ? '' : `&group=${group}`}`),
    placeholderData: (before) => before,
    retry: 1,
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  return (
    <section className="card">
      <header>
        <h2>{t('registerRanking')}</h2>
        <span className="sub">{t('registerRankingHint')}</span>
        <span className="seg r" role="group" aria-label={t('registerRankingGroup')}>
          {GROUPS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={group === each}
              onClick={() => {
                setGroup(each);
              }}
            >
              {t(each === '' ? 'registerAll' : `registerRanking-${each}`)}
            </button>
          ))}
        </span>
      </header>
      {data.items.length === 0 ? (
        <p className="sub">{t('registerRankingNone')}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('registerRanking')}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col" className="num">
                  {t('registerRank')}
                </th>
                <th scope="col">{t('registerName')}</th>
                <th scope="col">{t('registerKind')}</th>
                <th scope="col" className="num">
                  {t('registerTierOf')}
                </th>
                <th scope="col" className="num">
                  {t('rto')}
                </th>
                <th scope="col" className="num">
                  {t('registerProcesses')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((each) => (
                <tr key={each.element.id}>
                  <td className="num">{each.rank}</td>
                  <th scope="row">
                    <Link className="link" to={`/register/${each.element.id}`}>
                      {nameOf(each.element)}
                    </Link>
                  </th>
                  <td>{kindText(each.element.kind, t)}</td>
                  <td className="num">{each.reach.tier ?? '–'}</td>
                  <td className="num">{each.reach.rtoHours === null ? '–' : hours(each.reach.rtoHours, language)}</td>
                  <td className="num">{count(each.reach.processes, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data.total > data.items.length && (
        <p className="sub">
          {t('registerCount', { shown: count(data.items.length, language), total: count(data.total, language) })}
        </p>
      )}
    </section>
  );
}

function Kinds({ kinds }: { kinds: RegisterQuality['kinds'] }): ReactElement {
  const { t, language } = useLanguage();
  return (
    <section className="card">
      <header>
        <h2>{t('registerKinds')}</h2>
        <span className="sub">{t('registerKindsHint')}</span>
      </header>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('registerKinds')}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('registerKind')}</th>
              <th scope="col" className="num">
                {t('registerElements')}
              </th>
              <th scope="col">{t('registerControl')}</th>
              <th scope="col" className="num">
                {t('registerComplete')}
              </th>
              <th scope="col" className="num">
                {t('registerQualityScore')}
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((each) => (
              <tr key={each.kind}>
                <th scope="row">{kindText(each.kind, t)}</th>
                <td className="num">{count(each.elements, language)}</td>
                <td>
                  {(['strict', 'standard', 'basic'] as const)
                    .filter((level) => each.levels[level])
                    .map((level) => `${t(`registerControl-${level}`)} ${each.levels[level] ?? 0}`)
                    .join(t('registerListComma'))}
                </td>
                <td className="num">{count(each.complete, language)}</td>
                <td className="num">{share(each.score)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Worst({ worst }: { worst: RegisterQuality['worst'] }): ReactElement | null {
  const { t, nameOf } = useLanguage();
  if (worst.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>{t('registerWorst100')}</h2>
        <span className="sub">{t('registerWorst100Hint')}</span>
      </header>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('registerWorst100')}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('registerName')}</th>
              <th scope="col">{t('registerControl')}</th>
              <th scope="col" className="num">
                {t('registerQualityScore')}
              </th>
              <th scope="col">{t('registerQualityMissing')}</th>
            </tr>
          </thead>
          <tbody>
            {worst.map((each) => (
              <tr key={each.element.id}>
                <th scope="row">
                  <Link className="link" to={`/register/${each.element.id}`}>
                    {nameOf(each.element)}
                  </Link>
                </th>
                <td>{t(`registerControl-${each.level}`)}</td>
                <td className="num">{share(each.score)}</td>
                <td>
                  {each.missing.map((fact) => t(`registerFactName-${fact as 'owner'}`)).join(t('registerListComma'))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
