import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Fault } from '../../components/Fault';
import { State } from '../../components/State';
import { Problem } from '../../lib/answer';
import { getJson, type Named } from '../../lib/api';
import { day } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { getEvery } from '../../lib/pages';
import { getImpact, type Impact, type Row } from './api';
import { StateOf } from './ChangesPage';
import {
  clashesOf,
  type Drill,
  gather,
  type Gathered,
  isAhead,
  lastDay,
  local,
  monthBy,
  numberOf,
  thisMonth,
} from './model';
import './changes.css';

interface Schedule {
  drills: Drill[];
  services: Named[];
}

/** The year's schedule of drills; a year without one clashes with nothing. */
async function getSchedule(year: string): Promise<Schedule> {
  try {
    return await getJson<Schedule>(`/api/drills/schedules/${year}`);
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return { drills: [], services: [] };
    throw error;
  }
}

/** The changes of a month by day, and which of them meet a drill of a service that they touch or take down. */
export function CalendarPage(): ReactElement {
  const { t, language } = useLanguage();
  const [query, setQuery] = useSearchParams();
  const month = query.get('month') ?? thisMonth(new Date());
  usePage({ label: t('changeTitle'), to: '/changes' }, { label: t('changeCalendar') });
  const changes = useQuery({
    queryKey: ['changes', 'month', month],
    queryFn: () =>
      getEvery<Row>('/api/changes', new URLSearchParams({ from: `${month}-01`, to: lastDay(month) }), (row) =>
        String(row.id),
      ),
  });
  const schedule = useQuery({
    queryKey: ['schedule-of', month.slice(0, 4), language],
    queryFn: () => getSchedule(`${month.slice(0, 4)}?language=${language}`),
    retry: false,
  });
  const rows = [...(changes.data ?? [])].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  const impacts = useQueries({
    queries: rows.filter(isAhead).map((row) => ({
      queryKey: ['change-impact', row.id, row.version],
      queryFn: () => getImpact(String(row.id)),
    })),
    combine: gather<Impact>,
  });
  const ahead = rows.filter(isAhead);
  if (!changes.data) return <State error={changes.error} retry={() => void changes.refetch()} />;
  const met = (row: Row): Drill[] => {
    const impact = impacts.data[ahead.indexOf(row)];
    const reached = new Set([...row.elements, ...(impact?.lost ?? []).map((each) => each.id)]);
    return isAhead(row) ? clashesOf(row, reached, schedule.data?.drills ?? []) : [];
  };
  const told = headline(impacts, schedule);
  const clashing = rows.filter((row) => met(row).length > 0).length;
  const title = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-TW', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-15T00:00:00Z`));
  const go = (by: number): void => {
    setQuery({ month: monthBy(month, by) });
  };
  return (
    <div className="changes">
      <div className="head">
        <h1 className="grow">
          {rows.length === 0
            ? t('changeCalendarNone', { month: title })
            : told === 'all'
              ? t('changeCalendarHead', { count: rows.length, month: title, clashes: clashing })
              : t('changeCalendarCount', { count: rows.length, month: title })}
        </h1>
        <span className="btns">
          <button
            type="button"
            className="btn"
            onClick={() => {
              go(-1);
            }}
          >
            {t('changeEarlier')}
          </button>
          <button
            type="button"
            className="btn"
            onClick={() => {
              go(1);
            }}
          >
            {t('changeLater')}
          </button>
          <Link className="btn" to="/changes">
            {t('changeTable')}
          </Link>
        </span>
      </div>
      {rows.length > 0 && told === 'looking' && (
        <p className="sub" role="status">
          {t('changeCalendarLooking')}
        </p>
      )}
      {rows.length > 0 && told === 'unknown' && <p className="bad">{t('changeCalendarUnknown')}</p>}
      <Fault error={schedule.error ?? impacts.error} />
      {rows.length > 0 && (
        <section className="card">
          <ul className="days">
            {rows.map((row) => (
              <li key={row.id}>
                <span className="when">{row.from && local(row.from, language)}</span>
                <span>
                  <Link className="link" to={`/changes/${row.id}`}>
                    {`${numberOf(row.id)} ${row.title}`}
                  </Link>{' '}
                  <StateOf row={row} />
                  {met(row).map((drill) => (
                    <small key={drill.uid} className="bad">
                      {t('changeClash', {
                        name: nameIn(schedule.data, drill.service, language),
                        date: day(drill.date, language),
                      })}
                    </small>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Whether every clash is known, is being looked for, or could not be. */
function headline(
  impacts: Gathered<Impact>,
  schedule: { data: Schedule | undefined; error: Error | null },
): 'all' | 'looking' | 'unknown' {
  if (impacts.error ?? schedule.error) return 'unknown';
  return impacts.complete && schedule.data ? 'all' : 'looking';
}

function nameIn(schedule: Schedule | undefined, service: string, language: 'en' | 'zh-Hant'): string {
  const found = schedule?.services.find((each) => each.id === service);
  return found?.names?.[language] ?? found?.name ?? service;
}
