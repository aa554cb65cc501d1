import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { Fault } from '../../components/Fault';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { carryOut, closeChange, type View } from './api';
import { ChoiceField, FormState, LongField, TimeField } from './Fields';
import { local, OUTCOMES, type Wished } from './model';
import { rulesOf } from './useProposal';

/** What can be done next with a change that is stored: write down how it went, close it, call it off. */
export function Steps({ view }: { view: View }): ReactElement | null {
  const { t } = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const steps = view.steps.filter((each) => ['carry-out', 'close', 'cancel'].includes(each));
  if (steps.length === 0) return null;
  const done = (): void => {
    setOpen(null);
  };
  return (
    <section className="card" aria-label={t('changeNext')}>
      <h2>{t('changeNext')}</h2>
      {open === 'carry-out' && <CarryOut view={view} onDone={done} />}
      {(open === 'close' || open === 'cancel') && <Close view={view} onDone={done} />}
      {open === null && (
        <p className="btns">
          {steps.map((step) => (
            <button
              key={step}
              type="button"
              className={step === 'cancel' ? 'btn' : 'btn pri'}
              onClick={() => {
                setOpen(step);
              }}
            >
              {t(step === 'carry-out' ? 'changeCarryOut' : step === 'close' ? 'changeClose' : 'changeCancelIt')}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}

function Form({
  error,
  pending,
  onSend,
  onStop,
  children,
}: {
  error: Error | null;
  pending: boolean;
  onSend: () => void;
  onStop: () => void;
  children: ReactNode;
}): ReactElement {
  const { t } = useLanguage();
  return (
    <FormState value={{ broken: rulesOf(error), locked: false }}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        {children}
        <span className="btns">
          <button type="submit" className="btn pri" disabled={pending}>
            {t('changeStore')}
          </button>
          <button type="button" className="btn" onClick={onStop}>
            {t('changeStop')}
          </button>
        </span>
        <Fault error={error} />
      </form>
    </FormState>
  );
}

/** Sends a step and puts what came of it in the place of what was there. */
function useStep<T>(view: View, send: (said: T) => Promise<View>, onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (stored) => {
      queries.setQueryData(['change', String(view.id)], stored);
      onDone();
      await Promise.all(
        [['changes'], ['baselines'], ['approval'], ['approvals'], ['change-analysis']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}

function CarryOut({ view, onDone }: { view: View; onDone: () => void }): ReactElement {
  const { t } = useLanguage();
  const [said, setSaid] = useState<Wished>({
    startedAt: view.proposal.windowStart ?? '',
    endedAt: view.proposal.windowEnd ?? '',
    outcome: 'success',
    tested: '',
    notes: '',
  });
  const step = useStep(view, (wish: Wished) => carryOut(view.id, view.version, wish), onDone);
  const change = (part: Partial<Wished>): void => {
    setSaid({ ...said, ...part });
  };
  return (
    <Form
      error={step.error}
      pending={step.isPending}
      onStop={onDone}
      onSend={() => {
        step.mutate(said);
      }}
    >
      <div className="abreast">
        <TimeField
          name="startedAt"
          label={t('changeStarted')}
          value={said.startedAt}
          onValue={(value) => {
            change({ startedAt: value ?? '' });
          }}
        />
        <TimeField
          name="endedAt"
          label={t('changeEnded')}
          value={said.endedAt}
          onValue={(value) => {
            change({ endedAt: value ?? '' });
          }}
        />
        <ChoiceField
          name="outcome"
          label={t('changeOutcome')}
          value={said.outcome}
          choices={OUTCOMES}
          prefix="changeOutcome"
          onValue={(outcome) => {
            change({ outcome });
          }}
        />
      </div>
      <LongField
        name="tested"
        label={t('changeTested')}
        value={said.tested}
        onValue={(tested) => {
          change({ tested });
        }}
      />
      <LongField
        name="notes"
        label={t('changeNotes')}
        value={said.notes}
        onValue={(notes) => {
          change({ notes });
        }}
      />
    </Form>
  );
}

function Close({ view, onDone }: { view: View; onDone: () => void }): ReactElement {
  const { t } = useLanguage();
  const [conclusion, setConclusion] = useState('');
  const [registerUpdated, setUpdated] = useState(false);
  const step = useStep(
    view,
    (said: { conclusion: string; registerUpdated: boolean }) => closeChange(view.id, view.version, said),
    onDone,
  );
  return (
    <Form
      error={step.error}
      pending={step.isPending}
      onStop={onDone}
      onSend={() => {
        step.mutate({ conclusion, registerUpdated });
      }}
    >
      <LongField name="conclusion" label={t('changeConclusion')} value={conclusion} onValue={setConclusion} />
      {view.execution && (
        <label className="tick">
          <input
            type="checkbox"
            checked={registerUpdated}
            onChange={(event) => {
              setUpdated(event.target.checked);
            }}
          />
          {t('changeUpdated')}
        </label>
      )}
    </Form>
  );
}

/** How it went, how it ended, and the register before and after. */
export function Done({ view }: { view: View }): ReactElement | null {
  const { t, language } = useLanguage();
  const { execution, closing, before, after } = view;
  if (!execution && !closing && !before) return null;
  return (
    <section className="card" aria-label={t('changeDone')}>
      <h2>{t('changeDone')}</h2>
      {execution && (
        <>
          <p>
            {t('changeDoneLine', {
              from: local(execution.startedAt, language),
              until: local(execution.endedAt, language),
              outcome: t(`changeOutcome-${execution.outcome}` as TextKey),
            })}
          </p>
          <p className="said">{execution.tested}</p>
          {execution.notes && <p className="said">{execution.notes}</p>}
        </>
      )}
      {closing && (
        <>
          <h3>{t(execution ? 'changeClosed' : 'changeState-cancelled')}</h3>
          <p className="said">{closing.conclusion}</p>
          <p className="sub">
            {t('changeClosedLine', {
              by: closing.by,
              date: moment(closing.at, language),
              revision: closing.revision,
            })}
            {execution && ` · ${t(closing.registerUpdated ? 'changeRegisterUpdated' : 'changeRegisterSame')}`}
          </p>
        </>
      )}
      {before && <p>{t('changeBefore', { name: before.name })}</p>}
      {after && <p>{t('changeAfter', { name: after.name })}</p>}
      {before && (
        <p>
          <Link className="link" to={`/baselines/${before.id}${after ? `?against=${after.id}` : ''}`}>
            {t('changeDifference')}
          </Link>
        </p>
      )}
    </section>
  );
}
