import type { IconName } from '../components/Icon';
import type { TextKey } from '../lib/i18n';
import { isAllowed, type Permission, useSession } from '../lib/session';

/** A room of the navigation. */
export interface Room {
  to: string;
  text: TextKey;
  icon: IconName;
  /** What one must be allowed, in the whole organisation, to see it; everybody does where nothing is said. */
  needs?: Permission;
  /** Whether a phone's bar has it without asking for all rooms. */
  phone?: true;
}

/** The rooms that exist, in the order of the navigation; a room that is built adds its line here. */
export const ROOMS: Room[] = [
  { to: '/', text: 'overview', icon: 'overview', phone: true },
  { to: '/register', text: 'register', icon: 'register' },
  { to: '/impact', text: 'biaRoom', icon: 'impact' },
  { to: '/levels', text: 'slaTitle', icon: 'levels' },
  { to: '/checklists', text: 'checklistRoom', icon: 'check' },
  { to: '/scenarios', text: 'scenarios', icon: 'scenarios' },
  { to: '/plans', text: 'planRoom', icon: 'plans', phone: true },
  { to: '/drills', text: 'drills', icon: 'drills', phone: true },
  { to: '/changes', text: 'changeRoom', icon: 'changes' },
  { to: '/actions', text: 'actionRoom', icon: 'actions' },
  { to: '/approvals', text: 'approvalRoom', icon: 'approvals', phone: true },
  { to: '/people', text: 'peopleRoom', icon: 'people', needs: 'administer' },
  { to: '/audit', text: 'auditRoom', icon: 'audit', needs: 'read-audit' },
];

/** The rooms that whoever is signed in may enter. */
export function useRooms(): Room[] {
  const session = useSession();
  return ROOMS.filter((room) => room.needs === undefined || isAllowed(session, room.needs, true));
}
