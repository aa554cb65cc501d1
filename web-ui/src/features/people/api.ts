import { getJson, postJson, putJson, remove } from '../../lib/api';
import type { components } from '../../lib/api/schema';
import type { Unit } from '../../lib/units';

export type Person = components['schemas']['PeopleController.AccountView'];
export type Grant = components['schemas']['PeopleController.GrantBody'];
export type Deputy = Person['deputies'][number];
export type Identity = components['schemas']['IdentityController.IdentityView'];
export type Invited = components['schemas']['PeopleController.InvitedView'];

export const ROLES = ['planner', 'operator', 'executive', 'approver', 'auditor', 'administrator'] as const;

export const getPeople = (): Promise<Person[]> => getJson('/api/accounts');
export const addPerson = (wanted: { signInName: string; displayName: string; grants: Grant[] }): Promise<Invited> =>
  postJson('/api/accounts', wanted);
export const changePerson = (person: Person): Promise<Person> =>
  putJson(`/api/accounts/${person.id}`, {
    displayName: person.displayName,
    disabled: person.disabled,
    grants: person.grants,
    deputies: person.deputies,
    version: person.version,
  });
export const makeLink = (id: number): Promise<Invited> => postJson(`/api/accounts/${id}/link`, {});
export const getIdentities = (): Promise<Identity[]> => getJson('/api/identities');
export const linkIdentity = (account: number, subject: string): Promise<Identity> =>
  postJson('/api/identities', { account, subject });
export const removeIdentity = (id: number): Promise<void> => remove(`/api/identities/${id}`);
export const addUnit = (unit: Omit<Unit, 'version'>): Promise<Unit> => postJson('/api/units', { ...unit, version: 1 });
export const changeUnit = (unit: Unit): Promise<Unit> => putJson(`/api/units/${encodeURIComponent(unit.id)}`, unit);
export const removeUnit = (id: string): Promise<void> => remove(`/api/units/${encodeURIComponent(id)}`);

/** The address that somebody is sent, with the secret where no server sees it. */
export const linkAddress = (link: string): string => `${window.location.origin}/welcome#${link}`;
