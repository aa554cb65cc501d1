import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { May } from '../../../components/May';
import { RegisterViews } from '../../../components/RegisterViews';
import { Empty, State } from '../../../components/State';
import { count, figure } from '../../../lib/format';
import { useLanguage } from '../../../lib/i18n';
import { usePage } from '../../../lib/page';
import { getSites, near, type Site } from './sites';
import { SiteForm } from './SiteForm';
import { SiteMap } from './SiteMap';
import './sites.css';

/** Where the organisation's sites are, how far from each other, and which are too near to be off site. */
export function SitesPage(): ReactElement {
  const { t, language, nameOf } = useLanguage();
  usePage({ label: t('register'), to: '/register' }, { label: t('registerSites') });
  const [params, setParams] = useSearchParams();
  const chosen = params.get('site');
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ['sites'], queryFn: getSites, retry: 1 });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const choose = (id: string | null): void => {
    setAdding(false);
    setParams(id === null ? {} : { site: id }, { replace: true });
  };
  const add = (
    <May permission="edit-register" everywhere>
      <button
        type="button"
        className="btn"
        onClick={() => {
          choose(null);
          setAdding(true);
        }}
      >
        {t('registerSiteAdd')}
      </button>
    </May>
  );
  const form = adding ? (
    <SiteForm key="new" id={null} onDone={choose} />
  ) : chosen !== null ? (
    <SiteForm key={chosen} id={chosen} onDone={choose} />
  ) : null;
  if (data.items.length === 0 && !adding)
    return (
      <Empty title={t('registerSitesNone')}>
        <p>{t('registerSitesNoneHint')}</p>
        <p className="btns">
          {add}
          <Link className="btn" to="/lists">
            {t('registerSitesList')}
          </Link>
        </p>
      </Empty>
    );
  const close = near(data.items).length;
  const placed = data.items.filter((site) => site.lat !== null && site.lon !== null).length;
  const name = (id: string): string => {
    const found = data.items.find((each) => each.id === id);
    return found ? nameOf(found) : id;
  };
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>
            {t(close > 0 ? 'registerSitesNear' : 'registerSitesFar', {
              count: data.items.length,
              sites: count(data.items.length, language),
              near: count(close, language),
              km: data.leastKm.toFixed(1),
            })}
          </h1>
          <p className="lede">
            {t('registerSitesLede')}{' '}
            {placed < data.items.length && t('registerSitesUnplaced', { count: data.items.length - placed })}
          </p>
        </div>
        <RegisterViews at="/register/sites" />
      </div>
      <div className="sites">
        <section className="card">
          <header>
            <h2>{t('registerSites')}</h2>
            <span className="r">{add}</span>
          </header>
          <div className="scroll" tabIndex={0} role="region" aria-label={t('registerSites')}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('registerSite')}</th>
                  <th scope="col" className="num">
                    {t('registerSiteElements')}
                  </th>
                  <th scope="col">{t('registerSiteNearest')}</th>
                  <th scope="col" className="num">
                    {t('registerSiteKm')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((site) => (
                  <Line key={site.id} site={site} name={name} on={site.id === chosen} onChoose={choose} />
                ))}
              </tbody>
            </table>
          </div>
        </section>
        <div>
          {form}
          <SiteMap sites={data.items} chosen={chosen} leastKm={data.leastKm} onChoose={choose} />
          {chosen !== null && <Around site={data.items.find((each) => each.id === chosen)} name={name} />}
        </div>
      </div>
    </>
  );

  function Around({
    site,
    name: called,
  }: {
    site: Site | undefined;
    name: (id: string) => string;
  }): ReactElement | null {
    if (!site || site.nearest.length === 0) return null;
    return (
      <section className="card" aria-label={t('registerSiteAround', { name: nameOf(site) })}>
        <header>
          <h2>{t('registerSiteAround', { name: nameOf(site) })}</h2>
        </header>
        <ul className="lines">
          {site.nearest.map((each) => (
            <li key={each.id}>
              {called(each.id)}
              <span className="sub">
                {each.near && <span className="chip warn">{t('registerSiteTooNear')}</span>}{' '}
                {figure(Number(each.km.toFixed(1)), language)} km
              </span>
            </li>
          ))}
        </ul>
      </section>
    );
  }
}

function Line({
  site,
  name,
  on,
  onChoose,
}: {
  site: Site;
  name: (id: string) => string;
  on: boolean;
  onChoose: (id: string) => void;
}): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const nearest = site.nearest[0];
  return (
    <tr className={on ? 'on' : ''}>
      <th scope="row">
        <button
          type="button"
          className="linkbtn"
          aria-pressed={on}
          onClick={() => {
            onChoose(site.id);
          }}
        >
          {nameOf(site)}
        </button>
        <small className="sub mono">{site.id}</small>
      </th>
      <td className="num">{count(site.elements, language)}</td>
      <td>
        {nearest ? name(nearest.id) : <span className="sub">{site.lat === null ? t('registerSiteNowhere') : '–'}</span>}
      </td>
      <td className="num">
        {nearest && (
          <>
            {nearest.near && <span className="chip warn">{t('registerSiteTooNear')}</span>}{' '}
            {figure(Number(nearest.km.toFixed(1)), language)}
          </>
        )}
      </td>
    </tr>
  );
}
