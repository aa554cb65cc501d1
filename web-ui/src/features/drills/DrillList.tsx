import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { May } from '../../components/May';
import { PlanIt } from '../../components/PlanIt';
import { hours } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { Drill, Schedule } from './api';
import { MarkIcon } from './Mark';
import { byMonth, dayText, endOf, markOf, monthText, titleOf } from './model';
import type { Moving } from './moving';
import { flagText, TYPE_TEXT } from './words';

const MOST_ROWS = 120;

/** The year's drills as a table, month by month. */
export function DrillList({ schedule, moving }: { schedule: Schedule; moving: Moving }): ReactElement {
  const { language, t } = useLanguage();
  const [all, setAll] = useState(false);
  const shown = all ? schedule.drills : schedule.drills.slice(0, MOST_ROWS);
  const covered = new Map(schedule.months.map((month) => [month.month, month.covered]));
  return (
    <section className="card">
      <header>
        <h2>{t('drillsList')}</h2>
        <span className="sub">{t('drillsListHint')}</span>
      </header>
      <table className="plain drills">
        <thead>
          <tr>
            <th scope="col">{t('drillsWhen')}</th>
            <th scope="col">{t('drillsService')}</th>
            <th scope="col">{t('drillsType')}</th>
            <th scope="col">{t('drillsPractises')}</th>
            <th scope="col">{t('drillsTeams')}</th>
            <th scope="col">{t('drillsWhy')}</th>
          </tr>
        </thead>
        {byMonth(shown).map((group) => (
          <tbody key={group.month}>
            <tr className="month">
              <th scope="rowgroup" colSpan={6}>
                {monthText(group.month, language)}
                {covered.get(group.month) === false && <span className="chip warn">{t('drillsFlagMonth')}</span>}
              </th>
            </tr>
            {group.drills.map((drill) => (
              <Row key={drill.uid} drill={drill} schedule={schedule} moving={moving} />
            ))}
          </tbody>
        ))}
      </table>
      {schedule.drills.length > shown.length && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('drillsShowAll', { count: schedule.drills.length })}
        </button>
      )}
    </section>
  );
}

function Row({ drill, schedule, moving }: { drill: Drill; schedule: Schedule; moving: Moving }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const service = titleOf(drill, schedule, nameOf, t('drillsJoin'));
  const teams = drill.teams.map((team) => nameOf(schedule.teams.find((each) => each.id === team) ?? { id: team }));
  const flags = drill.flags.filter((flag) => flag.code !== 'month-not-covered');
  return (
    <tr>
      <td className={drill.window ? 'when within' : 'when'}>
        <b>
          {drill.window
            ? t(drill.plan === null ? 'drillsUntold' : 'drillsWithin', {
                from: dayText(drill.window.from, language),
                to: dayText(drill.window.to, language),
              })
            : dayText(drill.date, language)}
        </b>
        {!drill.window && <span>{`${drill.start}–${endOf(drill)}`}</span>}
      </td>
      <th scope="row">
        {service} <span className="sub">{t('drillsTier', { tier: drill.tier })}</span>
      </th>
      <td>
        <span className="kind">
          <MarkIcon types={drill.types} state={markOf(drill)} />
          {drill.types.map((type) => t(TYPE_TEXT[type])).join(' + ')}
        </span>
        {!drill.announced && <span className="chip">{t('drillsUnannounced')}</span>}
        {drill.overdue && <span className="chip warn">{t('drillsOverdue')}</span>}
        {drill.pin && <span className="chip acc">{t('drillsPinned', { by: drill.pin.by })}</span>}
        {flags.map((flag) => (
          <span key={flag.code} className="chip warn" title={flag.text}>
            {t(flagText(flag.code))}
          </span>
        ))}
      </td>
      <td>
        {drill.scenario ? nameOf(drill.scenario) : '–'}
        <Band drill={drill} />
      </td>
      <td>{teams.length > 0 ? teams.join(t('drillsJoin')) : '–'}</td>
      <td className="why">
        <details>
          <summary aria-label={t('drillsWhyOf', { service, day: dayText(drill.date, language) })}>
            {t('drillsWhy')}
          </summary>
          <ul>
            {[...drill.why, ...drill.flags].map((reason) => (
              <li key={reason.code}>{reason.text}</li>
            ))}
            <li>
              <PlanIt from={{ scheduled: drill.uid }} name={service} />
            </li>
            {drill.writtenDrill && <li>{t('drillsWritten', { name: nameOf(drill.writtenDrill) })}</li>}
          </ul>
        </details>
        <May permission="plan-drills" everywhere>
          <button
            type="button"
            className="linkbtn"
            aria-label={t('drillsMoveOf', { name: `${service}, ${dayText(drill.date, language)}` })}
            onClick={() => {
              moving.begin(drill);
            }}
          >
            {t('drillsMove')}
          </button>
        </May>
      </td>
    </tr>
  );
}

/** The estimate of the scenario's newest run, with the way to it. */
function Band({ drill }: { drill: Drill }): ReactElement | null {
  const { language, t } = useLanguage();
  if (drill.run === null) return null;
  const time = (value: number | null): string => (value === null ? t('never') : hours(value, language));
  return (
    <Link className="sub link" to={`/runs/${drill.run}/${drill.service}`}>
      {t('drillsBand', { p50: time(drill.p50Hours), p95: time(drill.p95Hours) })}
    </Link>
  );
}
