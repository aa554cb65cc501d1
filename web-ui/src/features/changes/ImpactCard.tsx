import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Fault } from '../../components/Fault';
import { hours, moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { getImpact, type Impact, type View } from './api';

const SHOWN = 12;

/** What hangs on the touched elements: as it was submitted, else as it is now. */
export function ImpactCard({ view, dirty }: { view: View; dirty: boolean }): ReactElement {
  const { t, language } = useLanguage();
  const now = useQuery({
    queryKey: ['change-impact', view.id, view.version],
    queryFn: () => getImpact(String(view.id)),
    enabled: view.elements.length > 0 && view.execution === null && view.closing === null,
  });
  const frozen = view.state === 'draft' ? null : view.impact;
  const shown = frozen ?? now.data ?? view.impact;
  return (
    <section className="card" aria-label={t('changeImpact')}>
      <header>
        <h2>{t('changeImpact')}</h2>
        {shown && (
          <span className="sub">
            {frozen
              ? t('changeImpactFrozen', { revision: frozen.revision, date: moment(frozen.at, language) })
              : t('changeImpactLive', { revision: shown.revision })}
          </span>
        )}
      </header>
      {view.elements.length === 0 && <p className="sub">{t('changeImpactFirst')}</p>}
      {dirty && view.elements.length > 0 && <p className="sub">{t('changeImpactUnsaved')}</p>}
      <Fault error={now.error} />
      {shown && view.elements.length > 0 && <Told impact={shown} />}
      {frozen && now.data && now.data.lost.length !== frozen.lost.length && (
        <p className="bad">{t('changeImpactDiffers', { services: now.data.lost.length })}</p>
      )}
      {view.elements.length > 0 && (
        <p>
          <Link className="link" to="/scenarios">
            {t('changeRun')}
          </Link>
        </p>
      )}
    </section>
  );
}

function Told({ impact }: { impact: Impact }): ReactElement {
  const { t, nameOf } = useLanguage();
  const { lost, weakened, singlePoints } = impact;
  return (
    <>
      <p>
        <b>
          {lost.length === 0
            ? t('changeImpactNone')
            : t('changeImpactNow', { count: lost.length, services: lost.length })}
        </b>{' '}
        {impact.lostAssets > 0 && <span className="sub">{t('changeAssetsToo', { count: impact.lostAssets })}</span>}
      </p>
      {singlePoints.map((each) => (
        <p key={each.id} className="bad">
          {t('changeSpof', { name: nameOf(each), services: each.services, processes: each.processes })}
        </p>
      ))}
      <Reached rows={lost} label={t('changeLostList')} />
      {weakened.length > 0 && (
        <details>
          <summary>{t('changeWeakened', { count: weakened.length })}</summary>
          <Reached rows={weakened} label={t('changeWeakenedList')} />
        </details>
      )}
    </>
  );
}

function Reached({ rows, label }: { rows: Impact['lost']; label: string }): ReactElement | null {
  const { t, language, nameOf } = useLanguage();
  const time = (value: number | null): string => (value === null ? '–' : hours(value, language));
  if (rows.length === 0) return null;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('element')}</th>
            <th scope="col" className="num">
              {t('changeTierCol')}
            </th>
            <th scope="col" className="num">
              {t('rto')}
            </th>
            <th scope="col" className="num">
              {t('mtpd')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link className="link" to={`/register/${encodeURIComponent(row.id)}`}>
                  {nameOf(row)}
                </Link>{' '}
                {row.windowTooLong && <span className="chip warn">{t('changeTooLong')}</span>}
              </th>
              <td className="num">{row.tier ?? '–'}</td>
              <td className="num">{time(row.rtoHours)}</td>
              <td className="num">{time(row.mtpdHours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN && <p className="sub">{t('changePanelMore', { count: rows.length - SHOWN })}</p>}
    </div>
  );
}
