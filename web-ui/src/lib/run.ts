import type { RunInfo } from './api';
import type { TextKey } from './i18n';

/** The word of a run's state. */
export const STATUS_TEXT = {
  queued: 'statusQueued',
  running: 'statusRunning',
  finished: 'statusFinished',
  failed: 'statusFailed',
  cancelled: 'statusCancelled',
} as const satisfies Record<RunInfo['status'], TextKey>;

/** Whether a run still waits or works. */
export const isOpen = (run: Pick<RunInfo, 'status'>): boolean => run.status === 'queued' || run.status === 'running';

/** The team of a link that is a wait for people; null for any other link. */
export function waitOf(id: string, isTeam: (id: string) => boolean): string | null {
  const team = id.endsWith(':wait') ? id.slice(0, -':wait'.length) : '';
  return isTeam(team) ? team : null;
}

/** The element and the method of a link of the driving path; the response has neither. */
export function linkOf(id: string): { element: string; method: string | null } | null {
  if (id === 'response') return null;
  const at = id.indexOf(':');
  return at < 0 ? { element: id, method: null } : { element: id.slice(0, at), method: id.slice(at + 1) };
}

export const MOST_TRIALS = 10_000_000;

/** Whether trials and a seed can be asked for: whole numbers, as many trials as the service takes. */
export function canRun(trials: string, seed: string): boolean {
  return /^\d{1,8}$/.test(trials) && Number(trials) >= 1 && Number(trials) <= MOST_TRIALS && /^-?\d{1,15}$/.test(seed);
}
