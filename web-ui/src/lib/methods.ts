import type { TextKey } from './i18n';

/** The word of a recovery method. */
export const METHOD_TEXT: Record<string, TextKey> = {
  failover: 'methodFailover',
  restore: 'methodRestore',
  repair: 'methodRepair',
  rebuild: 'methodRebuild',
  replace: 'methodReplace',
  workaround: 'methodWorkaround',
};

/** The word of what a hit does to an element. */
export const STATE_TEXT: Record<string, TextKey> = {
  outage: 'stateOutage',
  damaged: 'stateDamaged',
  destroyed: 'stateDestroyed',
  corrupted: 'stateCorrupted',
};
