import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { SmallAxis, SmallGlyph } from '../../components/Glyph';
import type { ElementEstimate, GraphNode } from '../../lib/api';
import { isRare, timesOf } from '../../lib/estimate';
import { chance, count, hours, interval, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { kindText } from '../../lib/kinds';
import { STATE_TEXT } from '../../lib/methods';

/** Where a scenario hits an element. */
export interface Place {
  scenario: string;
  state: string;
  probability: number;
  together: boolean;
}

type Named = (id: string) => string;

/** How the element fares in the newest run of each scenario that reaches it, the worst first. */
export function Results({ reached, named }: { reached: ElementEstimate[]; named: Named }): ReactElement {
  const { language, t } = useLanguage();
  return (
    <section className="card">
      <header>
        <h2>{t('registerResults')}</h2>
        <span className="sub">{t('registerResultsHint')}</span>
      </header>
      {reached.length === 0 ? (
        <p className="sub">{t('registerResultsNone')}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-label={t('registerResults')}>
          <table className="plain results">
            <thead>
              <tr>
                <th scope="col">{t('jumpScenario')}</th>
                <th scope="col" className="num">
                  {t('runHit')}
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
              {reached.map((each) => {
                const times = timesOf(each);
                const within = each.recovery.withinRto;
                return (
                  <tr key={each.scenario}>
                    <th scope="row">
                      <Link className="link" to={`/runs/${each.run}/${each.element}`}>
                        {named(each.scenario)}
                      </Link>
                    </th>
                    <td className="num">{chance(each.disrupted, language)}</td>
                    <td className="num" title={within ? interval(within.low, within.high, t('to')) : ''}>
                      {within ? chance(within, language) : '–'}
                      {isRare(each) && each.whenDisrupted?.withinRto && (
                        <small>{t('registerThen', { chance: chance(each.whenDisrupted.withinRto, language) })}</small>
                      )}
                    </td>
                    <td>
                      <SmallGlyph {...times} />
                    </td>
                    <td className="num">
                      {times.p95 === null ? t('never') : hours(times.p95, language)}
                      {isRare(each) && <small>{t('overviewWhenHit')}</small>}
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

const MOST = 12;

/** What goes down with it, services and processes first. */
export function BlastRadius({ dependants }: { dependants: GraphNode[] }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const [all, setAll] = useState(false);
  const ranked = [...dependants].sort((a, b) => Number(a.type === 'asset') - Number(b.type === 'asset'));
  const shown = all ? ranked : ranked.slice(0, MOST);
  const others = dependants.filter((each) => each.type !== 'asset').length;
  return (
    <section className="card">
      <header>
        <h2>{t('registerBlast')}</h2>
        <span className="sub">
          {t('registerBlastHint', {
            count: dependants.length,
            shown: count(dependants.length, language),
            services: count(others, language),
          })}
        </span>
      </header>
      <ul className="rows">
        {shown.map((each) => (
          <li key={each.id}>
            <Link className="link" to={`/register/${each.id}`}>
              {nameOf(each)}
            </Link>
            <span className="sub">{kindText(each.kind, t)}</span>
          </li>
        ))}
      </ul>
      {shown.length < ranked.length && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('registerMore', { more: count(ranked.length - shown.length, language) })}
        </button>
      )}
    </section>
  );
}

/** Which scenarios hit it directly. */
export function Places({ places, named }: { places: Place[]; named: Named }): ReactElement {
  const { t } = useLanguage();
  return (
    <section className="card">
      <header>
        <h2>{t('registerHitBy')}</h2>
      </header>
      {places.length === 0 ? (
        <p className="sub">{t('registerHitByNone')}</p>
      ) : (
        <ul className="rows">
          {places.map((place, i) => (
            <li key={i}>
              <Link className="link" to={`/scenarios/${place.scenario}`}>
                {named(place.scenario)}
              </Link>
              <span className="sub">
                {share(place.probability)} {t(STATE_TEXT[place.state] ?? 'stateDamaged')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
