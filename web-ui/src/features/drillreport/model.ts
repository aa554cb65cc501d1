import type { Content, Figure, SupplierContent } from './api';

export const RESULTS = ['passed', 'passed-with-issues', 'failed', 'incomplete'] as const;
export const INTEGRITIES = ['not-checked', 'whole', 'damaged'] as const;
export const ASSESSMENTS = ['not-assessed', 'able', 'needs-training'] as const;
export const SEVERITIES = ['low', 'medium', 'high'] as const;
export const CATEGORIES = [
  'plan',
  'procedure',
  'technology',
  'data',
  'people',
  'communication',
  'facility',
  'supplier',
  'other',
] as const;

/** A drill of a supplier of which nothing is said yet. */
export const blankSupplier = (heldOn: string): SupplierContent => ({
  supplier: '',
  element: null,
  title: '',
  heldOn,
  result: 'passed',
  review: '',
  findings: '',
  nextDue: null,
  unit: null,
});

/** An id for a finding that the report does not have yet. */
export const freshId = (content: Content): string => {
  const taken = new Set(content.findings.map((each) => each.id));
  let number = content.findings.length + 1;
  while (taken.has(`f${number}`)) number += 1;
  return `f${number}`;
};

/** Who took part, with what somebody says of a person in the place of what was said of them before. */
export function withPerson(
  content: Content,
  person: string,
  part: Partial<Content['attendees'][number]>,
): Pick<Content, 'attendees'> {
  const before = content.attendees.find((each) => each.person === person) ?? {
    person,
    present: null,
    assessment: 'not-assessed' as const,
    note: '',
  };
  const others = content.attendees.filter((each) => each.person !== person);
  return { attendees: [...others, { ...before, ...part }] };
}

/** The report with an age of data that somebody typed; an empty text takes it back. */
export function withAge(content: Content, element: string, typed: string): Content {
  const hours = Number(typed.replace(',', '.'));
  const others = content.dataAges.filter((each) => each.element !== element);
  return {
    ...content,
    dataAges: typed.trim() === '' || !Number.isFinite(hours) || hours < 0 ? others : [...others, { element, hours }],
  };
}

/** The end of the axis of some figures: a tenth more than the largest of them. */
export const axisOf = (figures: readonly Figure[]): number =>
  1.1 *
  Math.max(1e-9, ...figures.flatMap((each) => [each.target, each.p90, each.p50, each.actual]).map((each) => each ?? 0));
