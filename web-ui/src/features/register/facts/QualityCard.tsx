import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Fault } from '../../../components/Fault';
import { hours, share } from '../../../lib/format';
import { useLanguage } from '../../../lib/i18n';
import { useElementQuality } from './useQuality';

/** What depends on an element, how closely it is controlled for that, and what is not known of it. */
export function QualityCard({ id }: { id: string }): ReactElement | null {
  const { t, language } = useLanguage();
  const { data, error } = useElementQuality(id);
  if (!data) return error ? <Fault error={error} /> : null;
  const { control, quality, reach } = data;
  const comma = t('registerListComma');
  const missing = quality.asked.filter((each) => !each.there);
  return (
    <section className="card" aria-label={t('registerQuality')}>
      <header>
        <h2>{t('registerQuality')}</h2>
        <Link className="link r" to="/register/quality">
          {t('registerQualityAll')}
        </Link>
      </header>
      <dl className="about">
        <div>
          <dt>{t('registerQualityScore')}</dt>
          <dd>
            <b>{share(quality.score)}</b>{' '}
            {t('registerQualityOf', { there: quality.asked.length - missing.length, asked: quality.asked.length })}
          </dd>
        </div>
        {missing.length > 0 && (
          <div>
            <dt>{t('registerQualityMissing')}</dt>
            <dd>
              {missing.map((each) => t(`registerFact-${each.fact as 'owner'}`, { limit: each.limit ?? 1 })).join(comma)}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('registerControl')}</dt>
          <dd>
            <b>{t(`registerControl-${control.level}`)}</b>{' '}
            {control.stated
              ? t('registerControlStated', { reason: control.reason ?? '–' })
              : control.why.map((each) => t(`registerControlWhy-${each as 'needed'}`)).join(comma)}
          </dd>
        </div>
        <div>
          <dt>{t('registerReach')}</dt>
          <dd>
            {reach.processes === 0
              ? t('registerReachNone')
              : t('registerReachOf', {
                  count: reach.processes,
                  tier: reach.tier ?? '–',
                  rto: reach.rtoHours === null ? '–' : hours(reach.rtoHours, language),
                })}
          </dd>
        </div>
      </dl>
    </section>
  );
}
