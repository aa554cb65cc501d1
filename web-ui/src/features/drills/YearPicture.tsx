import { type PointerEvent, type ReactElement, useRef, useState } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { Day, Drill, Schedule } from './api';
import { MarkIcon, Marks } from './Mark';
import { byTier, dayAt, dayText, markOf, monthShort, partOfYear, titleOf, uncovered } from './model';
import type { Moving } from './moving';
import { TYPES, TYPE_TEXT } from './words';

const LEFT = 176;
const WIDTH = 1000;
const TOP = 26;
const ROW = 32;
const MOST_ROWS = 30;

const x = (part: number): number => LEFT + part * (WIDTH - LEFT - 8);

interface Line {
  id: string;
  label: string;
  drills: Drill[];
  none: boolean;
  due: string | null;
}

/** Services, then recurring tests and redundant devices in a row each, against the days of the year. */
export function YearPicture(props: { schedule: Schedule; days: Day[]; moving: Moving }): ReactElement {
  const { schedule, days, moving } = props;
  const { language, t, nameOf } = useLanguage();
  const [all, setAll] = useState(false);
  const picture = useRef<SVGSVGElement>(null);
  const services = byTier(schedule.services);
  const lines: Line[] = (all ? services : services.slice(0, MOST_ROWS)).map((service) => ({
    id: service.id,
    label: nameOf(service),
    drills: schedule.drills.filter((drill) => drill.service === service.id && !isOther(drill)),
    none: service.drills === 0,
    due: service.due,
  }));
  for (const [kind, label] of [
    ['recurring', t('drillsRecurringRow')],
    ['redundant', t('drillsRedundantRow')],
  ] as const) {
    const drills = schedule.drills.filter((drill) => drill.kind === kind);
    if (drills.length > 0) lines.push({ id: kind, label, drills, none: false, due: null });
  }
  const bottom = TOP + lines.length * ROW;
  const now = schedule.today;
  const dayUnder = (event: PointerEvent): string => {
    const box = picture.current?.getBoundingClientRect();
    const at = box ? ((event.clientX - box.left) / box.width) * WIDTH : 0;
    return dayAt(schedule.year, (at - LEFT) / (WIDTH - LEFT - 8));
  };
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
          {(['done', 'approved', 'proposed'] as const).map((state) => (
            <li key={state}>
              <MarkIcon types={['data-recovery']} state={state} />
              {t(STATE_TEXT[state])}
            </li>
          ))}
          <li>
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className="drillmark settled">
              <Marks types={['data-recovery']} x={8} y={8} />
            </svg>
            {t('drillsPlannedMark')}
          </li>
          <li>
            <svg width="8" height="16" viewBox="0 0 8 16" aria-hidden="true" className="drillmark">
              <circle className="pinned" cx={4} cy={8} r="2.5" />
            </svg>
            {t('drillsPinnedMark')}
          </li>
          <li>
            <i className="hatch" aria-hidden="true" />
            {t('drillsClosed')}
          </li>
        </ul>
      </header>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('drillsPicture')}>
        <svg
          ref={picture}
          className="year"
          viewBox={`0 0 ${WIDTH} ${bottom + 4}`}
          role="group"
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
          {lines.map((line, i) => (
            <g key={line.id}>
              <path className="grid" d={`M0 ${TOP + (i + 1) * ROW}H${WIDTH}`} />
              <text className={line.none ? 'name none' : 'name'} x={0} y={TOP + i * ROW + 20}>
                {line.label.length > 24 ? `${line.label.slice(0, 23)}…` : line.label}
                <title>{line.label}</title>
              </text>
              {line.due?.startsWith(String(schedule.year)) && (
                <path
                  className={line.due < now ? 'due late' : 'due'}
                  d={`M${x(partOfYear(line.due)) - 3} ${TOP + i * ROW + 7}h4v18h-4`}
                >
                  <title>{t('drillsDue', { day: dayText(line.due, language) })}</title>
                </path>
              )}
              {line.drills.map((drill) => (
                <PictureMark
                  key={drill.uid}
                  drill={drill}
                  schedule={schedule}
                  moving={moving}
                  y={TOP + i * ROW + 16}
                  dayUnder={dayUnder}
                />
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
      {!all && services.length > MOST_ROWS && (
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

const isOther = (drill: Drill): boolean => drill.kind === 'recurring' || drill.kind === 'redundant';

const STATE_TEXT = { done: 'drillsDone', approved: 'drillsApproved', proposed: 'drillsProposed' } as const;

/** A drill that can be taken along its line, dragged or by the arrow keys, and the bar says what the rules say; or why it cannot be. */
function PictureMark(props: {
  drill: Drill;
  schedule: Schedule;
  moving: Moving;
  y: number;
  dayUnder: (event: PointerEvent) => string;
}): ReactElement {
  const { drill, schedule, moving, y, dayUnder } = props;
  const { language, t, nameOf } = useLanguage();
  const dragged = useRef<number | null>(null);
  const own = moving.move?.uid === drill.uid ? moving.move : null;
  const type = drill.types.map((each) => t(TYPE_TEXT[each])).join(' + ');
  const fixed = moving.fixed(drill);
  const chip = t('drillsChip', {
    name: titleOf(drill, schedule, nameOf, t('drillsJoin')),
    day: dayText(own?.date ?? drill.date, language),
    type,
  });
  const marked = drill.pin ? `${chip}${t('comma')}${t('drillsPinnedMark')}` : chip;
  const label = fixed === null ? marked : t('drillsFixed', { chip: marked, why: t(fixed) });
  const refused = own !== null && moving.verdict?.allowed === false;
  return (
    <g
      className={`drillat${fixed === null ? '' : ' fixed'}${drill.settled ? ' settled' : ''}${own ? ' moving' : ''}${refused ? ' refused' : ''}${drill.overdue ? ' overdue' : ''}`}
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-disabled={fixed !== null}
      aria-pressed={fixed === null ? own !== null : undefined}
      onPointerDown={(event) => {
        if (fixed !== null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = event.clientX;
        moving.begin(drill);
      }}
      onPointerMove={(event) => {
        if (dragged.current !== null && Math.abs(event.clientX - dragged.current) > 3) {
          const date = dayUnder(event);
          if (date !== own?.date) moving.to({ date });
        }
      }}
      onPointerUp={() => {
        dragged.current = null;
      }}
      onKeyDown={(event) => {
        if (moving.key(drill, event.key, event.shiftKey)) event.preventDefault();
      }}
    >
      <title>{label}</title>
      {own && <path className="from" d={`M${x(partOfYear(drill.date))} ${y}H${x(partOfYear(own.date))}`} />}
      {drill.window && (
        <rect
          className="window"
          x={x(partOfYear(drill.window.from))}
          y={y - 5}
          width={Math.max(4, x(partOfYear(drill.window.to)) - x(partOfYear(drill.window.from)))}
          height="10"
          rx="5"
        />
      )}
      <rect className="hit" x={x(partOfYear(own?.date ?? drill.date)) - 12} y={y - 14} width="24" height="28" />
      <Marks types={drill.types} x={x(partOfYear(own?.date ?? drill.date))} y={y} state={markOf(drill)} />
      {drill.pin && <circle className="pinned" cx={x(partOfYear(own?.date ?? drill.date)) + 8} cy={y - 8} r="2.5" />}
    </g>
  );
}
