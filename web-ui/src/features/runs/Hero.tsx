import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Glyph } from '../../components/Glyph';
import type { ElementResult } from '../../lib/api';
import { isRare, timesOf } from '../../lib/estimate';
import { chance, chanceBin, hours, interval, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';

/** Target and estimate on one axis, and the chance in words. */
export function Hero({ element, from }: { element: ElementResult; from: string | null }): ReactElement {
  const { language, t } = useLanguage();
  const { recovery } = element;
  const rare = isRare(element);
  const time = (value: number | null): string => (value === null ? t('never') : hours(value, language));
  const within = recovery.withinRto;
  const note = rare
    ? t('overviewWhenHit')
    : recovery.p95Low === null
      ? ''
      : ` (${time(recovery.p95Low)} ${t('to')} ${time(recovery.p95High)})`;
  const never = { estimate: recovery.never, low: 0, high: recovery.neverHigh };
  return (
    <section className="card hero">
      <div className="g">
        <h2 className="vh">{t('target')}</h2>
        <Glyph {...timesOf(element)} note={note} />
        <p className="sub">
          {from && (
            <>
              {t('runTargetFrom')} <Link to={`/register/${element.objectivesFrom ?? ''}`}>{from}</Link>
              {language === 'en' ? '; ' : '；'}
            </>
          )}
          {t('noActual')}
        </p>
      </div>
      <div className="odds">
        {within ? (
          <p className="big">
            <i className={`c${chanceBin(within.estimate)}`} aria-hidden="true" />
            {chance(within, language)} <small>{t('withinRto')}</small>
          </p>
        ) : (
          <p className="big">
            {time(recovery.p95)} <small>{t('p95')}</small>
          </p>
        )}
        <dl>
          {within && (
            <>
              <dt>{t('simulationError')}</dt>
              <dd>{interval(within.low, within.high, t('to'))}</dd>
            </>
          )}
          <dt>{t('guesses')}</dt>
          <dd className={element.guesses > 0.5 ? 'hatched' : ''}>{share(element.guesses)}</dd>
          {recovery.withinMtpd && (
            <>
              <dt>{t('withinMtpd')}</dt>
              <dd>{chance(recovery.withinMtpd, language, 1)}</dd>
            </>
          )}
          {rare && (
            <>
              <dt>{t('runHit')}</dt>
              <dd>{chance(element.disrupted, language, 1)}</dd>
              {element.whenDisrupted?.withinRto && (
                <>
                  <dt>{t('runThenInTime')}</dt>
                  <dd>{chance(element.whenDisrupted.withinRto, language)}</dd>
                </>
              )}
            </>
          )}
          <dt>{t('neverBack')}</dt>
          <dd>{chance(never, language, 1)}</dd>
        </dl>
      </div>
    </section>
  );
}
