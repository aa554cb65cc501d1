import type { ReactElement } from 'react';
import { percent } from '../../lib/format';
import { type Translate, useLanguage } from '../../lib/i18n';
import type { Otherwise, Prerequisite, Step } from './api';
import { StepBar } from './Bars';
import { axisEnd } from './model';
import { useWords, type Words } from './words';

function facts(step: Step, t: Translate, words: Words): string[] {
  const all: string[] = [];
  if (step.automatic) all.push(t('planAutomatic'));
  if (step.success < 1) all.push(t('planSuccess', { share: words.stated(step.success) }));
  if (step.capacity < 1) all.push(t('planCapacityShare', { share: words.stated(step.capacity) }));
  if (step.lastsEvidence !== null) all.push(t('planForATime'));
  if (step.driving >= 0.005) all.push(t('planDriving', { share: percent(step.driving) }));
  if (step.copy) {
    all.push(
      step.copy.usable === null
        ? t('planReplica')
        : t('planBackup', { every: words.hours(step.copy.everyHours), usable: words.stated(step.copy.usable) }),
    );
    if (step.copy.loss) all.push(t('planLoss', { band: words.loss(step.copy.loss) }));
  }
  return all;
}

function otherwise(other: Otherwise, t: Translate, words: Words): string {
  const how =
    other.step !== null
      ? t('planSeeStep', { step: other.step })
      : !other.used
        ? t('planNotSimulated')
        : !other.done
          ? t('planNotUsed')
          : words.list([
              t('planUsed', { share: percent(other.used.estimate) }),
              `${t('planDone')} ${words.band(other.done)}`,
            ]);
  const states = words.list(other.answers.map((state) => words.word('planState', state)));
  return t('planOtherwiseLine', { method: words.method(other.method), states, how });
}

function prerequisite(each: Prerequisite, t: Translate, words: Words): string {
  const whole = each.count === each.of.length;
  const names = whole ? words.names(each.of) : each.of.map((thing) => thing.name).join(' / ');
  const what =
    each.count === null
      ? t('planPool', { names, share: words.stated(each.minimum ?? 0) })
      : whole
        ? names
        : t('planAtLeast', { names, count: each.count });
  return each.steps.length === 0 ? what : what + words.brackets(words.after(each.steps));
}

function Row({ step, end }: { step: Step; end: number }): ReactElement {
  const { t } = useLanguage();
  const words = useWords();
  return (
    <li className="step" id={`step-${step.number}`} data-step={step.number}>
      <span className="no">{step.number}</span>
      <div className="what">
        <b>{step.element.name}</b>
        <div>{words.method(step.method)}</div>
        <p className="sub">{facts(step, t, words).join(' · ')}</p>
        <p className={step.evidence.guess ? 'sub guess' : 'sub'} title={step.evidence.source ?? undefined}>
          {t('planEvidence', { word: words.evidence(step.evidence) })}
        </p>
        {step.otherwise.map((other) => (
          <p key={`${other.method.kind} ${other.method.name ?? ''} ${other.answers.join()}`} className="sub">
            {otherwise(other, t, words)}
          </p>
        ))}
      </div>
      <div className="who">
        <span className="label">{t('planWho')}</span>
        {step.owner?.name ?? <span className="bad">{t('planNobody')}</span>}
        {step.crew.map((crew) => (
          <div key={crew.team.id} className="sub">
            {crew.count} × {crew.team.name}
          </div>
        ))}
      </div>
      <div className="after">
        <span className="label">{t('planAfter')}</span>
        {step.prerequisites.length === 0 && <span className="sub">{t('planNothingBefore')}</span>}
        {step.prerequisites.map((each) => {
          const text = prerequisite(each, t, words);
          return (
            <div key={text} className="sub">
              {text}
            </div>
          );
        })}
      </div>
      <div className="when">
        <StepBar step={step} end={end} />
        <div className="start" data-p50={step.start.p50 ?? ''} data-p95={step.start.p95 ?? ''}>
          {t('planStart')} {words.start(step.start)}
        </div>
        <div className="done" data-p50={step.done.p50 ?? ''} data-p95={step.done.p95 ?? ''}>
          {t('planDone')} <b>{words.band(step.done)}</b>
        </div>
        <div className="sub">{t('planUsed', { share: percent(step.used.estimate) })}</div>
      </div>
    </li>
  );
}

/** Steps in order: a grid on a laptop, one under the other on a phone. */
export function StepList({ steps, label }: { steps: Step[]; label: string }): ReactElement | null {
  const { t } = useLanguage();
  if (steps.length === 0) return null;
  const end = axisEnd(steps);
  return (
    <>
      <div className="step heads" aria-hidden="true">
        <span className="no">{t('planNo')}</span>
        <span>{t('planStep')}</span>
        <span>{t('planWho')}</span>
        <span>{t('planAfter')}</span>
        <span>{t('planWhen')}</span>
      </div>
      <ol className="steps" aria-label={label}>
        {steps.map((step) => (
          <Row key={step.number} step={step} end={end} />
        ))}
      </ol>
    </>
  );
}
