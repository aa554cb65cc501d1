import type { ReactElement } from 'react';
import type { Scenario } from '../../lib/api';
import { evidenceOf, shapeOf } from '../../lib/distribution';
import { hours, share } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';

const TIMES = [
  ['detect', 'scenariosDetect'],
  ['declare', 'scenariosDeclare'],
  ['lasts', 'scenariosLasts'],
  ['dwell', 'scenariosDwell'],
] as const satisfies [keyof Scenario, TextKey][];

const WHEN: Record<string, TextKey> = { office: 'scenariosOffice', off: 'scenariosOff' };

/** How it goes on around the hits: when it is seen and declared, how long it lasts, who can come. */
export function Conditions({ scenario }: { scenario: Scenario }): ReactElement {
  const { language, t } = useLanguage();
  const when = scenario.when === undefined ? undefined : WHEN[scenario.when];
  return (
    <section className="card">
      <header>
        <h2>{t('scenariosConditions')}</h2>
        <span className="sub">P50, P95</span>
      </header>
      <dl className="conditions">
        {TIMES.map(([key, text]) => {
          const time = scenario[key];
          if (time === undefined) return null;
          const shape = shapeOf(time);
          const evidence = evidenceOf(time);
          return (
            <div key={key}>
              <dt>{t(text)}</dt>
              <dd>
                {hours(shape.p50, language)}
                {shape.p95 !== shape.p50 && `, ${hours(shape.p95, language)}`}{' '}
                <span className="ev">
                  <i className={`ev-${evidence}`} />
                  {t(evidence)}
                </span>
              </dd>
            </div>
          );
        })}
        {scenario.staff !== undefined && (
          <div>
            <dt>{t('scenariosStaff')}</dt>
            <dd>{share(scenario.staff)}</dd>
          </div>
        )}
        {scenario.demand !== undefined && (
          <div>
            <dt>{t('scenariosDemand')}</dt>
            <dd>× {scenario.demand}</dd>
          </div>
        )}
        {when && (
          <div>
            <dt>{t('scenariosWhen')}</dt>
            <dd>{t(when)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
