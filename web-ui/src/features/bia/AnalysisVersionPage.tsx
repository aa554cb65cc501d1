import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { AsSubmitted } from '../../components/AsSubmitted';
import { State } from '../../components/State';
import { getJson } from '../../lib/api';
import { fieldOf } from '../../lib/approval';
import { figure, hours as time, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { analysisPath, type Submitted } from './api';
import { useUnit } from './LevelGrid';
import './bia.css';

type Analysis = Submitted['analysis'];

/** An analysis as it was submitted as a version, however the register has changed since. */
export function AnalysisVersionPage(): ReactElement {
  const { id = '', number = '' } = useParams();
  const { language, t } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['bia', id, 'version', number, language],
    queryFn: () => getJson<Submitted>(`${analysisPath(id)}/versions/${number}?language=${language}`),
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  return (
    <article className="analysis">
      <h1>{data.version.title}</h1>
      <AsSubmitted version={data.version} label={t('biaTitle')} to="/impact" />
      <TargetTable analysis={data.analysis} />
      <Kinds analysis={data.analysis} />
      <Rest analysis={data.analysis} />
    </article>
  );
}

function TargetTable({ analysis }: { analysis: Analysis }): ReactElement {
  const { t, language } = useLanguage();
  return (
    <section className="card" aria-label={t('biaTargets')}>
      <h2>{t('biaTargets')}</h2>
      <div className="scroll">
        <table className="plain">
          <tbody>
            {analysis.targets.map((target) => (
              <tr key={target.target}>
                <th scope="row">{target.name}</th>
                <td className="num">
                  {target.valueHours !== null
                    ? time(target.valueHours, language)
                    : target.mbco !== null
                      ? share(target.mbco)
                      : target.amount !== null
                        ? `${figure(target.amount, language)} ${target.unit ?? ''}`
                        : '–'}
                </td>
                <td>
                  {target.reason}
                  {target.basis && (
                    <small className="sub">
                      {t(target.basis as 'measured')}
                      {target.source && ` · ${target.source}`}
                    </small>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Kinds({ analysis }: { analysis: Analysis }): ReactElement {
  const { t, language } = useLanguage();
  const unitOf = useUnit();
  return (
    <section className="card" aria-label={t('biaVersionKinds')}>
      <h2>{t('biaVersionKinds')}</h2>
      <dl className="wide">
        {analysis.kinds.map((kind) => (
          <div key={kind.id} className="pair">
            <dt>{kind.name}</dt>
            <dd>
              {kind.levels
                .map((point) =>
                  t('biaVersionFrom', {
                    hours: point.hours === 0 ? t('biaAtOnce') : time(point.hours, language),
                    level: point.level,
                    name: point.levelName,
                  }),
                )
                .join(language === 'en' ? ', ' : '、')}
              {kind.amounts.length > 0 && (
                <small className="sub">
                  {kind.unit && unitOf(kind.unit)}{' '}
                  {kind.amounts
                    .map((point) => `${time(point.hours, language)} ${figure(point.amount, language)}`)
                    .join(language === 'en' ? ', ' : '、')}
                </small>
              )}
              {kind.reason && <small className="sub">{kind.reason}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {analysis.moneyLoss.length > 0 && (
        <p>
          {t('biaLoss')}{' '}
          {analysis.moneyLoss
            .map((point) => `${time(point.hours, language)} ${figure(point.money, language)}`)
            .join(language === 'en' ? ', ' : '、')}
        </p>
      )}
    </section>
  );
}

function Rest({ analysis }: { analysis: Analysis }): ReactElement {
  const { t, language } = useLanguage();
  const { stopgap, backup } = analysis;
  const lines: [string, string | null][] = [
    ['owner', analysis.owner],
    ['tier', analysis.tier === null ? null : String(analysis.tier)],
    ['minimumLevel', analysis.minimumLevel],
    [
      'stopgap',
      stopgap && `${stopgap.what}${stopgap.lastsHours === null ? '' : ` · ${time(stopgap.lastsHours, language)}`}`,
    ],
    ['everyHours', backup?.everyHours == null ? null : time(backup.everyHours, language)],
    ['takesHours', backup?.takesHours == null ? null : time(backup.takesHours, language)],
    ['changePerHour', backup?.changePerHour == null ? null : figure(backup.changePerHour, language)],
    ['peaks', analysis.peaks.map((peak) => peak.name).join(language === 'en' ? '; ' : '；') || null],
    ['authors', analysis.authors.join(t('comma')) || null],
    ['stakeholders', analysis.stakeholders.join(t('comma')) || null],
    ['nextReview', analysis.nextReview],
    ['trigger', analysis.trigger],
  ];
  return (
    <section className="card" aria-label={t('biaDetails')}>
      <h2>{t('biaDetails')}</h2>
      <dl className="wide">
        {lines
          .filter(([, value]) => value !== null)
          .map(([key, value]) => (
            <div key={key} className="pair">
              <dt>{fieldOf(key, t)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
