import type { ReactElement } from 'react';
import { SmallAxis, SmallGlyph } from '../../components/Glyph';
import type { ElementResult, Finding } from '../../lib/api';
import { chance, figure, hours, interval, money } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { Card } from './Numbers';

/** How much data is lost, against the RPO. */
export function DataLoss({ element }: { element: ElementResult }): ReactElement {
  const { language, t } = useLanguage();
  const { dataLoss } = element;
  if (!dataLoss) return <Card title={t('dataLoss')} sub={t('dataLossNone')} children={null} />;
  const time = (value: number | null): string => (value === null ? t('runLost') : hours(value, language));
  const rpo = element.objectives.rpo ?? null;
  const within = dataLoss.withinRpo;
  return (
    <Card title={t('dataLoss')}>
      {within && rpo !== null && (
        <p>
          <b>{chance(within, language)}</b> {t('withinRpo', { rpo: hours(rpo, language) })}{' '}
          <span className="sub">({interval(within.low, within.high, t('to'))})</span>
        </p>
      )}
      <div className="loss">
        <span>
          <SmallAxis />
          <SmallGlyph rto={rpo} mtpd={null} p50={dataLoss.p50} p95={dataLoss.p95} />
        </span>
        <dl>
          <dt>{t('p50')}</dt>
          <dd>{time(dataLoss.p50)}</dd>
          <dt>{t('p95')}</dt>
          <dd>{time(dataLoss.p95)}</dd>
        </dl>
      </div>
    </Card>
  );
}

/** Loss of money per event, and what missed service levels pay back. */
export function Loss({ element, currency }: { element: ElementResult; currency: string }): ReactElement {
  const { language, t } = useLanguage();
  const { loss, penalty } = element;
  const credits = penalty && (
    <p>
      {t('runCredits', {
        mean: money(penalty.mean, currency, language),
        p95: money(penalty.p95, currency, language),
      })}
    </p>
  );
  if (!loss) return <Card title={t('loss')} sub={t('lossNone')} children={credits} />;
  return (
    <Card title={t('loss')}>
      <p>
        <b>{t('mean', { mean: money(loss.mean, currency, language) })}</b>{' '}
        <span className="sub">
          ({money(loss.meanLow, currency, language)} {t('to')} {money(loss.meanHigh, currency, language)})
        </span>
      </p>
      <p>{t('lossOne', { p95: money(loss.p95, currency, language) })}</p>
      {credits}
    </Card>
  );
}

/** Least headroom while it serves, below the capacity chart. */
export function Headroom({ element }: { element: ElementResult }): ReactElement {
  const { language, t } = useLanguage();
  const { headroom } = element;
  if (!headroom) return <p className="sub">{t('headroomNone')}</p>;
  const amount = (value: number | null): string =>
    value === null ? '–' : `${figure(value, language)}\u00a0${headroom.unit}`;
  return (
    <dl>
      <dt>{t('short')}</dt>
      <dd>
        {chance(headroom.belowZero, language)}{' '}
        {headroom.belowZero.estimate > 0 && (
          <span className="sub">({interval(headroom.belowZero.low, headroom.belowZero.high, t('to'))})</span>
        )}
      </dd>
      <dt>{t('headroom')}, P5</dt>
      <dd className={(headroom.p05 ?? 0) < 0 ? 'bad' : ''}>{amount(headroom.p05)}</dd>
      <dt>{t('headroom')}, P50</dt>
      <dd>{amount(headroom.p50)}</dd>
    </dl>
  );
}

/** What the simulator wants said about the model, in the language of the page where the result has it. */
export function Findings({ findings }: { findings: Finding[] }): ReactElement {
  const { language, t } = useLanguage();
  return (
    <Card
      title={t('findings')}
      sub={findings.length === 0 ? t('findingsNone') : t('runFindings', { count: findings.length })}
    >
      <ul className="findings">
        {findings.map((finding) => {
          const own = finding.messages?.[language];
          return (
            <li key={finding.code + finding.message}>
              <i className={finding.severity} aria-hidden="true" />
              <span lang={own ? language : 'en'}>
                {own ?? finding.message} <small className="mono">{finding.code}</small>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
