import type { ReactElement, ReactNode } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { Schedule } from './api';
import { dayText, monthShort, nextDrill, today, uncovered, without } from './model';
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
  const next = nextDrill(schedule, today(schedule.timeZone, new Date()));
  const unknown = uncovered(schedule);
  const months =
    unknown.length === 12
      ? t('drillsAllUncovered', { year: schedule.year })
      : t('drillsUncovered', { months: unknown.map((month) => monthShort(month, language)).join(t('drillsJoin')) });
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
                day: dayText(next.date, language),
                type: next.types.map((type) => t(TYPE_TEXT[type])).join(' + '),
                service: nameOf(schedule.services.find((each) => each.id === next.service) ?? { id: next.service }),
              })
            : t('drillsNoNext')}{' '}
          {unknown.length > 0 && <b className="bad">{months}</b>}
        </p>
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
