import { type ReactElement, useState } from 'react';
import { useLanguage } from '../../lib/i18n';
import { useDraft } from './drafts';
import type { StepState } from './fold';
import { clockTime, lateBy, minutesText, nextStep, type PlanStep, shortWatch } from './model';
import { Sheet } from './Sheet';
import { useRun } from './useRun';

/** The steps in their order: what is done, what goes on now with its clock, what comes. */
export function Steps(): ReactElement {
  const { t } = useLanguage();
  const { content, state } = useRun();
  const [open, setOpen] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const troubled = content.steps.findIndex((step) => step.id === trouble);
  return (
    <>
      <ol className="run-steps" aria-label={t('drillRunSteps')}>
        {content.steps.map((step, i) => {
          const is = state.steps[i];
          if (!is) return null;
          return is.result === 'running' || open === step.id ? (
            <Card
              key={step.id}
              step={step}
              is={is}
              index={i}
              onTrouble={() => {
                setTrouble(step.id);
              }}
              onClose={() => {
                setOpen(null);
              }}
            />
          ) : (
            <Row
              key={step.id}
              step={step}
              is={is}
              index={i}
              onOpen={() => {
                setOpen(step.id);
              }}
            />
          );
        })}
      </ol>
      {/* beside the list, so that it stays whatever others mark on the step meanwhile */}
      <Trouble
        key={trouble}
        step={content.steps[troubled]}
        is={state.steps[troubled]}
        onDone={() => {
          setTrouble(null);
        }}
      />
    </>
  );
}

interface Of {
  step: PlanStep;
  is: StepState;
  index: number;
}

const SHAPES: Record<string, string> = {
  done: 'M1.5 4.8l2 2L7.5 2',
  failed: 'M2 2l5 5M7 2l-5 5',
  skipped: 'M1.5 4.5h6',
};

function Row({ step, is, index, onOpen }: Of & { onOpen: () => void }): ReactElement {
  const { t, language } = useLanguage();
  const { times } = useRun();
  const shape = SHAPES[is.result];
  const late = lateBy(times[index], is.endedAt);
  return (
    <li className={is.endedAt === null ? 'todo' : 'done'}>
      <button type="button" onClick={onOpen}>
        <span className={`k ${is.result}`} aria-hidden>
          {shape && (
            <svg width="10" height="10" viewBox="0 0 9 9" fill="none" stroke="currentColor" strokeWidth="1.6">
              <path d={shape} />
            </svg>
          )}
        </span>
        <span>
          {step.title}
          {is.result !== 'waiting' && <span className="unseen"> {t(`drillRunResult-${is.result}`)}</span>}
          {(is.result === 'failed' || is.result === 'skipped' || is.problems) && (
            <small className={is.result === 'skipped' ? '' : 'bad'}>
              {is.result === 'done' ? t('drillRunHadProblem') : t(`drillRunResult-${is.result}`)}
            </small>
          )}
        </span>
        <span className="time">
          {late > 0 && <b>{t('drillRunLate', { time: minutesText(late, language) })}</b>}{' '}
          {is.endedAt === null
            ? t('drillRunFrom', { time: clockTime(times[index]?.from ?? 0) })
            : clockTime(is.endedAt)}
        </span>
      </button>
    </li>
  );
}

/** A step that goes on, or that somebody has opened. */
function Card({
  step,
  is,
  index,
  onTrouble,
  onClose,
}: Of & { onTrouble: () => void; onClose: () => void }): ReactElement {
  const { t, language } = useLanguage();
  const { sync, state, now, may } = useRun();
  const goes = may && (state.status === 'running' || state.status === 'rolled-back' || state.status === 'stopped');
  const spent = is.startedAt === null ? null : (is.endedAt ?? now) - is.startedAt;
  /** Ends this step and begins the next one, unless somebody already has another in hand. */
  const done = async (): Promise<void> => {
    await sync.mark('step-done', { step: step.id });
    const next = state.steps[nextStep(state)];
    const others = state.steps.some((each) => each.result === 'running' && each.id !== step.id);
    if (next && next.id !== step.id && !others && state.status === 'running')
      await sync.mark('step-started', { step: next.id });
    onClose();
  };
  return (
    <li
      className={is.result === 'running' ? 'now' : 'now idle'}
      aria-current={is.result === 'running' ? 'step' : undefined}
    >
      <div className="r">
        <h2>
          {index + 1}. {step.title}
        </h2>
        {spent !== null && <span role="timer">{shortWatch(spent)}</span>}
      </div>
      <p>
        {step.text}
        {step.text && step.role ? ' ' : ''}
        {step.role && <b>{step.role}</b>}
      </p>
      {spent !== null && (step.plannedMinutes ?? 0) > 0 && (
        <Progress
          spent={spent / 60_000}
          planned={step.plannedMinutes ?? 0}
          label={minutesText(step.plannedMinutes ?? 0, language)}
        />
      )}
      <Marks is={is} />
      {goes && is.endedAt === null && (
        <div className="a">
          {is.result === 'waiting' ? (
            <button
              type="button"
              className="btn pri"
              onClick={() => void sync.mark('step-started', { step: step.id }).then(onClose, () => undefined)}
            >
              {t('drillRunStep')}
            </button>
          ) : (
            <button type="button" className="btn pri" onClick={() => void done()}>
              {t('drillRunDone')}
            </button>
          )}
          <button type="button" className="btn" onClick={onTrouble}>
            {t(is.result === 'waiting' ? 'drillRunSkip' : 'drillRunProblem')}
          </button>
        </div>
      )}
      {is.result !== 'running' && (
        <button type="button" className="link close" onClick={onClose}>
          {t('drillRunClose')}
        </button>
      )}
    </li>
  );
}

/** The time that a step takes beside what was planned for it. */
function Progress({ spent, planned, label }: { spent: number; planned: number; label: string }): ReactElement {
  const end = Math.max(planned * 1.5, spent * 1.1);
  const at = (minutes: number): string => `${((minutes / end) * 100).toFixed(1)}%`;
  return (
    <svg className="progress" width="100%" height="30" role="img" aria-label={label}>
      <rect className="base" x="0" y="6" width="100%" height="1" />
      <rect className="band2" x="0" y="2" width={at(planned)} height="9" />
      <line
        x1={at(spent)}
        x2={at(spent)}
        y1="0"
        y2="13"
        stroke={spent > planned ? 'var(--late)' : 'var(--accent)'}
        strokeWidth="2"
      />
      <text x={at(planned)} y="26" textAnchor="middle">
        {label}
      </text>
    </svg>
  );
}

/** What everybody marked on a step; what does not count is struck through, and one's own can be taken back. */
function Marks({ is }: { is: StepState }): ReactElement | null {
  const { t } = useLanguage();
  const { sync, account, may, state } = useRun();
  const shown = is.marks.filter((mark) => mark.kind !== 'step-started' || is.marks.length > 1);
  if (shown.length === 0) return null;
  return (
    <ul className="marks">
      {shown.map((mark) => (
        <li key={mark.event} className={mark.counts ? '' : 'second'}>
          <span>
            {clockTime(mark.at)} {t(`drillRunKind-${mark.kind as 'step-done'}`)}
            {t('drillRunComma')}
            {mark.by}
            {mark.text ? `${t('drillRunColon')}${mark.text}` : ''}
            {!mark.counts && t('drillRunInBrackets', { text: t('drillRunSecond') })}
          </span>
          {may && mark.by === account && state.status !== 'ended' && (
            <button type="button" className="link" onClick={() => void sync.withdraw(mark.event)}>
              {t('drillRunTakeBack')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What is wrong with a step, and whether it goes on; where somebody else ended it meanwhile, the words can still be kept. */
function Trouble({
  step,
  is,
  onDone,
}: {
  step: PlanStep | undefined;
  is: StepState | undefined;
  onDone: () => void;
}): ReactElement | null {
  const { t } = useLanguage();
  const { sync } = useRun();
  const [text, setText] = useDraft(`trouble ${step?.id ?? ''}`);
  if (!step || !is) return null;
  const waiting = is.result === 'waiting';
  const over = is.endedAt !== null;
  const say = (kind: string, outcome?: string): void => {
    void sync.mark(kind, { step: step.id, text: text.trim(), ...(outcome ? { outcome } : {}) }).then(
      () => {
        setText('');
        onDone();
      },
      () => undefined,
    );
  };
  return (
    <Sheet
      title={t(waiting ? 'drillRunSkipTitle' : 'drillRunProblemTitle', { step: step.title })}
      typed={text.trim() !== ''}
      onThrowAway={() => {
        setText('');
      }}
      onClose={onDone}
    >
      {over && (
        <p className="meanwhile" role="status">
          {t('drillRunStepMeanwhile', {
            by: is.marks.find((mark) => mark.at === is.endedAt && mark.counts)?.by ?? '–',
            time: clockTime(is.endedAt ?? 0),
            result: t(`drillRunResult-${is.result}`),
          })}
        </p>
      )}
      <label>
        <span>{t(waiting ? 'drillRunSkipWhy' : 'drillRunProblemWhat')}</span>
        <textarea
          rows={3}
          maxLength={4000}
          value={text}
          autoFocus
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </label>
      <div className="a stack">
        {!waiting && (
          <button
            type="button"
            className="btn pri"
            disabled={!text.trim()}
            onClick={() => {
              say('step-problem');
            }}
          >
            {t(over ? 'drillRunProblemKeep' : 'drillRunProblemGoesOn')}
          </button>
        )}
        {!waiting && !over && (
          <button
            type="button"
            className="btn"
            disabled={!text.trim()}
            onClick={() => {
              say('step-problem', 'failed');
            }}
          >
            {t('drillRunProblemFailed')}
          </button>
        )}
        {!over && (
          <button
            type="button"
            className={waiting ? 'btn pri' : 'btn'}
            disabled={!text.trim()}
            onClick={() => {
              say('step-skipped');
            }}
          >
            {t('drillRunSkipIt')}
          </button>
        )}
      </div>
    </Sheet>
  );
}
