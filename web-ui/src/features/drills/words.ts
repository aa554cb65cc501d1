import type { TextKey } from '../../lib/i18n';
import type { DrillType } from './api';

export const TYPES: DrillType[] = ['desktop', 'data-recovery', 'scenario', 'live-failover'];

export const TYPE_TEXT: Record<DrillType, TextKey> = {
  desktop: 'drillsDesktop',
  'data-recovery': 'drillsDataRecovery',
  scenario: 'drillsScenario',
  'live-failover': 'drillsLive',
};

const FLAG_TEXT: Record<string, TextKey> = {
  'month-not-covered': 'drillsFlagMonth',
  'longer-than-window': 'drillsFlagLong',
  'no-team': 'drillsFlagTeam',
  'no-tier': 'drillsFlagTier',
};

/** A flag in two words; its sentence stands with the reasons. */
export const flagText = (code: string): TextKey => FLAG_TEXT[code] ?? 'drillsFlagOther';
