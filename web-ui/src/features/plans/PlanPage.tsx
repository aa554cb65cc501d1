import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useParams } from 'react-router';
import { ApprovalPanel } from '../../components/ApprovalPanel';
import { LastTest } from '../../components/LastTest';
import { EvidencePanel } from '../../components/evidence/EvidencePanel';
import { Glyph } from '../../components/Glyph';
import { Empty, State } from '../../components/State';
import { percent } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { askRun, getPlan, type Plan, planPath } from './api';
import { Approval, Contacts, Maintenance, OpenPoints, People } from './Appendix';
import { Activation, Capacity, Closing, Purpose, Section, Targets, Validation } from './Sections';
import { StepList } from './StepList';
import { useWords } from './words';
import './plans.css';

/** The continuity plan of one element for one scenario, to read, print or keep as PDF. */
export function PlanPage(): ReactElement {
  const { element = '', scenario = '' } = useParams();
  const { language } = useLanguage();
  const asked = useMutation({ mutationFn: () => askRun(scenario) });
  const { data, error, refetch } = useQuery({
    queryKey: ['plan', element, scenario, language],
    queryFn: () => getPlan(element, scenario, language),
    refetchInterval: (query) => (query.state.data?.state === 'no-run' && asked.isSuccess ? 2000 : false),
  });
  const again = (): void => {
    void refetch();
  };
  if (!data) return <State error={error} retry={again} />;
  return (
    <Shown
      plan={data}
      asked={asked.isSuccess || asked.isPending}
      ask={() => {
        asked.mutate();
      }}
      failed={asked.error}
    />
  );
}

const JUMPS: [string, TextKey][] = [
  ['activation', 'planActivation'],
  ['recovery', 'planRecovery'],
  ['reconstitution', 'planReconstitution'],
  ['contacts', 'planContacts'],
  ['open', 'planOpenPoints'],
];

function Shown({
  plan,
  asked,
  ask,
  failed,
}: {
  plan: Plan;
  asked: boolean;
  ask: () => void;
  failed: Error | null;
}): ReactElement {
  const { t } = useLanguage();
  const words = useWords();
  usePage({ label: t('planTitle'), to: '/plans' }, { label: plan.element.name }, { label: plan.scenario.name });
  if (plan.state === 'no-run')
    return (
      <Empty title={words.answer(plan)}>
        {asked && !failed ? (
          <p role="status">{t('planRunAsked')}</p>
        ) : (
          <button type="button" className="btn pri" onClick={ask}>
            {t('planRunNow')}
          </button>
        )}
        {failed && <State error={failed} />}
      </Empty>
    );
  return (
    <PlanArticle
      plan={plan}
      asked={asked}
      ask={ask}
      pdf={`${planPath(plan.element.id, plan.scenario.id)}/plan.pdf`}
      below={<EvidencePanel subjectType="plan" subject={`${plan.element.id}/${plan.scenario.id}`} />}
    >
      <LastTest element={plan.element.id} />
      <ApprovalPanel path={planPath(plan.element.id, plan.scenario.id)} permission="edit-register" />
    </PlanArticle>
  );
}

/** A plan with times to read: as it is now, or as it was submitted; what stands below its answer says which. */
export function PlanArticle({
  plan,
  asked = false,
  ask,
  pdf,
  below,
  children,
}: {
  plan: Plan;
  asked?: boolean;
  ask?: () => void;
  pdf: string;
  below?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const { language, t } = useLanguage();
  const words = useWords();
  const { estimate, targets } = plan;
  return (
    <article className="plan">
      <p className="kicker">
        {plan.organisation} · {t('planDocument')} ·{' '}
        {t('planFor', { element: plan.element.name, scenario: plan.scenario.name })}
      </p>
      <div className="head">
        <div className="grow">
          <h1>{words.answer(plan)}</h1>
          {plan.state === 'ready' && <p className="lede">{words.verdict(plan)}</p>}
          {plan.state === 'not-hit' && estimate && (
            <p className="lede">{t('planNotHitBound', { high: percent(estimate.disrupted.high) })}</p>
          )}
          {plan.state === 'ready' && estimate && estimate.disrupted.estimate < 1 && (
            <p className="sub">{t('planWhenHit', { hit: words.chance(estimate.disrupted) })}</p>
          )}
          {plan.run?.stale && <p className="bad">{t('planStale')}</p>}
        </div>
        <span className="ways noprint">
          {plan.run?.stale && ask && (
            <button type="button" className="btn" onClick={ask} disabled={asked}>
              {t('planRunNow')}
            </button>
          )}
          <button
            type="button"
            className="btn"
            onClick={() => {
              window.print();
            }}
          >
            {t('planPrint')}
          </button>
          <a className="btn pri" href={`${pdf}?language=${language}`} target="_blank" rel="noreferrer">
            {t('planPdf')}
          </a>
        </span>
      </div>
      {children}
      {plan.state === 'ready' && estimate && (
        <>
          <nav className="jumps noprint" aria-label={t('planContents')}>
            {JUMPS.map(([id, text]) => (
              <a key={id} className="link" href={`#${id}`}>
                {t(text)}
              </a>
            ))}
          </nav>
          <section className="card">
            <Glyph rto={targets.rtoHours} mtpd={targets.mtpdHours} {...estimate.recovery} />
          </section>
          <Purpose plan={plan} />
        </>
      )}
      <Targets plan={plan} />
      {plan.state === 'ready' && <Phases plan={plan} />}
      <Maintenance plan={plan} />
      <Approval />
      {below && <div className="noprint">{below}</div>}
    </article>
  );
}

function Phases({ plan }: { plan: Plan }): ReactElement {
  const { t } = useLanguage();
  return (
    <>
      <Activation plan={plan} />
      <Section id="recovery" title="planRecovery">
        <p className="sub">{t(plan.recovery.length === 0 ? 'planRecoveryNone' : 'planRecoveryHint')}</p>
        <StepList steps={plan.recovery} label={t('planRecovery')} />
      </Section>
      <Validation plan={plan} />
      <Section id="reconstitution" title="planReconstitution">
        <p className="sub">
          {t(plan.reconstitution.length === 0 ? 'planReconstitutionNone' : 'planReconstitutionHint', {
            element: plan.element.name,
          })}
        </p>
        <StepList steps={plan.reconstitution} label={t('planReconstitution')} />
        <Closing plan={plan} />
      </Section>
      <People plan={plan} />
      <Capacity plan={plan} />
      <Contacts plan={plan} />
      <OpenPoints plan={plan} />
    </>
  );
}
