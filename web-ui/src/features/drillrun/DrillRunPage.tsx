import { type ReactElement, useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { State } from '../../components/State';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import type { RunAnswer } from './api';
import './drillrun.css';
import { Foot } from './Foot';
import { Injects } from './Injects';
import { Log, Refused } from './Log';
import { clockTime, minutesText, plannedMinutes } from './model';
import { RunClock, RunHead } from './RunHead';
import { Side } from './Side';
import { StartByMistake } from './StartByMistake';
import { keepShell } from './shell';
import { Steps } from './Steps';
import type { DrillSync, Snapshot } from './sync';
import { RunHere, useDrillSync, useRun, useRunView } from './useRun';

/** Run mode: a drill on a phone or laptop, with or without a connection. */
export function DrillRunPage(): ReactElement {
  const { t } = useLanguage();
  const { id = '' } = useParams();
  const { sync, kept, account } = useDrillSync(id);
  const title = kept.run?.content.title;
  usePage(
    { label: t('drills'), to: '/drills' },
    { label: title ?? id, to: `/drills/plans/${id}` },
    { label: t('drillRun') },
  );
  useEffect(() => {
    void keepShell();
  }, []);
  if (!kept.run && kept.calledOff) return <CalledOff plan={id} />;
  if (!kept.run)
    return kept.problem || kept.online ? (
      <State error={kept.problem} retry={sync.wake} />
    ) : (
      <section className="card failed" role="alert">
        <h1>{t('drillRunNotHere')}</h1>
        <p>{t('drillRunNotHereHint')}</p>
        <p className="ways">
          <button type="button" className="btn" onClick={sync.wake}>
            {t('tryAgain')}
          </button>
        </p>
      </section>
    );
  return <Shown id={id} sync={sync} kept={kept} answer={kept.run} account={account} />;
}

function Shown({
  id,
  sync,
  kept,
  answer,
  account,
}: {
  id: string;
  sync: DrillSync;
  kept: Snapshot;
  answer: RunAnswer;
  account: string;
}): ReactElement {
  const { t } = useLanguage();
  const run = useRunView(sync, kept, answer, account);
  return (
    <RunHere value={run}>
      <div className="drill-run">
        <RunHead plan={id} />
        <RunClock />
        <div className="run-body">
          <div className="run-main">
            <Refused />
            {kept.unkept && (
              <p className="bad" role="alert">
                {t('drillRunUnkept', { why: kept.unkept.message })}
              </p>
            )}
            <Held />
            {answer.stage === 'cancelled' ? <CalledOff plan={id} /> : <Begin />}
            <StartByMistake />
            <Ended plan={id} />
            <Injects />
            <Steps />
          </div>
          <aside className="run-side">
            <Side />
            <Log />
          </aside>
        </div>
        <Foot />
      </div>
    </RunHere>
  );
}

/** Before the start: what is planned, and the one button. */
function Begin(): ReactElement | null {
  const { t, language } = useLanguage();
  const { content, state, sync, may, answer } = useRun();
  if (state.status !== 'not-started') return null;
  const [first] = state.steps;
  const begin = async (): Promise<void> => {
    await sync.mark('started');
    if (first?.result === 'waiting') await sync.mark('step-started', { step: first.id });
  };
  return (
    <section className="run-begin">
      <p>
        {t('drillRunPlanned', {
          count: content.steps.length,
          time: minutesText(plannedMinutes(content), language),
          version: answer.version,
          by: answer.approvedBy,
        })}
      </p>
      {may ? (
        <button type="button" className="btn pri" disabled={answer.stage !== 'approved'} onClick={() => void begin()}>
          {t('drillRunStart')}
        </button>
      ) : (
        <p className="sub">{t('drillRunWaits')}</p>
      )}
    </section>
  );
}

/** Instead of the start: it was called off; why stands in its plan. */
function CalledOff({ plan }: { plan: string }): ReactElement {
  const { t } = useLanguage();
  return (
    <section className="run-begin" role="status">
      <p>{t('drillRunCalledOff')}</p>
      <Link className="btn" to={`/drills/plans/${plan}`}>
        {t('playToPlan')}
      </Link>
    </section>
  );
}

/** A stop or roll back that lasts. */
function Held(): ReactElement | null {
  const { t } = useLanguage();
  const { state, content } = useRun();
  const hold = state.holds.at(-1);
  if (!hold || hold.until !== null) return null;
  return (
    <section className="run-held" role="status">
      <h2>{t(`drillRunHold-${hold.kind as 'stopped'}`, { time: clockTime(hold.from), by: hold.by })}</h2>
      {hold.text && <p>{hold.text}</p>}
      {hold.kind === 'rolled-back' && content.rollback && <p>{content.rollback}</p>}
    </section>
  );
}

/** After the end: how it went in a sentence, and where it goes on. */
function Ended({ plan }: { plan: string }): ReactElement | null {
  const { t, language } = useLanguage();
  const { state } = useRun();
  if (state.startedAt === null || state.endedAt === null) return null;
  const done = state.steps.filter((step) => step.result === 'done').length;
  return (
    <section className="run-begin" role="status">
      <p>
        {t(`drillRunEnded-${(state.endedHow ?? 'completed') as 'completed'}`, {
          time: minutesText((state.endedAt - state.startedAt) / 60_000, language),
          done,
          count: state.steps.length,
        })}
      </p>
      <Link className="btn" to={`/drills/plans/${plan}`}>
        {t('drillRunToPlan')}
      </Link>
    </section>
  );
}
