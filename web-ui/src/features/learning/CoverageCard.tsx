import type { ReactElement } from 'react';
import { share } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import type { CoverageView, Preview } from './api';
import { byInput, eighty, SPOKEN } from './model';
import { Pits } from './Pits';
import { inputName } from './words';

/** How far predictions held: bands, where actuals lay in them, and by number. */
export function CoverageCard({ preview }: { preview: Preview }): ReactElement {
  const { t, language } = useLanguage();
  const sides = [
    ['learningStated', preview.stated, preview.points.map((each) => each.stated)],
    ['learningForecast', preview.forecasts, preview.points.map((each) => each.forecast)],
  ] as const;
  const held = byInput(preview.points);
  return (
    <section className="card">
      <header>
        <h2>{t('learningCoverage')}</h2>
        <span className="sub">{t('learningCoverageHint')}</span>
      </header>
      <div className="sides">
        {sides.map(([name, coverage, values]) => (
          <div key={name}>
            <h3>{t(name)}</h3>
            <p>{said(coverage, t)}</p>
            <Pits values={values} label={t(name)} />
            <Bands coverage={coverage} label={t(name)} />
          </div>
        ))}
      </div>
      {held.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('learningByMethod')}>
          <table className="plain">
            <caption>{t('learningByMethod')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('learningWhat')}</th>
                <th scope="col" className="num">
                  {t('learningTimes')}
                </th>
                <th scope="col" className="num">
                  {t('learningStated')}
                </th>
                <th scope="col" className="num">
                  {t('learningForecast')}
                </th>
              </tr>
            </thead>
            <tbody>
              {held.map((each) => {
                const name = inputName(each.point, language, t);
                return (
                  <tr key={each.input}>
                    <th scope="row">
                      {name.owner}
                      <small>{name.what}</small>
                    </th>
                    <td className="num">{each.points.length}</td>
                    <td className="num">{t('learningOf', { inside: each.stated, total: each.points.length })}</td>
                    <td className="num">{t('learningOf', { inside: each.forecast, total: each.points.length })}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function said(coverage: CoverageView, t: ReturnType<typeof useLanguage>['t']): string {
  const band = eighty(coverage);
  if (band.low === null || band.high === null) return t('learningNoTimes');
  return `${t('learningInside', {
    count: band.total,
    inside: band.inside,
    low: share(band.low),
    high: share(band.high),
  })} ${t(`learningVerdict-${coverage.verdict}` as TextKey)}`;
}

function Bands({ coverage, label }: { coverage: CoverageView; label: string }): ReactElement {
  const { t } = useLanguage();
  return (
    <table className="plain" aria-label={label}>
      <tbody>
        {coverage.bands.map((band) => (
          <tr key={band.promised} className={band.promised === SPOKEN ? 'spoken' : undefined}>
            <th scope="row">{t('learningBandOf', { share: share(band.promised) })}</th>
            <td className="num">{t('learningOf', { inside: band.inside, total: band.total })}</td>
            <td className="num">
              {band.low !== null && band.high !== null && (
                <small>{t('learningInterval', { low: share(band.low), high: share(band.high) })}</small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
