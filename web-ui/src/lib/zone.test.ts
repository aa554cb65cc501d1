import { afterEach, expect, test, vi } from 'vitest';
import { instantOf } from './evidence';
import { moment } from './format';
import { lastOf } from './kept';
import type { SessionInfo } from './session';
import { dayOfMoment, momentOf, organisationZone, setOrganisationZone, today } from './zone';

afterEach(() => {
  setOrganisationZone(null);
  vi.useRealTimers();
});

test('times are told in the zone of the organisation, across its daylight-saving change', () => {
  expect(moment('2026-03-29T00:30:00Z', 'en')).toBe('29 Mar 2026, 08:30');
  setOrganisationZone('Europe/London');
  expect(moment('2026-03-29T00:30:00Z', 'en')).toBe('29 Mar 2026, 00:30');
  expect(moment('2026-03-29T01:30:00Z', 'zh-Hant')).toBe('2026/3/29 02:30');
  setOrganisationZone('America/New_York');
  expect(moment('2026-01-01T03:00:00Z', 'en')).toBe('31 Dec 2025, 22:00');
});

test('a zone that is not named, or that the browser does not know, is the one of the service', () => {
  setOrganisationZone('Europe/London');
  setOrganisationZone('Nowhere/Atlantis');
  expect(organisationZone()).toBe('Asia/Taipei');
  setOrganisationZone('Europe/London');
  setOrganisationZone(null);
  expect(organisationZone()).toBe('Asia/Taipei');
});

test('a time that is typed is one of the organisation, in summer and in winter', () => {
  expect(instantOf('2026-07-01T09:30')).toBe('2026-07-01T01:30:00.000Z');
  setOrganisationZone('Europe/London');
  expect(instantOf('2026-07-01T09:30')).toBe('2026-07-01T08:30:00.000Z');
  expect(instantOf('2026-01-15T09:30')).toBe('2026-01-15T09:30:00.000Z');
  expect(instantOf('')).toBe('');
});

test('a time that the clocks show twice is the earlier one, and one that they skip lies as far after', () => {
  const at = (local: string): string => momentOf(local, 'Europe/London').toISOString();
  expect(at('2026-10-25T01:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(at('2026-10-25T02:30')).toBe('2026-10-25T02:30:00.000Z');
  expect(at('2026-03-29T01:30')).toBe('2026-03-29T01:30:00.000Z'); // 02:30 in summer
  expect(momentOf('2026-03-08T02:30', 'America/New_York').toISOString()).toBe('2026-03-08T07:30:00.000Z');
});

test('the day of a moment, and today, are those where the organisation is', () => {
  expect(dayOfMoment('2026-06-08T17:00:00Z')).toBe('2026-06-09');
  setOrganisationZone('America/New_York');
  expect(dayOfMoment('2026-01-01T03:00:00Z')).toBe('2025-12-31');
  vi.useFakeTimers({ now: new Date('2026-01-01T03:00:00Z') });
  expect(today()).toBe('2025-12-31');
});

test('a zone is known once it was told, also where it is the one that was assumed', async () => {
  vi.resetModules();
  const fresh = await import('./zone');
  expect(fresh.findOrganisationZone()).toBeNull();
  expect(fresh.organisationZone()).toBe('Asia/Taipei');
  fresh.setOrganisationZone('Asia/Taipei');
  expect(fresh.findOrganisationZone()).toBe('Asia/Taipei');
});

test('a zone that is only assumed does not replace the one that is kept for when there is no connection', () => {
  const session = { state: 'signed-in', csrf: 'secret' } as SessionInfo;
  const kept = { session, timeZone: 'Europe/London' };
  expect(lastOf(session, null, kept)).toEqual({ session: { ...session, csrf: null }, timeZone: 'Europe/London' });
  expect(lastOf(session, 'Asia/Tokyo', kept).timeZone).toBe('Asia/Tokyo');
  expect(lastOf(session, null, undefined)).not.toHaveProperty('timeZone');
});
