import { type ReactElement, useLayoutEffect, useRef, useState } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { Day, Drill, Schedule } from './api';
import { MarkIcon } from './Mark';
import { dayText, markOf, monthText, titleOf, weeksOf } from './model';
import type { Moving } from './moving';
import { TYPE_TEXT } from './words';

/** A month as a calendar: drills are taken from day to day by hand or by key; the focus goes with a drill, into another month too, and stays there when it is let go. */
export function MonthView(props: { schedule: Schedule; days: Day[]; moving: Moving }): ReactElement {
  const { schedule, days, moving } = props;
  const { language, t } = useLanguage();
  const now = schedule.today.startsWith(String(schedule.year)) ? schedule.today : `${schedule.year}-01-01`;
  const [month, setMonth] = useState(now.slice(0, 7));
  const special = new Map(days.filter((day) => day.kind !== 'make-up-workday').map((day) => [day.date, day.name]));
  const made = new Set(days.filter((day) => day.kind === 'make-up-workday').map((day) => day.date));
  const closed = (day: string, index: number): boolean => special.has(day) || (index > 4 && !made.has(day));
  const at = schedule.months.findIndex((each) => each.month === month);
  const step = (by: number): void => {
    const next = schedule.months[at + by];
    if (next) setMonth(next.month);
  };
  const grid = useRef<HTMLTableElement>(null);
  const region = useRef<HTMLDivElement>(null);
  const taken = useRef<string | null>(null); // the drill that a key moved: it stands in another cell now
  useLayoutEffect(() => {
    const drill = schedule.drills.find((each) => each.uid === taken.current);
    if (!drill) return;
    const day = moving.move?.uid === drill.uid ? moving.move.date : drill.date;
    if (day.slice(0, 7) !== month && moving.move) {
      setMonth(day.slice(0, 7));
      return;
    }
    taken.current = null;
    if (day.slice(0, 7) !== month) {
      region.current?.focus(); // it went back to its own month, the reader has not
      return;
    }
    [...(grid.current?.querySelectorAll<HTMLElement>('.drillchip') ?? [])]
      .find((chip) => chip.dataset['uid'] === drill.uid)
      ?.focus();
  }, [moving.move, month, schedule]);
  const shownAt = (drill: Drill): string => (moving.move?.uid === drill.uid ? moving.move.date : drill.date);
  return (
    <section className="card">
      <header>
        <h2>{monthText(month, language)}</h2>
        <span className="seg r" role="group" aria-label={t('drillsMonth')}>
          <button
            type="button"
            disabled={at <= 0}
            aria-label={t('drillsEarlier')}
            onClick={() => {
              step(-1);
            }}
          >
            ‹
          </button>
          <button
            type="button"
            disabled={at >= 11}
            aria-label={t('drillsLater')}
            onClick={() => {
              step(1);
            }}
          >
            ›
          </button>
        </span>
      </header>
      <div ref={region} className="scroll" tabIndex={0} role="region" aria-label={monthText(month, language)}>
        <table className="monthgrid" ref={grid}>
          <thead>
            <tr>
              {(weeksOf('2024-01')[0] ?? []).map((day) => (
                <th key={day} scope="col">
                  {day &&
                    new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(new Date(day))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week, w) => (
              <tr key={w}>
                {week.map((day, i) =>
                  day === null ? (
                    <td key={i} className="beside" />
                  ) : (
                    <td
                      key={day}
                      className={`${closed(day, i) ? 'closed' : ''}${day === schedule.today ? ' today' : ''}`}
                      onDragOver={(event) => {
                        event.preventDefault();
                        if (moving.move && moving.move.date !== day) moving.to({ date: day });
                      }}
                      onDrop={(event) => {
                        event.preventDefault();
                      }}
                    >
                      <span className="num">{Number(day.slice(8))}</span>
                      {special.has(day) && <span className="sub">{special.get(day)}</span>}
                      {schedule.drills
                        .filter((drill) => !drill.window && shownAt(drill) === day)
                        .map((drill) => (
                          <DrillChip
                            key={drill.uid}
                            drill={drill}
                            day={day}
                            schedule={schedule}
                            moving={moving}
                            onKeyed={() => {
                              taken.current = drill.uid;
                            }}
                          />
                        ))}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function DrillChip({
  drill,
  day,
  schedule,
  moving,
  onKeyed,
}: {
  drill: Drill;
  day: string;
  schedule: Schedule;
  moving: Moving;
  onKeyed: () => void;
}): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const name = titleOf(drill, schedule, nameOf, t('drillsJoin'));
  const type = drill.types.map((each) => t(TYPE_TEXT[each])).join(' + ');
  const fixed = moving.fixed(drill);
  const said = (chip: string): string => (fixed === null ? chip : t('drillsFixed', { chip, why: t(fixed) }));
  return (
    <button
      type="button"
      draggable={fixed === null}
      data-uid={drill.uid}
      className={`drillchip${moving.move?.uid === drill.uid ? ' moving' : ''}${fixed === null ? '' : ' fixed'}`}
      title={said(`${drill.start} ${type}`)}
      aria-label={said(t('drillsChip', { name, day: dayText(day, language), type }))}
      aria-disabled={fixed !== null}
      onClick={() => {
        moving.begin(drill);
      }}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', drill.uid);
        moving.begin(drill);
      }}
      onKeyDown={(event) => {
        if (fixed !== null || (!event.key.startsWith('Arrow') && event.key !== 'Escape')) return;
        if (moving.key(drill, event.key, event.shiftKey, onKeyed)) event.preventDefault();
      }}
    >
      <MarkIcon types={drill.types} state={markOf(drill)} />
      <span>{name}</span>
      {drill.pin && <i className="pin" aria-hidden="true" />}
    </button>
  );
}
