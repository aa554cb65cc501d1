import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Fault } from '../../components/Fault';
import { State } from '../../components/State';
import { Problem } from '../../lib/answer';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { useMay } from '../../lib/session';
import {
  abandonPlay,
  beginPlay,
  type Day,
  DAYS,
  getPlan,
  getPlay,
  getStage,
  listPlays,
  type Plan,
  type PlayRow,
} from './api';
import { isRefused, paceOf } from './model';
import { Playing } from './Playing';
import './drillplay.css';

/** The possible days of a desktop drill: one that is played, or the choice of one. */
export function PlayPage(): ReactElement {
  const { id = '' } = useParams();
  const { t } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const plan = useQuery({ queryKey: ['drill-plan', id], queryFn: () => getPlan(id) });
  const plays = useQuery({
    queryKey: ['drill-plays', id],
    queryFn: () => listPlays(id),
    refetchInterval: search.has('play') ? false : 2500,
  });
  const going = plays.data?.items.find((each) => each.endedAt === null)?.id;
  const byDefault = search.has('play') || search.has('new') ? undefined : going;
  useEffect(() => {
    // the address names the play from then on, so that its end is told and not the next choice
    if (byDefault !== undefined) setSearch({ play: String(byDefault) }, { replace: true });
  }, [byDefault, setSearch]);
  usePage(
    { label: t('drills'), to: '/drills' },
    { label: t('dplTitle'), to: '/drills/plans' },
    { label: `D-${id}`, to: `/drills/plans/${id}` },
    { label: t('play') },
  );
  const error = plan.error ?? plays.error;
  if (!plan.data || !plays.data)
    return (
      <State
        error={error}
        retry={() => {
          void plan.refetch();
          void plays.refetch();
        }}
      />
    );
  const wanted = Number(search.get('play') ?? Number.NaN);
  const shown = search.has('new')
    ? undefined
    : (plays.data.items.find((each) => each.id === wanted) ?? plays.data.items.find((each) => each.id === going));
  const open = (play: number): void => {
    setSearch({ play: String(play) });
  };
  return shown ? (
    <Opened key={shown.id} plan={id} play={shown.id} />
  ) : (
    <Choice plan={plan.data} plays={plays.data.items} onOpen={open} />
  );
}

/** What the service has refused to tell is not asked for again until somebody does so: its box stays. */
const UNLESS_REFUSED = {
  retry: (failures: number, error: Error) => !isRefused(error) && failures < 3,
  refetchOnWindowFocus: ({ state }: { state: { error: Error | null } }) => !isRefused(state.error),
  refetchOnReconnect: ({ state }: { state: { error: Error | null } }) => !isRefused(state.error),
};

function Opened({ plan, play }: { plan: string; play: number }): ReactElement {
  const stage = useQuery({
    queryKey: ['drill-play-stage', play],
    queryFn: () => getStage(plan, play),
    ...UNLESS_REFUSED,
    staleTime: Infinity,
  });
  const now = useQuery({
    queryKey: ['drill-play', play],
    queryFn: () => getPlay(plan, play),
    ...UNLESS_REFUSED,
    refetchInterval: ({ state }) => paceOf(state),
  });
  if (now.error instanceof Problem && now.error.code === 'play-other-version')
    return <Abandoned plan={plan} play={play} error={now.error} />;
  if (now.data?.ended && stage.error instanceof Problem && !stage.data)
    return <Playing stage={null} play={now.data} lost={now.isError} />;
  if (!stage.data || !now.data)
    return (
      <State
        error={stage.error ?? now.error}
        retry={() => {
          void stage.refetch();
          void now.refetch();
        }}
      />
    );
  return <Playing stage={stage.data} play={now.data} lost={now.isError} />;
}

/** A play that was begun under another version: it can be ended, and another one begun. */
function Abandoned({ plan, play, error }: { plan: string; play: number; error: Problem }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const may = useMay('plan-drills');
  const end = useMutation({
    mutationFn: () => abandonPlay(plan, play),
    onSuccess: (next) => {
      queries.setQueryData(['drill-play', play], next);
      void queries.invalidateQueries({ queryKey: ['drill-plays', plan] });
    },
  });
  return (
    <article className="drillplay">
      <h1>{t('playNumber', { number: play })}</h1>
      <section className="card">
        <Fault error={end.error ?? error} />
        <p className="btns">
          {may && (
            <button
              type="button"
              className="btn pri"
              disabled={end.isPending}
              onClick={() => {
                end.mutate();
              }}
            >
              {t('playEndNow')}
            </button>
          )}
          <Link className="btn" to="?new=1">
            {t('playAnother')}
          </Link>
        </p>
      </section>
    </article>
  );
}

/** Which day is played, and those that were. */
function Choice({
  plan,
  plays,
  onOpen,
}: {
  plan: Plan;
  plays: PlayRow[];
  onOpen: (play: number) => void;
}): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const may = useMay('plan-drills');
  const [day, setDay] = useState<Day>('median');
  const begin = useMutation({
    mutationFn: () => beginPlay(String(plan.id), day),
    onSuccess: async (play) => {
      await queries.invalidateQueries({ queryKey: ['drill-plays', String(plan.id)] });
      onOpen(play.id);
    },
  });
  const open = plan.stage === 'approved' || plan.stage === 'running';
  return (
    <article className="drillplay">
      <h1>{t('playTitle', { title: plan.content.title })}</h1>
      <p className="lede">{t('playLede')}</p>
      {open && may && (
        <form
          className="card"
          aria-label={t('playChoose')}
          onSubmit={(event) => {
            event.preventDefault();
            begin.mutate();
          }}
        >
          <h2>{t('playChoose')}</h2>
          <fieldset>
            <legend className="sub">{t('playChooseHint')}</legend>
            {DAYS.map((each) => (
              <label key={each} className="day">
                <input
                  type="radio"
                  name="day"
                  checked={day === each}
                  onChange={() => {
                    setDay(each);
                  }}
                />
                <span>
                  <b>{t(`playDay-${each}` as TextKey)}</b>
                  <small>{t(`playDayHint-${each}` as TextKey)}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <p className="btns">
            <button type="submit" className="btn pri" disabled={begin.isPending}>
              {t(begin.isPending ? 'playBeginning' : 'playBegin')}
            </button>
            <Link className="btn" to={`/drills/plans/${plan.id}`}>
              {t('playToPlan')}
            </Link>
          </p>
          <Fault error={begin.error} />
        </form>
      )}
      {(!open || !may) && <p className="card">{t(open ? 'playMayNot' : 'playNotOpen')}</p>}
      {plays.length > 0 && (
        <section className="card" aria-label={t('playEarlier')}>
          <h2>{t('playEarlier')}</h2>
          <ul className="earlier">
            {plays.map((each) => (
              <li key={each.id}>
                <Link className="link" to={`?play=${each.id}`}>
                  {t('playNumber', { number: each.id })}
                </Link>
                <span className="sub">
                  {t('playBegunBy', { by: each.createdBy, date: moment(each.createdAt, language) })}
                  {' · '}
                  {each.endedAt ? t('playEndedAt', { date: moment(each.endedAt, language) }) : t('playStillOpen')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}
