import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApprovalPanel } from '../../components/ApprovalPanel';
import { May } from '../../components/May';
import { type ReactElement, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Empty, State } from '../../components/State';
import { Problem } from '../../lib/answer';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { today } from '../../lib/zone';
import { getCalendar, getSchedule, planYear, type Schedule } from './api';
import { CalendarPanel } from './CalendarPanel';
import { DrillList } from './DrillList';
import './drills.css';
import { Duties } from './Duties';
import { Headline } from './Headline';
import { MonthView } from './MonthView';
import { MoveBar, MovedTo } from './MoveBar';
import { useMoving } from './moving';
import { Next } from './Next';
import { Proposals } from './Proposals';
import { RulesPanel } from './RulesPanel';
import { Subscribe } from './Subscribe';
import { TeamLoad } from './TeamLoad';
import { WrittenDrills } from './WrittenDrills';
import { YearPicture } from './YearPicture';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2200;

function useYear(): [number, (year: number) => void] {
  const [query, setQuery] = useSearchParams();
  const asked = Number(query.get('year'));
  const known = Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= LAST_YEAR;
  const year = known ? asked : Number(today().slice(0, 4));
  return [
    year,
    (chosen) => {
      setQuery((before) => {
        before.set('year', String(chosen));
        return before;
      });
    },
  ];
}

const VIEWS = ['year', 'month', 'list'] as const;
type View = (typeof VIEWS)[number];
const VIEW_TEXT = { year: 'drillsYearView', month: 'drillsMonth', list: 'drillsList' } as const;
const NARROW = 800;

/** How the year is shown, kept in the address; on a phone first as a list. */
function useView(): [View, (view: View) => void] {
  const [query, setQuery] = useSearchParams();
  const asked = VIEWS.find((each) => each === query.get('view'));
  return [
    asked ?? (window.innerWidth < NARROW ? 'list' : 'year'),
    (view) => {
      setQuery((before) => {
        before.set('view', view);
        return before;
      });
    },
  ];
}

/** What do we practise next? */
export function DrillsPage(): ReactElement {
  const { language, t } = useLanguage();
  const queries = useQueryClient();
  const [year, setYear] = useYear();
  const [open, setOpen] = useState<'subscribe' | 'rules' | null>(null);
  const [ruled, setRuled] = useState(false); // the rules were looked at: what is typed in them stays while they are folded
  const [view, setView] = useView();
  const moving = useMoving(year);
  usePage({ label: t('drills'), to: '/drills' }, { label: String(year) });
  const schedule = useQuery({
    queryKey: ['drills', year, language],
    queryFn: () => getSchedule(year, language),
    retry: false,
  });
  const calendar = useQuery({ queryKey: ['calendar'], queryFn: getCalendar });
  const plan = useMutation({
    mutationFn: () => planYear(year, language),
    onSuccess: (planned: Schedule) => {
      queries.setQueryData(['drills', year, language], planned);
      return Promise.all(['drills', 'approval'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  const unplanned = schedule.error instanceof Problem && schedule.error.code === 'no-schedule';
  const planned = unplanned ? undefined : schedule.data;
  const buttons = (
    <div className="btns">
      <YearSwitch year={year} onYear={setYear} />
      <Link className="btn" to="/drills/plans">
        {t('dplTitle')}
      </Link>
      <Link className="btn" to="/learning">
        {t('learningTitle')}
      </Link>
      {planned && (
        <span className="seg" role="group" aria-label={t('drillsView')}>
          {VIEWS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === view}
              onClick={() => {
                setView(each);
              }}
            >
              {t(VIEW_TEXT[each])}
            </button>
          ))}
        </span>
      )}
      {(['rules', 'subscribe'] as const)
        .filter((each) => planned ?? each === 'rules')
        .map((each) => (
          <button
            key={each}
            type="button"
            className="btn"
            aria-expanded={open === each}
            onClick={() => {
              setOpen(open === each ? null : each);
              if (each === 'rules') setRuled(true);
            }}
          >
            {t(each === 'rules' ? 'drillsRules' : 'drillsSubscribe')}
          </button>
        ))}
      {planned && (
        <a className="btn" href={`/api/drills/schedules/${year}/export?language=${language}`} download>
          {t('drillsTable')}
        </a>
      )}
      {(planned !== undefined || unplanned) && (
        <May permission="plan-drills" everywhere>
          <button
            type="button"
            className="btn pri"
            disabled={plan.isPending}
            onClick={() => {
              plan.mutate();
            }}
          >
            {plan.isPending ? t('drillsPlanning') : planned ? t('drillsPlanAgain') : t('drillsPlan', { year })}
          </button>
        </May>
      )}
    </div>
  );
  return (
    <>
      {planned && <Headline schedule={planned}>{buttons}</Headline>}
      {unplanned && (
        <Empty title={t('drillsNone', { year })}>
          <p>{t('drillsNoneHint')}</p>
          {buttons}
        </Empty>
      )}
      {!planned && !unplanned && <State error={schedule.error} retry={() => void schedule.refetch()} />}
      {plan.error && <State error={plan.error} />}
      {planned && planned.drills.length > 0 && (
        <ApprovalPanel path={`/api/drills/schedules/${year}`} permission="plan-drills" everywhere />
      )}
      {planned && open === 'subscribe' && <Subscribe />}
      {ruled && (
        <div hidden={open !== 'rules'}>
          <RulesPanel />
        </div>
      )}
      {planned && planned.services.length > 0 && (
        <>
          <MovedTo schedule={planned} moving={moving} />
          <MoveBar schedule={planned} moving={moving} />
          <div className="drillspage">
            <div>
              {view === 'year' && <YearPicture schedule={planned} days={calendar.data?.days ?? []} moving={moving} />}
              {view === 'month' && <MonthView schedule={planned} days={calendar.data?.days ?? []} moving={moving} />}
              {view === 'list' && <DrillList schedule={planned} moving={moving} />}
              <TeamLoad schedule={planned} />
              <Next schedule={planned} />
            </div>
            <div>
              <Proposals schedule={planned} moving={moving} />
              <Duties today={planned.today} />
            </div>
          </div>
          {planned.unplaced.length > 0 && <Unplaced schedule={planned} />}
          <WrittenDrills />
        </>
      )}
      {!(planned && planned.services.length > 0) && <WrittenDrills />}
      {calendar.data ? (
        <CalendarPanel calendar={calendar.data} />
      ) : (
        calendar.error && <State error={calendar.error} retry={() => void calendar.refetch()} />
      )}
    </>
  );
}

function YearSwitch({ year, onYear }: { year: number; onYear: (year: number) => void }): ReactElement {
  const { t } = useLanguage();
  return (
    <span className="seg" role="group" aria-label={t('drillsYear')}>
      {[year - 1, year, year + 1].map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === year}
          onClick={() => {
            onYear(each);
          }}
        >
          {each}
        </button>
      ))}
    </span>
  );
}

function Unplaced({ schedule }: { schedule: Schedule }): ReactElement {
  const { t, nameOf } = useLanguage();
  return (
    <section className="card failed">
      <h2>{t('drillsUnplaced', { count: schedule.unplaced.length })}</h2>
      <ul>
        {schedule.unplaced.map((drill) => (
          <li key={drill.uid}>
            <b>{nameOf(schedule.services.find((each) => each.id === drill.service) ?? { id: drill.service })}</b>{' '}
            {drill.why.map((reason) => reason.text).join(' ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
