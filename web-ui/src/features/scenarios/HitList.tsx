import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { ScenarioHits } from '../../lib/api';
import { share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { STATE_TEXT } from '../../lib/methods';

const FEW = 4;

/** What would be hit, entry by entry, before anything is simulated. */
export function HitList({ hits }: { hits: ScenarioHits }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const comma = language === 'en' ? ', ' : '、';
  const links = (elements: ScenarioHits['entries'][number]['elements']): ReactElement => (
    <span>
      {elements.map((each, i) => (
        <span key={each.id}>
          {i > 0 && comma}
          <Link className="link" to={`/register/${each.id}`}>
            {nameOf(each)}
          </Link>
        </span>
      ))}
    </span>
  );
  return (
    <section className="card">
      <header>
        <h2>{t('scenariosWouldHit')}</h2>
        <span className="sub">{t('scenariosWouldHitHint', { count: hits.hit })}</span>
      </header>
      <ul className="hits">
        {hits.entries.map((entry, i) => (
          <li key={i}>
            <p>
              <b>{share(entry.probability)}</b> {t(STATE_TEXT[entry.state] ?? 'stateDamaged')}{' '}
              {entry.elements.length > 1 && (
                <span className="sub">
                  {t(entry.together ? 'scenariosTogether' : 'scenariosEach', { count: entry.elements.length })}
                </span>
              )}
            </p>
            {entry.elements.length <= FEW ? (
              links(entry.elements)
            ) : (
              <details>
                <summary>{t('scenariosShowHits', { count: entry.elements.length })}</summary>
                {links(entry.elements)}
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
