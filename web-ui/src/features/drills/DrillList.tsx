import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { Only } from '../../components/PagedList';
import { PlanIt } from '../../components/PlanIt';
import { hours } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { Drill, Schedule } from './api';
import {
  countStandings,
  firstStanding,
  type Month,
  monthsOf,
  movedTo,
  type Standing,
  STANDINGS,
  unfolded,
} from './list';
import { MarkIcon } from './Mark';
import { dayText, endOf, markOf, monthText, titleOf } from './model';
import type { Moving } from './moving';
import { flagText, TYPE_TEXT } from './words';

/** So many drills are unfolded at first, on a phone and on what is wider. */
const MOST_NARROW = 5;
const MOST_WIDE = 40;
const NARROW = 800;

/** The year's drills as a table, month by month: what comes next first, months further on folded. */
export function DrillList({ schedule, moving }: { schedule: Schedule; moving: Moving }): ReactElement {
  const { t } = useLanguage();
  const counts = countStandings(schedule.drills, schedule.today);
  const [asked, setAsked] = useState<Standing | 'all' | null>(null);
  const choices = [...STANDINGS.filter((each) => counts[each] > 0), 'all'] as const;
  const chosen = asked !== null && choices.includes(asked) ? asked : firstStanding(counts);
  const months = monthsOf(schedule.drills, chosen, schedule.today);
  return (
    <section className="card">
      <header>
        <h2>{t('drillsList')}</h2>
        <span className="sub">{t('drillsListHint')}</span>
      </header>
      <p className="narrowing">
        <Only
          label={t('drillsStanding')}
          choices={choices}
          chosen={chosen}
          onChoose={setAsked}
          text={(each) =>
            t(`drillsStanding-${each}`, { count: each === 'all' ? schedule.drills.length : counts[each] })
          }
        />
      </p>
      <Months key={`${schedule.year} ${chosen}`} months={months} schedule={schedule} moving={moving} />
    </section>
  );
}

function Months({ months, schedule, moving }: { months: Month[]; schedule: Schedule; moving: Moving }): ReactElement {
  const { t } = useLanguage();
  const [open, setOpen] = useState(() =>
    unfolded(months, schedule.today, window.innerWidth < NARROW ? MOST_NARROW : MOST_WIDE),
  );
  const [seen, setSeen] = useState(schedule.drills);
  if (seen !== schedule.drills) {
    const to = movedTo(seen, schedule.drills);
    setSeen(schedule.drills);
    if (to.length > 0) setOpen((before) => new Set([...before, ...to]));
  }
  const covered = new Map(schedule.months.map((month) => [month.month, month.covered]));
  const toggle = (month: string): void => {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(month)) after.add(month);
      return after;
    });
  };
  return (
    <table className="plain drills" aria-label={t('drillsList')}>
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
      {months.map((each) => (
        <tbody key={each.month}>
          <Head
            of={each}
            open={open.has(each.month)}
            covered={covered.get(each.month) !== false}
            onToggle={() => {
              toggle(each.month);
            }}
          />
          {open.has(each.month) &&
            each.drills.map((drill) => <Row key={drill.uid} drill={drill} schedule={schedule} moving={moving} />)}
        </tbody>
      ))}
    </table>
  );
}

/** A month with how many drills it has: a press folds it, or unfolds it. */
function Head({
  of: { month, drills },
  open,
  covered,
  onToggle,
}: {
  of: Month;
  open: boolean;
  covered: boolean;
  onToggle: () => void;
}): ReactElement {
  const { language, t } = useLanguage();
  return (
    <tr className="month">
      <th scope="rowgroup" colSpan={6}>
        <button type="button" aria-expanded={open} onClick={onToggle}>
          {monthText(month, language)} <span>{t('drillsInMonth', { count: drills.length })}</span>
        </button>
        {!covered && <span className="chip warn">{t('drillsFlagMonth')}</span>}
      </th>
    </tr>
  );
}

function Row({ drill, schedule, moving }: { drill: Drill; schedule: Schedule; moving: Moving }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const service = titleOf(drill, schedule, nameOf, t('drillsJoin'));
  const teams = drill.teams.map((team) => nameOf(schedule.teams.find((each) => each.id === team) ?? { id: team }));
  const fixed = moving.fixed(drill);
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
      <td className="wide">
        {drill.scenario ? nameOf(drill.scenario) : '–'}
        <Band drill={drill} />
      </td>
      <td className="wide">{teams.length > 0 ? teams.join(t('drillsJoin')) : '–'}</td>
      <td className="why">
        <details>
          <summary aria-label={t('drillsWhyOf', { service, day: dayText(drill.date, language) })}>
            {t('drillsWhy')}
          </summary>
          <ul>
            {drill.scenario && (
              <li className="narrow">
                {t('drillsPractises')}
                {t('drillsColon')}
                {nameOf(drill.scenario)} <Band drill={drill} />
              </li>
            )}
            {teams.length > 0 && (
              <li className="narrow">
                {t('drillsTeams')}
                {t('drillsColon')}
                {teams.join(t('drillsJoin'))}
              </li>
            )}
            {[...drill.why, ...drill.flags].map((reason) => (
              <li key={reason.code}>{reason.text}</li>
            ))}
            <li>
              {drill.plan === null || drill.stage === 'cancelled' ? (
                <PlanIt from={{ scheduled: drill.uid }} name={service} />
              ) : (
                <Link
                  className="link"
                  to={`/drills/plans/${drill.plan}`}
                  aria-label={t('drillsToPlanOf', { name: service })}
                >
                  {t('drillsToPlan')}
                </Link>
              )}
            </li>
            {drill.writtenDrill && <li>{t('drillsWritten', { name: nameOf(drill.writtenDrill) })}</li>}
          </ul>
        </details>
        {fixed !== null && fixed !== 'drillsFixedRight' && (
          <span className="sub fixedwhy">{t('drillsStays', { why: t(fixed) })}</span>
        )}
        {fixed === null && (
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
        )}
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
