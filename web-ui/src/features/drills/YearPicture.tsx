import { type ReactElement, useState } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { Day, Schedule } from './api';
import { MarkIcon, Marks } from './Mark';
import { byTier, dayText, monthShort, partOfYear, today, uncovered } from './model';
import { TYPES, TYPE_TEXT } from './words';

const LEFT = 176;
const WIDTH = 1000;
const TOP = 26;
const ROW = 32;
const MOST_ROWS = 30;

const x = (part: number): number => LEFT + part * (WIDTH - LEFT - 8);

/** Services against the days of the year; the list below holds the same as a table. */
export function YearPicture({ schedule, days }: { schedule: Schedule; days: Day[] }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const [all, setAll] = useState(false);
  const services = byTier(schedule.services);
  const shown = all ? services : services.slice(0, MOST_ROWS);
  const bottom = TOP + shown.length * ROW;
  const now = today(schedule.timeZone, new Date());
  const closed = days.filter((day) => day.date.startsWith(String(schedule.year)) && day.kind !== 'make-up-workday');
  // the badge of today takes the place of the month that it would cover
  const hidden = (month: string): boolean =>
    now.startsWith(String(schedule.year)) && Math.abs(x(partOfYear(`${month}-01`)) + 16 - x(partOfYear(now))) < 48;
  return (
    <section className="card">
      <header>
        <h2>{t('drillsPicture')}</h2>
        <ul className="legend">
          {TYPES.map((type) => (
            <li key={type}>
              <MarkIcon types={[type]} />
              {t(TYPE_TEXT[type])}
            </li>
          ))}
          <li>
            <i className="hatch" aria-hidden="true" />
            {t('drillsClosed')}
          </li>
        </ul>
      </header>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('drillsPicture')}>
        <svg
          className="year"
          viewBox={`0 0 ${WIDTH} ${bottom + 4}`}
          role="img"
          aria-label={t('drillsPictureLabel', {
            year: schedule.year,
            count: schedule.drills.length,
            drills: schedule.drills.length,
          })}
        >
          <defs>
            <pattern id="drills-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0v6" stroke="var(--line-strong)" strokeWidth="2" />
            </pattern>
          </defs>
          {uncovered(schedule).map((month) => (
            <rect
              key={month}
              x={x(partOfYear(`${month}-01`))}
              y={TOP}
              width={(WIDTH - LEFT - 8) / 12}
              height={bottom - TOP}
              className="unknown"
            />
          ))}
          {closed.map((day) => (
            <rect
              key={day.date + day.kind}
              x={x(partOfYear(day.date))}
              y={TOP}
              width="3"
              height={bottom - TOP}
              fill="url(#drills-hatch)"
            >
              <title>{`${dayText(day.date, language)} ${day.name}`}</title>
            </rect>
          ))}
          {schedule.months.map(({ month, covered }) => (
            <g key={month}>
              <path className="grid" d={`M${x(partOfYear(`${month}-01`))} 22V${bottom}`} />
              {!hidden(month) && (
                <text x={x(partOfYear(`${month}-01`)) + 4} y={17}>
                  {monthShort(month, language)}
                  {covered ? '' : ' ?'}
                </text>
              )}
            </g>
          ))}
          {shown.map((service, i) => (
            <g key={service.id}>
              <path className="grid" d={`M0 ${TOP + (i + 1) * ROW}H${WIDTH}`} />
              <text className={service.drills === 0 ? 'name none' : 'name'} x={0} y={TOP + i * ROW + 20}>
                {nameOf(service)}
              </text>
              {schedule.drills
                .filter((drill) => drill.service === service.id)
                .map((drill) => (
                  <g key={drill.uid}>
                    <title>{`${dayText(drill.date, language)}: ${drill.types.map((type) => t(TYPE_TEXT[type])).join(' + ')}`}</title>
                    <Marks types={drill.types} x={x(partOfYear(drill.date))} y={TOP + i * ROW + 16} />
                  </g>
                ))}
            </g>
          ))}
          <path className="grid" d={`M0 ${TOP}H${WIDTH}`} />
          {now.startsWith(String(schedule.year)) && (
            <g>
              <path className="now" d={`M${x(partOfYear(now))} 20V${bottom}`} />
              <rect className="nowbox" x={x(partOfYear(now)) - 30} y={4} width="60" height="17" rx="3" />
              <text className="nowtext" x={x(partOfYear(now))} y={16} textAnchor="middle">
                {dayText(now, language)}
              </text>
            </g>
          )}
        </svg>
      </div>
      {services.length > shown.length && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('drillsShowAll', { count: services.length })}
        </button>
      )}
    </section>
  );
}
