import { expect, it } from 'vitest';
import { linkOf } from './run';

it('takes a link of the driving path apart', () => {
  expect(linkOf('payment-db:failover')).toEqual({ element: 'payment-db', method: 'failover' });
  expect(linkOf('idp-db')).toEqual({ element: 'idp-db', method: null });
  expect(linkOf('response')).toBeNull();
});
