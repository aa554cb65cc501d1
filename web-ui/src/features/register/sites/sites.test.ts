import { expect, it } from 'vitest';
import { degrees, draftOf, entryOf, near, type Site, spotsOf } from './sites';

const site = (id: string, lat: number | null, lon: number | null): Site => ({
  id,
  name: null,
  names: {},
  lat,
  lon,
  elements: 0,
  nearest: [],
});

it('keeps what the form does not show and takes away what was emptied', () => {
  const stored = {
    id: 'tpe',
    name: 'Taipei',
    names: { en: 'Taipei', 'zh-Hant': '臺北', ja: '台北' },
    lat: 25,
    'x-unit': 'net',
  };
  expect(entryOf(draftOf(stored), stored)).toEqual(stored);
  expect(entryOf({ id: 'tpe', english: '', chinese: '臺北', lat: '', lon: '121.5' }, stored)).toEqual({
    id: 'tpe',
    name: '臺北',
    names: { 'zh-Hant': '臺北', ja: '台北' },
    lon: 121.5,
    'x-unit': 'net',
  });
});

it('reads degrees, and refuses what lies outside', () => {
  expect([degrees('', 90), degrees('25.04', 90), degrees('-90', 90)]).toEqual([undefined, 25.04, -90]);
  expect([degrees('91', 90), degrees('north', 90)]).toEqual([Number.NaN, Number.NaN]);
});

it('draws a degree of latitude 111.2 km long, and one of longitude by the cosine of the middle', () => {
  const [a, b] = spotsOf([site('a', 60, 10), site('b', 60, 11), site('c', null, null)]);
  expect((b?.x ?? 0) - (a?.x ?? 0)).toBeCloseTo(55.6, 1);
  const [north, south] = spotsOf([site('n', 1, 0), site('s', 0, 0)]);
  expect((south?.y ?? 0) - (north?.y ?? 0)).toBeCloseTo(111.2, 1);
});

it('names the sites that are too near to another', () => {
  const one = { ...site('a', 1, 1), nearest: [{ id: 'b', km: 34.99, near: true }] };
  expect(near([one, site('b', 2, 2)]).map((each) => each.id)).toEqual(['a']);
});
