import { afterEach, expect, test } from 'vitest';
import { moment } from './format';
import { organisationZone, setOrganisationZone } from './zone';

afterEach(() => {
  setOrganisationZone(null);
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
