import type { components } from './api/schema';

type Schemas = components['schemas'];
type Prediction = Schemas['Prediction'];

/** What of a plan says by when things must be back. */
interface Aims {
  successCriteria: Pick<Schemas['PlanContent']['successCriteria'][number], 'kind' | 'hours' | 'element'>[];
}

/**
 * The target of a drill in hours: the tightest recovery time that its plan wants to meet, else the RTO of the element that it names;
 * null where there is none.
 */
export function targetOf(content: Aims, prediction: Prediction | null | undefined): number | null {
  const rtos = new Map(
    prediction?.types.flatMap((type) => type.elements.map((each) => [each.element, each.rtoHours] as const)),
  );
  const hours = content.successCriteria.flatMap((each) => {
    const target = each.kind === 'within-rto' ? (each.hours ?? rtos.get(each.element ?? '') ?? null) : null;
    return target === null ? [] : [target];
  });
  return hours.length > 0 ? Math.min(...hours) : null;
}

/** How long a drill is predicted to take, in hours: of its longest type; a P95 of null is never; null where the model says nothing. */
export function durationOf(prediction: Prediction | null | undefined): { p50: number; p95: number | null } | null {
  const bands = (prediction?.types ?? []).flatMap(({ duration }) =>
    duration?.p50 != null ? [{ p50: duration.p50, p95: duration.p95 ?? null }] : [],
  );
  return bands.length > 0 ? bands.reduce((longest, each) => (each.p50 > longest.p50 ? each : longest)) : null;
}

/** The predicted chance to meet every criterion, of the type that is least likely to; null where the model says nothing. */
export function passedOf(prediction: Prediction | null | undefined): Schemas['Prediction.Chance'] | null {
  const chances = (prediction?.types ?? []).flatMap(({ passed }) => (passed ? [passed] : []));
  return chances.length > 0 ? chances.reduce((one, other) => (other.value < one.value ? other : one)) : null;
}
