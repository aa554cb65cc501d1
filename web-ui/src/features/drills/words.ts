import type { TextKey } from '../../lib/i18n';
import type { DrillType } from './api';

export const TYPES: DrillType[] = ['desktop', 'data-recovery', 'scenario', 'live-failover'];

export const TYPE_TEXT: Record<DrillType, TextKey> = {
  desktop: 'drillsDesktop',
  'data-recovery': 'drillsDataRecovery',
  scenario: 'drillsScenario',
  'live-failover': 'drillsLive',
};

/** The full name of a type, as a heading. */
export const TYPE_TITLE: Record<DrillType, TextKey> = {
  desktop: 'drillsTitleDesktop',
  'data-recovery': 'drillsTitleDataRecovery',
  scenario: 'drillsTitleScenario',
  'live-failover': 'drillsTitleLive',
};

const FLAG_TEXT: Record<string, TextKey> = {
  'month-not-covered': 'drillsFlagMonth',
  'longer-than-window': 'drillsFlagLong',
  'no-team': 'drillsFlagTeam',
  'no-tier': 'drillsFlagTier',
  'search-cut': 'drillsFlagCut',
};

/** A flag in two words; its sentence stands with the reasons. */
export const flagText = (code: string): TextKey => FLAG_TEXT[code] ?? 'drillsFlagOther';

/** What a criterion asks for. */
export const CRITERION_TEXT: Record<string, TextKey> = {
  'every-team-alerted': 'drillsCriterionAlerted',
  'response-leaves-time': 'drillsCriterionResponse',
  restored: 'drillsCriterionRestored',
  'within-rpo': 'drillsCriterionRpo',
  'within-rto': 'drillsCriterionRto',
  recovered: 'drillsCriterionRecovered',
  'no-rollback': 'drillsCriterionNoRollback',
  'enough-headroom': 'drillsCriterionHeadroom',
};

/** Why production is at the risk that it is. */
export const WHY_TEXT: Record<string, TextKey> = {
  'on-paper': 'drillsWhyPaper',
  'aside-from-production': 'drillsWhyAside',
  'parallel-environment': 'drillsWhyParallel',
  simulated: 'drillsWhySimulated',
};

/** Which number of the model an input is. */
export const QUANTITY_TEXT: Record<string, TextKey> = {
  duration: 'drillsQuantityDuration',
  success: 'drillsQuantitySuccess',
  usable: 'drillsQuantityUsable',
  lag: 'drillsQuantityLag',
  restart: 'drillsQuantityRestart',
  detect: 'drillsQuantityDetect',
  declare: 'drillsQuantityDeclare',
  mobilise: 'drillsQuantityMobilise',
  'mobilise-off-hours': 'drillsQuantityOffHours',
};

/** Why no input is listed that a drill would teach something about. */
export const NOTHING = {
  'not-asked': 'drillsTeachesNotAsked',
  'nothing-uncertain': 'drillsTeachesNothing',
  estimated: 'drillsTeachesLittle',
} as const satisfies Record<string, TextKey>;
