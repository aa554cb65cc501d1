import { expect, it } from 'vitest';
import { linkOf, waitOf } from './run';

it('takes a link of the driving path apart', () => {
  expect(linkOf('payment-db:failover')).toEqual({ element: 'payment-db', method: 'failover' });
  expect(linkOf('idp-db')).toEqual({ element: 'idp-db', method: null });
  expect(linkOf('response')).toBeNull();
});

it('knows a wait for people by its team', () => {
  const isTeam = (id: string): boolean => id === 'dba';
  expect(waitOf('dba:wait', isTeam)).toBe('dba');
  expect(waitOf('queue:wait', isTeam)).toBeNull();
  expect(waitOf('dba:failover', isTeam)).toBeNull();
});
