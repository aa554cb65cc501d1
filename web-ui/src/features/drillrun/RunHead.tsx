import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { chance, interval } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { passedOf } from '../../lib/prediction';
import { behind, clockTime, minutesText, stopwatch } from './model';
import { RunGlyph } from './RunGlyph';
import { useRun } from './useRun';

/** Whose drill this is, where it stands, and whether the service hears what is marked. */
export function RunHead({ plan }: { plan: string }): ReactElement {
  const { t } = useLanguage();
  const { content, state } = useRun();
  const done = state.steps.filter((step) => step.endedAt !== null).length;
  const types = content.types.map((type) => t(`drillRunType-${type as 'desktop'}`)).join(t('comma'));
  return (
    <header className="run-head">
      <Link className="back" to={`/drills/plans/${plan}`} aria-label={t('drillRunBack')}>
        <svg width="20" height="20" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.4" aria-hidden>
          <path d="M10 3L5 8l5 5" />
        </svg>
      </Link>
      <div>
        <h1>{content.title}</h1>
        <p>
          {types}
          {state.status === 'running'
            ? t('drillRunStepOf', { step: Math.min(done + 1, state.steps.length), steps: state.steps.length })
            : ''}
        </p>
      </div>
      <Badge />
    </header>
  );
}

/** How many marks are only on this device, and whether there is a connection. */
function Badge(): ReactElement {
  const { t } = useLanguage();
  const { kept } = useRun();
  const waiting = kept.queue.filter((each) => each.refused === undefined).length;
  return (
    <>
      {/* read out when the connection goes or comes, not at each mark that waits or is sent */}
      <span className="vh" role="status">
        {t(kept.online ? 'drillRunOnline' : 'drillRunOffline')}
      </span>
      {kept.online ? (
        <span className={waiting > 0 ? 'on' : 'on quiet'}>
          {waiting > 0 ? t('drillRunSending', { kept: waiting }) : t('drillRunOnline')}
        </span>
      ) : (
        <span className="off">
          <i />
          {waiting > 0 ? t('drillRunOfflineKept', { kept: waiting }) : t('drillRunOffline')}
        </span>
      )}
    </>
  );
}

/** The clock of the drill with what was planned and what will be. */
export function RunClock(): ReactElement {
  const { t, language } = useLanguage();
  const { state, now, times, kept } = useRun();
  const started = state.startedAt;
  const at = state.endedAt ?? now;
  const late = Math.round(behind(times, state));
  return (
    <section className="run-clock" aria-label={t('drillRunClock')}>
      <div className="t">
        <b role="timer">{started === null ? '0:00:00' : stopwatch(at - started)}</b>
        <span>
          {state.endedAt === null ? t('drillRunNow') : t('drillRunEndedAt')} <em>{clockTime(at)}</em>
          <br />
          {started === null ? t('drillRunNotStarted') : t('drillRunStartedAt', { time: clockTime(started) })}
        </span>
      </div>
      <RunGlyph />
      {state.status === 'running' && (
        <p className="pace">
          {late > 0
            ? t('drillRunBehind', { time: minutesText(late, language) })
            : late < 0
              ? t('drillRunAhead', { time: minutesText(-late, language) })
              : t('drillRunOnTime')}
        </p>
      )}
      <Chance />
      {!kept.online && kept.heardAt > 0 && (
        <p className="pace">{t('drillRunOthersAsOf', { time: clockTime(kept.heardAt + kept.offset) })}</p>
      )}
    </section>
  );
}

/** The frozen chance to meet every criterion, of the type that is least likely to, with the interval of the simulation. */
function Chance(): ReactElement | null {
  const { t, language } = useLanguage();
  const { answer, state } = useRun();
  const least = passedOf(answer.prediction);
  if (!least || state.endedAt !== null) return null;
  return (
    <p className="pace">
      {t('drillRunChance', {
        chance: chance({ estimate: least.value, low: least.low, high: least.high }, language),
        interval: interval(least.low, least.high, t('drillRunTo')),
      })}
    </p>
  );
}
