import { count, hours, type Language, percent } from '../../lib/format';
import { type TextKey, type Translate, useLanguage } from '../../lib/i18n';
import { en } from '../../lib/texts';
import type { Band, Evidence, Method, Plan, Thing } from './api';

const shown = (share: number): string =>
  `${(share * 100).toFixed(Math.abs(share * 100 - Math.round(share * 100)) < 1e-9 ? 0 : 1)}\u00a0%`;

/** Figures and names of a plan as people read them; the printed document follows the same rules. */
export class Words {
  constructor(
    private readonly language: Language,
    private readonly t: Translate,
  ) {}

  hours(value: number | null): string {
    return value === null ? this.t('planNever') : hours(value, this.language);
  }

  band(band: Band): string {
    return this.span(this.hours(band.p50), this.hours(band.p95));
  }

  /** A start that is certain to be at once says so. */
  start(band: Band): string {
    return band.p95 !== null && band.p95 < 0.5 / 60 ? this.t('planAtOnce') : this.band(band);
  }

  /** A band of a loss or a disruption: none where there is none. */
  loss(band: Band): string {
    const age = (value: number | null): string =>
      value !== null && value < 0.5 / 60 ? this.t('planNone') : this.hours(value);
    return this.span(age(band.p50), age(band.p95));
  }

  private span(from: string, to: string): string {
    return from === to ? from : `${from} ${this.t('planTo')} ${to}`;
  }

  brackets(text: string): string {
    return this.language === 'en' ? ` (${text})` : `（${text}）`;
  }

  chance(of: { estimate: number; low: number; high: number }): string {
    const ends = `${(of.low * 100).toFixed(1)} ${this.t('planTo')} ${(of.high * 100).toFixed(1)}\u00a0%`;
    return percent(of.estimate) + this.brackets(ends);
  }

  /** A share that a person stated, or that is no chance: exact. */
  stated(share: number): string {
    return shown(share);
  }

  /** The word of a family; the model's own word where there is none. */
  word(
    family: 'planMethod' | 'planState' | 'planEvidence' | 'planOrigin' | 'planGap' | 'planDrill' | 'planPhase',
    word: string,
  ): string {
    const key = `${family}_${word}`;
    return key in en ? this.t(key as TextKey) : word;
  }

  method(method: Method): string {
    return method.name ?? this.word('planMethod', method.kind);
  }

  evidence(evidence: Evidence | null): string {
    if (!evidence) return '–';
    const word = this.word('planEvidence', evidence.word ?? 'unsaid');
    if (evidence.observations === null) return word;
    return this.t(evidence.observations === 1 ? 'planObservationOne' : 'planObservations', {
      word,
      count: evidence.observations,
    });
  }

  list(parts: string[]): string {
    return parts.join(this.language === 'en' ? ', ' : '、');
  }

  names(things: Thing[], most = Infinity): string {
    const names = things.map((thing) => thing.name);
    if (names.length <= most) return this.list(names);
    return this.t('planAndMore', { names: this.list(names.slice(0, most)), count: names.length - most });
  }

  after(steps: number[]): string {
    return this.t(steps.length === 1 ? 'planAfterStep' : 'planAfterSteps', { steps: this.list(steps.map(String)) });
  }

  /** The sentence that a plan opens with. */
  answer(plan: Plan): string {
    const names = { element: plan.element.name, scenario: plan.scenario.name };
    if (plan.state === 'no-run' || !plan.estimate) return this.t('planNoRun', names);
    if (plan.state === 'not-hit')
      return this.t('planNotHit', { ...names, trials: count(plan.run?.trials ?? 0, this.language) });
    const { back } = plan.estimate;
    const steps = plan.recovery.length;
    const key: TextKey =
      back.p50 === null
        ? 'planAnswerLost'
        : back.p95 === null
          ? steps === 1
            ? 'planAnswerNeverOne'
            : 'planAnswerNever'
          : steps === 0
            ? 'planAnswerSelf'
            : steps === 1
              ? 'planAnswerOne'
              : 'planAnswer';
    return this.t(key, {
      ...names,
      steps,
      p50: this.hours(back.p50),
      p95: this.hours(back.p95),
      horizon: this.hours(plan.scenario.horizonHours),
    });
  }

  /** Whether that meets the target, over all trials. */
  verdict(plan: Plan): string {
    const within = plan.estimate?.withinRto;
    if (plan.targets.rtoHours === null || !within) return this.t('planVerdictNone');
    return this.t(within.estimate >= 0.95 ? 'planVerdictMet' : 'planVerdictMissed', {
      rto: this.hours(plan.targets.rtoHours),
      chance: this.chance(within),
    });
  }
}

export function useWords(): Words {
  const { language, t } = useLanguage();
  return new Words(language, t);
}
