import type { IconName } from '../components/Icon';
import type { TextKey } from '../lib/i18n';

/** A room of the navigation. */
export interface Room {
  to: string;
  text: TextKey;
  icon: IconName;
}

/** The rooms that exist, in the order of the navigation; a room that is built adds its line here. */
export const ROOMS: Room[] = [
  { to: '/', text: 'overview', icon: 'overview' },
  { to: '/register', text: 'register', icon: 'register' },
  { to: '/scenarios', text: 'scenarios', icon: 'scenarios' },
  { to: '/plans', text: 'planRoom', icon: 'plans' },
  { to: '/drills', text: 'drills', icon: 'drills' },
];
