import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { Schedule } from './api';
import { teamLoad } from './model';

/** Drills a week for each team: how evenly the year is spread. */
export function TeamLoad({ schedule }: { schedule: Schedule }): ReactElement {
  const { t, nameOf } = useLanguage();
  const loads = teamLoad(schedule);
  const named = new Map(schedule.teams.map((team) => [team.id, nameOf(team)]));
  const busiest = Math.max(0, ...loads.flatMap((load) => load.weeks));
  return (
    <section className="card">
      <header>
        <h2>{t('drillsLoad')}</h2>
        <span className="sub">{t('drillsLoadHint', { most: busiest })}</span>
      </header>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('drillsLoad')}>
        <table className="load">
          <thead className="vh">
            <tr>
              <th scope="col">{t('drillsTeam')}</th>
              <th scope="col">{t('drillsWeeks')}</th>
              <th scope="col">{t('drillsInYear')}</th>
            </tr>
          </thead>
          <tbody>
            {loads.map((load) => (
              <tr key={load.team}>
                <th scope="row">{named.get(load.team) ?? load.team}</th>
                <td
                  className="weeks"
                  aria-label={t('drillsBusyWeeks', { count: load.weeks.filter((each) => each > 0).length })}
                >
                  <span>
                    {load.weeks.map((each, week) => (
                      <i key={week} className={`w${Math.min(each, 3)}`} />
                    ))}
                  </span>
                </td>
                <td className="num">
                  {t('drillsLoadSum', { count: load.drills, drills: load.drills, hours: Math.round(load.hours) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
