/** Drill plans without a page: choices, new rows, texts of lists. */
import type { Content, View } from './api';

export const TYPES = ['desktop', 'data-recovery', 'scenario', 'live-failover'] as const;
export const STAGES = ['draft', 'submitted', 'approved', 'running', 'ended', 'closed', 'cancelled'] as const;
export const FORMS = [
  'walk-through',
  'tabletop',
  'checklist',
  'simulation-parallel',
  'simulation-full-interruption',
  'comprehensive',
] as const;
export const CATEGORIES = ['technical', 'people'] as const;
export const USES = ['exercise', 'real', 'both'] as const;
export const ROLES = ['leader', 'controller', 'evaluator', 'participant', 'observer'] as const;
export const KINDS = ['within-rto', 'within-rpo', 'no-rollback', 'enough-headroom', 'judged'] as const;
export const CLAIMS = [
  'severePlausible',
  'thirdParties',
  'switchover',
  'challengesAssumptions',
  'testersIndependent',
] as const;

/** How a plan is named by its number. */
export const numberOf = (id: number | string): string => `D-${id}`;

/** A name within a list that no other row of it has. */
export function freeId(rows: readonly { id: string }[], letter: string): string {
  const known = new Set(rows.map((row) => row.id));
  let number = rows.length + 1;
  while (known.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

/** The lines of a text that say something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A plan of which nothing is said yet. */
export const blank = (year: number, title: string): Content => ({
  title,
  unit: null,
  year,
  types: [],
  announced: true,
  category: 'technical',
  form: 'tabletop',
  scenario: null,
  scope: [],
  purpose: '',
  scenarioText: '',
  timing: null,
  window: null,
  steps: [],
  resources: [],
  participants: [],
  suppliers: [],
  noSuppliersReason: '',
  notifications: [],
  objectives: '',
  successCriteria: [],
  stopCriteria: [],
  rollback: '',
  injects: [],
  desktopOnlyReason: '',
  claims: {
    severePlausible: false,
    thirdParties: false,
    switchover: false,
    challengesAssumptions: false,
    testersIndependent: false,
  },
  template: null,
});

/** Whether two plans say the same. */
export const same = (a: Content, b: Content): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Minutes that the steps of a plan take together. */
export const minutesOf = (content: Content): number =>
  content.steps.reduce((sum, step) => sum + (step.plannedMinutes ?? 0), 0);

/** How many of the eight mandatory fields lack nothing. */
export const filledOf = (view: View): number => view.fields.filter((field) => field.missing.length === 0).length;

/** The place of the card that holds a mandatory field, for a link within the page. */
export const CARD_OF: Record<string, string> = {
  purpose: 'what',
  scenario: 'what',
  timing: 'when',
  steps: 'steps',
  resources: 'with',
  participants: 'who',
  suppliers: 'with',
  notification: 'notify',
};

/** The crosswalk of kinds of exercise. Source: NIST SP 800-84, FFIEC Business Continuity Management 2019, the guideline. */
export const CROSSWALK = [
  { type: 'desktop', forms: ['tabletop', 'checklist'], nist: 'tabletop exercise', ffiec: 'tabletop exercise' },
  { type: 'data-recovery', forms: ['simulation-parallel'], nist: 'test (component, system)', ffiec: 'test' },
  {
    type: 'scenario',
    forms: ['walk-through', 'simulation-parallel'],
    nist: 'functional exercise',
    ffiec: 'limited-scale exercise',
  },
  {
    type: 'live-failover',
    forms: ['simulation-full-interruption', 'comprehensive'],
    nist: 'full-scale functional exercise',
    ffiec: 'full-scale exercise',
  },
] as const;
