import type { Overview, RunInfo, Scenario } from '../../lib/api';

const ORIGINS = ['natural', 'sudden', 'internal', 'intrusion', 'other'] as const;
export type Origin = (typeof ORIGINS)[number];

/** The scenarios by origin, in the guideline's order; an origin without any is left out. */
export function byOrigin(scenarios: Scenario[]): { origin: Origin; scenarios: Scenario[] }[] {
  const of = (scenario: Scenario): Origin => ORIGINS.find((each) => each === scenario.origin) ?? 'other';
  return ORIGINS.map((origin) => ({ origin, scenarios: scenarios.filter((each) => of(each) === origin) })).filter(
    (group) => group.scenarios.length > 0,
  );
}

/** Of a scenario's services and processes: how many it reaches, and how many then miss their RTO in more than one trial of five. */
export function verdict(overview: Pick<Overview, 'cells'>, scenario: string): { reached: number; missed: number } {
  const cells = overview.cells.filter((cell) => cell.column === scenario && (cell.disrupted?.estimate ?? 0) > 0);
  return {
    reached: cells.length,
    missed: cells.filter((cell) => (cell.withinRto?.estimate ?? 1) < 0.8).length,
  };
}

/** The newest state of each run: what its events said last, else what the list said. */
export function merged(listed: RunInfo[], heard: ReadonlyMap<number, RunInfo>): RunInfo[] {
  return listed.map((run) => heard.get(run.id) ?? run);
}
