import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { SmallAxis, SmallGlyph } from '../../components/Glyph';
import type { ElementEstimate, Overview } from '../../lib/api';
import { isRare, timesOf } from '../../lib/estimate';
import { chance, chanceBin, hours, interval, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';

/** Services and processes that the scenario reaches, the least chance to be in time first. */
export function Results({ judged, overview }: { judged: ElementEstimate[]; overview: Overview }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const time = (value: number | null): string => (value === null ? t('never') : hours(value, language));
  return (
    <section className="card">
      <header>
        <h2>{t('scenariosResults')}</h2>
        <span className="sub">{t('scenariosResultsHint')}</span>
      </header>
      {judged.length === 0 ? (
        <p className="sub">{t('scenariosResultsNone')}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('scenariosResults')}>
          <table className="plain res">
            <thead>
              <tr>
                <th scope="col">{t('element')}</th>
                <th scope="col" className="num">
                  {t('rto')}
                </th>
                <th scope="col" className="num">
                  {t('withinRto')}
                </th>
                <th scope="col">
                  <span className="vh">{t('target')}</span>
                  <SmallAxis />
                </th>
                <th scope="col" className="num">
                  {t('p95')}
                </th>
                <th scope="col" className="num">
                  {t('registerGuessShare')}
                </th>
              </tr>
            </thead>
            <tbody>
              {judged.map((each) => {
                const times = timesOf(each);
                const within = each.recovery.withinRto;
                const then = isRare(each) ? each.whenDisrupted?.withinRto : null;
                return (
                  <tr key={each.element}>
                    <th scope="row">
                      <Link className="link" to={`/runs/${each.run}/${each.element}`}>
                        {nameOf(overview.rows.find((row) => row.id === each.element) ?? { id: each.element })}
                      </Link>
                    </th>
                    <td className="num">{times.rto === null ? '–' : hours(times.rto, language)}</td>
                    <td className="num">
                      {within && (
                        <>
                          <span className={`dotted c${chanceBin(within.estimate)}`} aria-hidden="true" />
                          {chance(within, language)}
                          <small>
                            {then
                              ? t('rare', { hit: chance(each.disrupted, language), then: chance(then, language) })
                              : interval(within.low, within.high, t('to'))}
                          </small>
                        </>
                      )}
                    </td>
                    <td>
                      <SmallGlyph {...times} />
                    </td>
                    <td className="num">
                      {time(times.p95)}
                      {then && <small>{t('overviewWhenHit')}</small>}
                    </td>
                    <td className={each.guesses > 0.5 ? 'num hatched' : 'num'}>{share(each.guesses)}</td>
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
