import type { ReactElement } from 'react';
import { day, hours, money, share } from '../../../lib/format';
import { type TextKey, useLanguage } from '../../../lib/i18n';
import type { ElementFacts, ModelElement } from '../../../lib/model';

const countryName = (code: string, language: string): string => {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  } catch (error) {
    if (error instanceof RangeError) return code; // no country, as another way in may have brought it
    throw error;
  }
};

/** What an element says of itself as a configuration item, each value with what it rests on. */
export function FactsCard({ element, currency }: { element: ModelElement; currency: string }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const facts: ElementFacts = element['x-facts'] ?? {};
  const { cost, safeMode, fallback, batch } = facts;
  const lines: [TextKey, string, string | undefined][] = [
    ['registerSoftware', 'software', facts.software],
    ['registerFirmware', 'firmware', facts.firmware],
    ['registerLocation', 'location', facts.location],
    ['registerCountry', 'country', facts.country && countryName(facts.country, language)],
    ['registerPurchase', 'cost', cost?.purchase === undefined ? undefined : money(cost.purchase, currency, language)],
    ['registerYearly', 'cost', cost?.yearly === undefined ? undefined : money(cost.yearly, currency, language)],
    ['registerAssetNumber', 'cost', cost?.assetNumber],
    ['registerBoughtOn', 'cost', cost?.boughtOn && day(cost.boughtOn, language)],
    ['registerVerifiedFact', 'verified', facts.verified && day(facts.verified, language)],
  ];
  const mode = element.recovery?.find((each) => (each.id ?? each.method) === safeMode?.method);
  return (
    <section className="card" aria-label={t('registerFacts')}>
      <header>
        <h2>{t('registerFacts')}</h2>
      </header>
      {Object.keys(facts).length === 0 && <p className="sub">{t('registerFactsNone')}</p>}
      <dl className="about">
        {lines.map(([text, key, value]) => {
          const rests = facts.evidence?.[key];
          return (
            value && (
              <div key={text}>
                <dt>{t(text)}</dt>
                <dd>
                  {value}
                  {rests && (
                    <small className="says">
                      {t(rests.evidence)}
                      {rests.source && ` · ${rests.source}`}
                    </small>
                  )}
                </dd>
              </div>
            )
          );
        })}
      </dl>
      {facts.documents && facts.documents.length > 0 && (
        <>
          <h2 className="mid">{t('registerDocuments')}</h2>
          <ul className="rows">
            {facts.documents.map((each, i) => (
              <li key={i}>
                {each.link ? (
                  <a className="link" href={each.link} target="_blank" rel="noreferrer">
                    {each.title}
                  </a>
                ) : (
                  each.title
                )}
                <span className="sub">
                  {t(`registerDocument-${each.kind as 'drawing'}`)}
                  {each.day && ` · ${day(each.day, language)}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {facts.configurations && facts.configurations.length > 0 && (
        <>
          <h2 className="mid">{t('registerConfigurations', { count: facts.configurations.length })}</h2>
          <ul className="rows">
            {facts.configurations.map((each, i) => (
              <li key={i}>
                <span>
                  {each.version}
                  {each.where && <span className="sub"> {each.where}</span>}
                  {each.sha256 && <span className="mono says">SHA-256 {each.sha256}</span>}
                </span>
                <span className="sub">{day(each.day, language)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {safeMode && (
        <>
          <h2 className="mid">{t('registerSafeMode')}</h2>
          <p>
            {t('registerSafeModeOf', {
              method: mode ? nameOf({ id: safeMode.method, ...mode }) : safeMode.method,
              share: share(mode?.capacity ?? 1),
              functions: safeMode.functions.join(t('registerListComma')),
            })}
          </p>
          {safeMode.limits && <p className="sub">{safeMode.limits}</p>}
        </>
      )}
      {fallback && (
        <>
          <h2 className="mid">{t('registerFallback')}</h2>
          <p>
            {t('registerFallbackOf', {
              control: fallback.control,
              instead: fallback.instead,
              level: t(`registerFallback-${fallback.level}`),
            })}
          </p>
          {fallback.measures && <p className="sub">{fallback.measures}</p>}
        </>
      )}
      {batch && (
        <>
          <h2 className="mid">{t('registerBatch')}</h2>
          {batch.schedule && <p className="sub">{batch.schedule}</p>}
          <div className="scroll" tabIndex={0} role="region" aria-label={t('registerBatch')}>
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('registerFault')}</th>
                  <th scope="col">{t('registerAction')}</th>
                  <th scope="col">{t('registerWho')}</th>
                  <th scope="col" className="num">
                    {t('registerWithin')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {batch.faults.map((each, i) => (
                  <tr key={i}>
                    <td>{each.fault}</td>
                    <td>{each.action}</td>
                    <td>{each.who ?? '–'}</td>
                    <td className="num">{each.withinHours === undefined ? '–' : hours(each.withinHours, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
