import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FocusEvent, type ReactElement, type RefObject, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Fault } from '../../components/Fault';
import { isMeanwhile } from '../../lib/answer';
import { moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { useMay } from '../../lib/session';
import { decide, endPlay, type Play, type Possible, type Stage, type Turn, turnClock } from './api';
import { Decisions } from './Decisions';
import { Happened } from './Happened';
import { BARE, nameIn, sinceEvent } from './model';
import { Outcome } from './Outcome';
import { Standings } from './Standings';

const SPEEDS = [1, 10, 60, 300, 1800] as const;

type Act = { what: 'turn'; turn: Turn } | { what: 'decide'; possible: Possible; note: string } | { what: 'end' };

/**
 * Keeps the focus of whoever reads a play: where what they were on has gone with a step, it goes to the head of what came of it, the
 * comparison at the end, else the log.
 */
function useFocusKept(of: RefObject<HTMLElement | null>): (event: FocusEvent) => void {
  const within = useRef(false);
  useEffect(() => {
    const page = of.current;
    if (!within.current || !page || (document.activeElement && document.activeElement !== document.body)) return;
    (page.querySelector<HTMLElement>('.outcome h2') ?? page.querySelector<HTMLElement>('.happened h2'))?.focus();
  });
  return (event) => {
    const left = event.type === 'blur' && event.relatedTarget === null && event.target.isConnected;
    within.current = !left;
  };
}

/** A play at its virtual now: clock, what is known, what can be decided, what happened; without a stage what the play itself tells. */
export function Playing({ stage: told, play, lost }: { stage: Stage | null; play: Play; lost: boolean }): ReactElement {
  const stage = told ?? BARE;
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const may = useMay('plan-drills');
  const act = useMutation({
    mutationFn: (asked: Act): Promise<Play> => {
      switch (asked.what) {
        case 'turn':
          return turnClock(play, asked.turn);
        case 'decide':
          return decide(play, asked.possible, asked.note);
        case 'end':
          return endPlay(play);
      }
    },
    onSuccess: (next, asked) => {
      queries.setQueryData(['drill-play', play.id], next);
      if (asked.what === 'end') void queries.invalidateQueries({ queryKey: ['drill-plays', String(play.plan)] });
    },
    onError: (error) => {
      if (isMeanwhile(error)) void queries.invalidateQueries({ queryKey: ['drill-play', play.id] });
    },
  });
  /** One thing at a time: buttons stay what they are meanwhile, so that the focus stays on them. */
  const make = (asked: Act, onDone?: () => void): void => {
    if (!act.isPending) act.mutate(asked, onDone ? { onSuccess: onDone } : {});
  };
  const open = may && told !== null && !play.ended;
  const page = useRef<HTMLElement>(null);
  const onFocus = useFocusKept(page);
  return (
    <article ref={page} className="drillplay" onFocus={onFocus} onBlur={onFocus}>
      <h1>{told ? t('playTitle', { title: told.title }) : t('playNumber', { number: play.id })}</h1>
      <p className="lede">
        {t(told ? 'playOf' : 'playBegunBy', {
          scenario: nameIn(stage.scenario, language),
          by: play.createdBy,
          date: moment(play.createdAt, language),
        })}
      </p>
      <Clock
        play={play}
        open={open}
        busy={act.isPending}
        onTurn={(turn) => {
          make({ what: 'turn', turn });
        }}
        onEnd={() => {
          make({ what: 'end' });
        }}
      />
      {lost && <p className="told bad">{t('playLost')}</p>}
      <Fault error={act.error} />
      {play.ended && <Outcome stage={stage} play={play} ended={play.ended} />}
      <div className="pair-of-cards">
        <div className="stack">
          {told && play.replayed && <Standings stage={stage} play={play} />}
          {open && (
            <Decisions
              stage={stage}
              play={play}
              busy={act.isPending}
              onDecide={(possible, note, onDone) => {
                make({ what: 'decide', possible, note }, onDone);
              }}
            />
          )}
        </div>
        <Happened stage={stage} play={play} />
      </div>
      <p className="btns">
        <Link className="btn" to={`/drills/plans/${play.plan}`}>
          {t('playToPlan')}
        </Link>
        {play.ended && (
          <Link className="btn" to="?new=1">
            {t('playAnother')}
          </Link>
        )}
      </p>
    </article>
  );
}

function Clock({
  play,
  open,
  busy,
  onTurn,
  onEnd,
}: {
  play: Play;
  open: boolean;
  busy: boolean;
  onTurn: (turn: Turn) => void;
  onEnd: () => void;
}): ReactElement {
  const { t } = useLanguage();
  const [speed, setSpeed] = useState<number>(60);
  const [ending, setEnding] = useState(false);
  const [back, setBack] = useState(false); // from whether to end: the focus goes back to where it came from
  const { running, atMillis } = play.clock;
  return (
    <section className="card clock" aria-label={t('playClock')}>
      <p className="t">
        <b>{sinceEvent(atMillis)}</b>
        <span>
          {t(play.ended ? 'playClockEnded' : running ? 'playClockRuns' : 'playClockStands', {
            speed: play.clock.speed,
          })}
        </span>
      </p>
      {open && (
        <p className="btns">
          <button
            type="button"
            className="btn pri"
            aria-disabled={busy}
            onClick={() => {
              onTurn(running ? { action: 'pause' } : { action: 'run', speed });
            }}
          >
            {t(running ? 'playPause' : 'playRun')}
          </button>
          <button
            type="button"
            className="btn"
            aria-disabled={busy}
            onClick={() => {
              onTurn({ action: 'next' });
            }}
          >
            {t('playNext')}
          </button>
          <label className="speed">
            {t('playSpeed')}
            <select
              className="field"
              value={speed}
              onChange={(event) => {
                const next = Number(event.target.value);
                setSpeed(next);
                if (running) onTurn({ action: 'run', speed: next });
              }}
            >
              {SPEEDS.map((each) => (
                <option key={each} value={each}>
                  ×{each}
                </option>
              ))}
            </select>
          </label>
          {ending ? (
            <>
              <button type="button" className="btn" aria-disabled={busy} autoFocus onClick={onEnd}>
                {t('playEndNow')}
              </button>
              <button
                type="button"
                className="btn"
                onClick={() => {
                  setEnding(false);
                  setBack(true);
                }}
              >
                {t('playGoOn')}
              </button>
            </>
          ) : (
            <button
              type="button"
              className="btn"
              aria-disabled={busy}
              autoFocus={back}
              onClick={() => {
                setEnding(true);
              }}
            >
              {t('playEnd')}
            </button>
          )}
        </p>
      )}
      {open && <p className="sub">{t('playClockHint')}</p>}
    </section>
  );
}
