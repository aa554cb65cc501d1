import type { ReactElement, ReactNode } from 'react';
import { count, percent } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import type { Plan } from './api';
import { CHECKED, untilWhole } from './model';
import { Table } from './Table';
import { useWords } from './words';

export function Section({ id, title, children }: { id: string; title: TextKey; children: ReactNode }): ReactElement {
  const { t } = useLanguage();
  return (
    <section className="card" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(title)}</h2>
      {children}
    </section>
  );
}

export function Purpose({ plan }: { plan: Plan }): ReactElement {
  const { t } = useLanguage();
  const words = useWords();
  const { scenario, estimate } = plan;
  const names = { element: plan.element.name, scenario: scenario.name };
  return (
    <Section id="purpose" title="planPurpose">
      <dl className="wide">
        <dt>{t('planPurposeLabel')}</dt>
        <dd>{t('planPurposeText', names)}</dd>
        <dt>{t('planScope')}</dt>
        <dd>
          {t('planScopeText', {
            ...names,
            steps: plan.recovery.length + plan.reconstitution.length,
            checks: plan.validation.length,
          })}
        </dd>
        <dt>{t('planScenario')}</dt>
        <dd>
          {scenario.name}
          {scenario.origin && words.brackets(words.word('planOrigin', scenario.origin))}
        </dd>
        <dt>{t('planAssumptions')}</dt>
        <dd>
          <ul>
            <li>{t('planAssumePeople')}</li>
            <li>
              {scenario.staff === 1
                ? t('planAssumeAll')
                : t('planAssumeStaff', { share: words.stated(scenario.staff) })}
            </li>
            {scenario.demand !== 1 && <li>{t('planAssumeDemand', { factor: scenario.demand })}</li>}
            <li>{t('planAssumeHorizon', { horizon: words.hours(scenario.horizonHours) })}</li>
            {estimate && <li>{t('planAssumeGuesses', { share: words.stated(estimate.guesses) })}</li>}
            <li>{t('planNotDrill')}</li>
          </ul>
        </dd>
        <dt>{t('planOwner')}</dt>
        <dd>{plan.owner?.name ?? t('planNobody')}</dd>
      </dl>
    </Section>
  );
}

export function Targets({ plan }: { plan: Plan }): ReactElement {
  const { language, t } = useLanguage();
  const words = useWords();
  const { targets, estimate } = plan;
  const target = (value: number | null): string => (value === null ? t('planNotSet') : words.hours(value));
  const work = targets.wrtHours ?? 0;
  const colon = language === 'en' ? ': ' : '：';
  const rows: { key: TextKey; cells: string[] }[] = [];
  if (estimate) {
    const { p50, p95 } = estimate.recovery;
    const met = (chance: { estimate: number; low: number; high: number } | null): string =>
      chance ? words.chance(chance) : '–';
    const worked = (value: number | null): number | null => (value ? value + work : value);
    const withWork = { p50: worked(p50), p95: worked(p95) };
    rows.push({ key: 'planRto', cells: [target(targets.rtoHours), words.loss({ p50, p95 }), met(estimate.withinRto)] });
    rows.push({ key: 'planMtpd', cells: [target(targets.mtpdHours), words.loss(withWork), met(estimate.withinMtpd)] });
    if (estimate.dataLoss)
      rows.push({
        key: 'planRpo',
        cells: [target(targets.rpoHours), words.loss(estimate.dataLoss), met(estimate.withinRpo)],
      });
    rows.push({ key: 'planFull', cells: ['–', words.loss(estimate.full), '–'] });
  }
  return (
    <Section id="targets" title="planTargets">
      <Table
        label={t('planTargets')}
        heads={[
          { text: t('planMeasure') },
          { text: t('planTarget'), figure: true },
          { text: t('planEstimate'), figure: true },
          { text: t('planChance'), figure: true },
          { text: t('planActual'), figure: true },
        ]}
        rows={rows.map((row) => ({ key: row.key, cells: [t(row.key), ...row.cells, t('planNoActual')] }))}
      />
      <p className="sub">
        {targets.mbco !== null &&
          `${t('planMbco')}${colon}${t('planMbcoText', { share: words.stated(targets.mbco) })} · `}
        {targets.wrtHours !== null && `${t('planWrt')}${colon}${words.hours(targets.wrtHours)} · `}
        {targets.rtoFrom &&
          targets.rtoFrom.id !== plan.element.id &&
          `${t('planRtoFrom', { element: targets.rtoFrom.name })} · `}
        {plan.run && t('planAllTrials', { trials: count(plan.run.trials, language) })} {t('planError')}
      </p>
    </Section>
  );
}

export function Activation({ plan }: { plan: Plan }): ReactElement | null {
  const { t } = useLanguage();
  const words = useWords();
  const { activation } = plan;
  if (!activation) return null;
  return (
    <Section id="activation" title="planActivation">
      <p>{t('planActivate', { element: plan.element.name })}</p>
      {activation.decided ? (
        <p data-p50={activation.decided.p50 ?? ''} data-p95={activation.decided.p95 ?? ''}>
          {t('planDecided')}: <b>{words.band(activation.decided)}</b>
          <span className="sub">
            {words.brackets(
              [
                t('planDetectLine', { word: words.evidence(activation.detect) }),
                t('planDeclareLine', { word: words.evidence(activation.declare) }),
              ].join(' · '),
            )}
          </span>
        </p>
      ) : (
        <p>{t('planDecidedNone')}</p>
      )}
      {activation.calls.length > 0 && (
        <Table
          label={t('planCallOrder')}
          heads={[
            { text: t('planTeam') },
            { text: t('planReady'), figure: true },
            { text: t('planCalled'), figure: true },
            { text: t('planCallOrder') },
          ]}
          rows={activation.calls.map((call) => ({
            key: call.team.id,
            cells: [
              call.team.name,
              call.ready ? words.band(call.ready) : t('planNotWaited'),
              call.ready ? percent(call.called.estimate) : '–',
              call.callOrder.length === 0
                ? t('planNoContact')
                : call.callOrder.map((contact) => contact.name).join(' → '),
            ],
          }))}
        />
      )}
      <p className="sub">{t('planByThen')}</p>
    </Section>
  );
}

export function Validation({ plan }: { plan: Plan }): ReactElement {
  const { t } = useLanguage();
  const words = useWords();
  const data = [...plan.recovery, ...plan.reconstitution]
    .filter((step) => step.copy)
    .map((step) => String(step.number));
  const others = plan.validation.filter((check) => !CHECKED.includes(check.kind)).map((check) => check.element);
  return (
    <Section id="validation" title="planValidation">
      <p className="sub">{t('planValidationHint')}</p>
      {data.length > 0 && <p>{t('planCheckData', { steps: words.list(data) })}</p>}
      <Table
        label={t('planValidation')}
        heads={[
          { text: t('planThing') },
          { text: t('planDownFor'), figure: true },
          { text: t('planHitIn'), figure: true },
        ]}
        rows={plan.validation
          .filter((check) => CHECKED.includes(check.kind))
          .map((check) => ({
            key: check.element.id,
            cells: [check.element.name, words.band(check.back), percent(check.disrupted.estimate)],
          }))}
      />
      {others.length > 0 && (
        <p className="sub">{t('planAlsoCheck', { count: others.length, names: words.names(others) })}</p>
      )}
    </Section>
  );
}

export function Closing({ plan }: { plan: Plan }): ReactElement {
  const { language, t } = useLanguage();
  const words = useWords();
  const interim = (each: Plan['interim'][number]): string =>
    t(each.retiredBy !== null ? 'planInterimBy' : each.full.p95 === null ? 'planInterimOpen' : 'planInterimBack', {
      step: each.step,
      method: words.method(each.method),
      share: words.stated(each.capacity),
      by: each.retiredBy ?? '',
      p95: words.hours(each.full.p95),
    });
  return (
    <>
      <h3>{t('planInterim')}</h3>
      {plan.interim.length === 0 ? (
        <p>{t('planInterimNone')}</p>
      ) : (
        <ul className="bullets">
          {plan.interim.map((each) => (
            <li key={each.step}>
              {each.element.name}
              {language === 'en' ? ': ' : '：'}
              {interim(each)}
            </li>
          ))}
        </ul>
      )}
      <h3>{t('planDeactivation')}</h3>
      <ul className="ticks">
        <li>
          {t('planDeactServing', { element: plan.element.name })}
          {plan.estimate && (language === 'en' ? ', ' : '，')}
          {plan.estimate && t('planDeactFull', { band: words.band(plan.estimate.full) })}
        </li>
        <li>{t('planDeactInterim')}</li>
        {plan.recovery.some((step) => step.copy) && <li>{t('planDeactBackup')}</li>}
        {plan.targets.wrtHours !== null && <li>{t('planDeactWork', { wrt: words.hours(plan.targets.wrtHours) })}</li>}
        <li>{t('planDeactDocs')}</li>
      </ul>
    </>
  );
}

export function Capacity({ plan }: { plan: Plan }): ReactElement {
  const { t } = useLanguage();
  const words = useWords();
  const { rtoHours, mtpdHours } = plan.targets;
  const hour = (value: number): string =>
    words.hours(value) +
    (value === rtoHours ? words.brackets('RTO') : '') +
    (value === mtpdHours ? words.brackets('MTPD') : '');
  const whole = (value: number | null): string => (value === null ? '–' : String(Math.round(value)).replace('-', '−'));
  return (
    <Section id="capacity" title="planCapacity">
      <p className="sub">{t('planCapacityHint', { element: plan.element.name })}</p>
      <Table
        narrow
        label={t('planCapacity')}
        heads={[
          { text: t('planHour'), figure: true },
          { text: t('planUnlucky'), figure: true },
          { text: t('planMiddle'), figure: true },
          { text: t('planLucky'), figure: true },
        ]}
        rows={untilWhole(plan.capacity).map((at) => ({
          key: String(at.hours),
          cells: [hour(at.hours), words.stated(at.p05), words.stated(at.p50), words.stated(at.p95)],
        }))}
      />
      {plan.headroom && (
        <p>
          {t('planHeadroom')}:{' '}
          {t('planHeadroomText', {
            p50: whole(plan.headroom.p50),
            p05: whole(plan.headroom.p05),
            unit: plan.headroom.unit,
            chance: words.chance(plan.headroom.belowZero),
          })}
        </p>
      )}
    </Section>
  );
}
