import type { ReactElement, ReactNode } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { Schedule } from './api';
import { figure } from '../../lib/format';
import { dayText, monthShort, nextDrill, titleOf, uncovered, without } from './model';
import { TYPE_TEXT } from './words';

/** The answer first: how many drills, whether every service has one, the next, and what is not known. */
export function Headline({ schedule, children }: { schedule: Schedule; children: ReactNode }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const missing = without(schedule);
  const counts = {
    count: schedule.drills.length,
    drills: schedule.drills.length,
    year: schedule.year,
    services: schedule.services.length,
  };
  const next = nextDrill(schedule, schedule.today);
  const unknown = uncovered(schedule);
  const months =
    unknown.length === 12
      ? t('drillsAllUncovered', { year: schedule.year })
      : t('drillsUncovered', { months: unknown.map((month) => monthShort(month, language)).join(t('drillsJoin')) });
  const overdue = schedule.drills.filter((drill) => drill.overdue).length;
  const { peopleHours, mostPeopleHours, liveHours, mostLiveHours } = schedule.budget;
  const amount = (value: number, most: number | null): string =>
    most === null
      ? figure(Math.round(value), language)
      : t('drillsOf', { value: figure(Math.round(value), language), most: figure(most, language) });
  const budget = t('drillsBudget', {
    people: amount(peopleHours, mostPeopleHours),
    live: amount(liveHours, mostLiveHours),
  });
  return (
    <div className="head">
      <div className="grow">
        <h1>
          {missing.length === 0
            ? t('drillsHeadline', counts)
            : t('drillsHeadlineMissing', { ...counts, missing: missing.length })}
        </h1>
        <p className="lede">
          {next
            ? t('drillsNext', {
                day: next.window
                  ? t('drillsWithin', {
                      from: dayText(next.window.from, language),
                      to: dayText(next.window.to, language),
                    })
                  : dayText(next.date, language),
                type: next.types.map((type) => t(TYPE_TEXT[type])).join(' + '),
                service: titleOf(next, schedule, nameOf, t('drillsJoin')),
              })
            : t('drillsNoNext')}{' '}
          {unknown.length > 0 && <b className="bad">{months}</b>}
        </p>
        {schedule.proof.length > 0 && (
          <p className="sub proof">
            {schedule.proof.map((each) => each.text).join(' ')} {budget}
          </p>
        )}
        {overdue > 0 && <p className="bad">{t('drillsOverdueCount', { count: overdue })}</p>}
        {(schedule.modelChanged || schedule.calendarChanged) && (
          <p className="bad" role="status">
            {t(schedule.modelChanged ? 'drillsModelChanged' : 'drillsCalendarChanged')}
          </p>
        )}
      </div>
      {children}
    </div>
  );
}
