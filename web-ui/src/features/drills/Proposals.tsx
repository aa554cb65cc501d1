import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { May } from '../../components/May';
import { PlanIt } from '../../components/PlanIt';
import { figure, hours } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { Drill, Schedule } from './api';
import { dayText, endOf, proposals, titleOf } from './model';
import { type Moving, useAccept } from './moving';
import { TYPE_TEXT } from './words';

/** So many are shown at first; fewer on a phone, where other things follow. */
const FIRST = window.innerWidth < 800 ? 2 : 5;

/** What is proposed next, each with its why, what it teaches and what it risks. */
export function Proposals({ schedule, moving }: { schedule: Schedule; moving: Moving }): ReactElement {
  const { language, t } = useLanguage();
  const [all, setAll] = useState(false);
  const list = proposals(schedule);
  const shown = all ? list : list.slice(0, FIRST);
  const known = list.some((drill) => drill.worth !== null);
  return (
    <section className="card proposals">
      <header>
        <h2>{t('drillsProposals')}</h2>
        <span className="sub">{t(known ? 'drillsProposalsTeach' : 'drillsProposalsNext')}</span>
      </header>
      {list.length === 0 && <p>{t('drillsProposalsNone')}</p>}
      <ul>
        {shown.map((drill) => (
          <Proposal key={drill.uid} drill={drill} schedule={schedule} moving={moving} />
        ))}
      </ul>
      {list.length > shown.length && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('drillsShowAll', { count: list.length })}
        </button>
      )}
      {list.length > 0 && (
        <p className="sub">
          {t('drillsProposalsSum', {
            count: list.length,
            hours: figure(Math.round(list.reduce((sum, drill) => sum + drill.peopleHours, 0)), language),
          })}
        </p>
      )}
    </section>
  );
}

function Proposal({ drill, schedule, moving }: { drill: Drill; schedule: Schedule; moving: Moving }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const name = titleOf(drill, schedule, nameOf, t('drillsJoin'));
  const accept = useAccept(drill, schedule.year, moving);
  return (
    <li>
      <p className="what">
        <b>{name}</b>
        <span className="num">
          {t('drillsPeopleHours', { hours: figure(Math.round(drill.peopleHours), language) })}
        </span>
      </p>
      <p className="sub">
        {drill.types.map((type) => t(TYPE_TEXT[type])).join(' + ')} ·{' '}
        {t(drill.announced ? 'drillsAnnounced' : 'drillsUnannounced')} · {dayText(drill.date, language)}, {drill.start}–
        {endOf(drill)}
      </p>
      <p>{drill.why[0]?.text}</p>
      {drill.worth && (
        <p className="worth sub">
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <path d="M0 3h100" className="was" />
            <path d={`M0 3h${(100 * drill.worth.thenHours) / Math.max(drill.worth.nowHours, 1e-9)}`} className="is" />
          </svg>
          {t('drillsWorth', {
            name: nameOf(drill.worth.element),
            now: hours(drill.worth.nowHours, language),
            then: hours(drill.worth.thenHours, language),
          })}
        </p>
      )}
      <div className="ways">
        <PlanIt from={{ scheduled: drill.uid }} name={name} />
        <May permission="plan-drills" everywhere>
          <button
            type="button"
            className="linkbtn"
            aria-label={t('drillsAcceptOf', { name })}
            disabled={accept.isPending}
            onClick={() => {
              accept.mutate();
            }}
          >
            {t('drillsAccept')}
          </button>
          <button
            type="button"
            className="linkbtn"
            aria-label={t('drillsMoveOf', { name })}
            onClick={() => {
              moving.begin(drill);
            }}
          >
            {t('drillsMove')}
          </button>
        </May>
        <span className="sub r">
          {drill.liveHours > 0 ? t('drillsLiveHours', { hours: hours(drill.liveHours, language) }) : t('drillsNoRisk')}
        </span>
      </div>
      <Fault error={accept.error} />
    </li>
  );
}
