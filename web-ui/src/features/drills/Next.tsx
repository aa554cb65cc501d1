import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { SmallAxis, SmallGlyph } from '../../components/Glyph';
import { Fault } from '../../components/Fault';
import { PlanIt } from '../../components/PlanIt';
import { getJson } from '../../lib/api';
import { DRILL_AXIS } from '../../lib/axis';
import type { components } from '../../lib/api/schema';
import { chance, hours, interval } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { findLast, type PlanRow, type PlanView } from '../../lib/lastDrill';
import { getEvery } from '../../lib/pages';
import { durationOf, passedOf, targetOf } from '../../lib/prediction';
import type { DrillType, Schedule } from './api';
import { MarkIcon } from './Mark';
import { dayText, markOf, titleOf } from './model';
import { type Coming, coming } from './next';
import { TYPE_TEXT } from './words';

type Schemas = components['schemas'];
type State = Schemas['DrillPlanApprovalController.PredictionState'];

/** The next drills with what the model expects of each: the predicted P50 to P95 against the target, and the last time as a dot. */
export function Next({ schedule }: { schedule: Schedule }): ReactElement | null {
  const { t } = useLanguage();
  const plans = useQuery({
    queryKey: ['drill-plans', 'every'],
    queryFn: () => getEvery<PlanRow>('/api/drill-plans', new URLSearchParams(), (row) => String(row.id)),
  });
  if (!plans.data) return plans.error ? <Fault error={plans.error} /> : null;
  const rows = coming(schedule, plans.data);
  if (rows.length === 0) return null;
  return (
    <section className="card nextdrills" aria-label={t('drillsNextTitle')}>
      <header>
        <h2>{t('drillsNextTitle')}</h2>
        <span className="sub">{t('drillsNextHint')}</span>
        <Link className="link r" to="/drills/plans">
          {t('drillsNextPlans')}
        </Link>
      </header>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('drillsWhen')}</th>
            <th scope="col">{t('drillsNextDrill')}</th>
            <th scope="col">
              <span className="vh">{t('drillsNextPredicted')}</span>
              <SmallAxis axis={DRILL_AXIS} />
            </th>
            <th scope="col">{t('drillsNextMeets')}</th>
            <th scope="col">{t('drillsNextPlan')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((each) => (
            <Row key={each.key} coming={each} plans={plans.data} schedule={schedule} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** So many teams are named where nobody leads a drill yet. */
const TEAMS = 2;

/** How often a prediction that is being worked out is asked for, in milliseconds. */
const POLL = 1000;

/** The frozen prediction of a plan, else the newest one of a draft; while that is worked out it is looked after. */
function usePrediction(plan: PlanRow | null): {
  view: PlanView | undefined;
  prediction: Schemas['Prediction'] | null;
  running: boolean;
} {
  const view = useQuery({
    queryKey: ['drill-plan', String(plan?.id)],
    queryFn: () => getJson<PlanView>(`/api/drill-plans/${plan?.id ?? 0}`),
    enabled: plan !== null,
  });
  const draft = view.data?.stage === 'draft' ? view.data : null;
  const state = useQuery({
    queryKey: ['drill-plan-prediction', draft?.id, draft?.version],
    queryFn: () => getJson<State>(`/api/drill-plans/${draft?.id ?? 0}/prediction`),
    enabled: draft !== null,
    refetchInterval: ({ state: { data, error } }) => (data?.status === 'running' && !error ? POLL : false),
  });
  const ready = state.data?.status === 'ready' ? state.data.prediction : null;
  return {
    view: view.data,
    prediction: draft ? ready : (view.data?.prediction ?? null),
    running: state.data?.status === 'running',
  };
}

function Row({
  coming: { when, drill, plan },
  plans,
  schedule,
}: {
  coming: Coming;
  plans: PlanRow[] | undefined;
  schedule: Schedule;
}): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const { view, prediction, running } = usePrediction(plan);
  const last = useQuery({
    queryKey: ['drill-plans', 'last', plan?.id],
    queryFn: () => (plan && plans ? findLast(plans, plan) : null),
    enabled: plan !== null && plans !== undefined,
  });
  const types = (plan?.types ?? drill?.types ?? []) as DrillType[];
  const name = plan?.title ?? (drill ? titleOf(drill, schedule, nameOf, t('drillsJoin')) : '');
  const teams = (drill?.teams ?? []).map((id) => nameOf(schedule.teams.find((each) => each.id === id) ?? { id }));
  const named = teams.length > TEAMS + 1 ? teams.slice(0, TEAMS) : teams;
  const others = teams.length - named.length;
  const who = plan?.leader ?? named.join(t('drillsJoin')) + (others > 0 ? ` ${t('drillsNextOthers', { others })}` : '');
  const announced = plan?.announced ?? drill?.announced ?? true;
  const band = durationOf(prediction);
  const passed = passedOf(prediction);
  const state =
    plan?.stage === 'approved' || plan?.stage === 'running' ? 'approved' : drill ? markOf(drill) : 'proposed';
  return (
    <tr>
      <td className="when">
        {'date' in when ? (
          <>
            <b>{dayText(when.date, language)}</b> <span>{when.start}</span>
          </>
        ) : (
          <b>{t('drillsWithin', { from: dayText(when.from, language), to: dayText(when.to, language) })}</b>
        )}
      </td>
      <th scope="row">
        {plan ? (
          <Link className="link" to={`/drills/plans/${plan.id}`}>
            {name}
          </Link>
        ) : (
          name
        )}
        <small className="sub">
          <MarkIcon types={types} state={state} />
          {[
            types.map((type) => t(TYPE_TEXT[type])).join(' + '),
            ...(announced ? [] : [t('drillsUnannounced')]),
            ...(who ? [who] : []),
          ].join(' · ')}
        </small>
      </th>
      <td className="band">
        {band && (
          <>
            <SmallGlyph
              axis={DRILL_AXIS}
              rto={view ? targetOf(view.content, prediction) : null}
              mtpd={null}
              p50={band.p50}
              p95={band.p95}
              last={last.data?.hours ?? null}
            />
            <small className="sub times">
              {t('drillsBand', {
                p50: hours(band.p50, language),
                p95: band.p95 === null ? t('never') : hours(band.p95, language),
              })}
            </small>
          </>
        )}
        {plan && view && !band && (
          <span className="sub">
            {t(running ? 'drillsNextRunning' : prediction ? 'drillsNextUnknown' : 'drillsNextUnasked')}
            {last.data && <small>{t('lastTime', { time: hours(last.data.hours, language) })}</small>}
          </span>
        )}
      </td>
      <td className="chance">
        {passed && (
          <>
            <b>{chance({ estimate: passed.value, ...passed }, language)}</b>{' '}
            <small className="sub">{interval(passed.low, passed.high, t('to'))}</small>
          </>
        )}
      </td>
      <td className="howfar">
        {plan ? (
          <>
            <span>{t(`dplStage-${plan.stage}`)}</span>
            {plan.stage === 'draft' && plan.missing > 0 && (
              <small className="bad">{t('dplLacks', { count: plan.missing })}</small>
            )}
            {(plan.stage === 'approved' || plan.stage === 'running') && (
              <Link className="link" to={`/drills/plans/${plan.id}/run`}>
                {t('drillsNextRun')}
              </Link>
            )}
          </>
        ) : (
          <>
            <span className="sub">{t('drillsNextNoPlan')}</span>
            {drill && <PlanIt from={{ scheduled: drill.uid }} name={name} />}
          </>
        )}
      </td>
    </tr>
  );
}
