import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { AsSubmitted } from '../../components/AsSubmitted';
import { State } from '../../components/State';
import { getJson } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import { useLanguage } from '../../lib/i18n';
import './drills.css';
import { dayText } from './model';

type Version = components['schemas']['ScheduleApprovalController.Version'];

/** The schedule of a year as it was submitted as a version. */
export function ScheduleVersionPage(): ReactElement {
  const { year = '', number = '' } = useParams();
  const { language, t } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['drills', year, 'version', number, language],
    queryFn: () => getJson<Version>(`/api/drills/schedules/${year}/versions/${number}?language=${language}`),
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const { schedule, version } = data;
  const names = (things: { name: string }[]): string => things.map((each) => each.name).join(t('comma'));
  return (
    <article className="stack scheduleversion">
      <h1>
        {t('drillsVersion', {
          number: version.number,
          count: schedule.drills.length,
          drills: schedule.drills.length,
          year: schedule.year,
        })}
      </h1>
      <AsSubmitted version={version} label={t('drills')} to="/drills" />
      <section className="card" aria-label={t('drillsList')}>
        <div className="scroll" tabIndex={0} role="group" aria-label={t('drillsList')}>
          <table className="plain blocks">
            <thead>
              <tr>
                <th>{t('drillsWhen')}</th>
                <th>{t('drillsService')}</th>
                <th>{t('drillsType')}</th>
                <th>{t('drillsPractises')}</th>
                <th>{t('drillsTeams')}</th>
              </tr>
            </thead>
            <tbody>
              {schedule.drills.map((drill) => (
                <tr key={drill.uid}>
                  <td className="day">
                    {drill.window
                      ? t('drillsUntold', {
                          from: dayText(drill.window.from, language),
                          to: dayText(drill.window.to, language),
                        })
                      : `${dayText(drill.date ?? '', language)} ${drill.start ?? ''}`}
                  </td>
                  <td data-head={t('drillsService')}>{drill.service.name}</td>
                  <td data-head={t('drillsType')}>{drill.types.join(' + ')}</td>
                  <td data-head={t('drillsPractises')}>{drill.scenario?.name}</td>
                  <td data-head={t('drillsTeams')}>{names(drill.teams)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {schedule.unplaced.map((drill) => (
          <p key={drill.uid} className="bad">
            {drill.name}
            {t('comma')}
            {drill.why.join(' ')}
          </p>
        ))}
      </section>
    </article>
  );
}
