import { describe, expect, it } from 'vitest';
import type { Happening, Play, Row, Stage, Standing } from './api';
import { Problem } from '../../lib/answer';
import {
  axisEnd,
  linesOf,
  nameIn,
  offersOf,
  paceOf,
  sinceEvent,
  standingOf,
  spanOf,
  standingsOf,
  toneOf,
} from './model';

const happening = (
  atMillis: number,
  kind: string,
  element: string | null,
  more: Partial<Happening> = {},
): Happening => ({
  atMillis,
  kind,
  element,
  team: null,
  method: -1,
  state: null,
  share: null,
  lostHours: null,
  decision: -1,
  ...more,
});

const standing = (element: string, more: Partial<Standing> = {}): Standing => ({
  element,
  state: 'damaged',
  good: false,
  share: 0,
  badSinceMillis: 0,
  working: -1,
  workingSinceMillis: null,
  waiting: -1,
  waitingSinceMillis: null,
  runsOn: -1,
  restarting: false,
  held: false,
  first: false,
  ...more,
});

const play = (more: Partial<Play>): Play => ({
  now: '',
  id: 1,
  plan: 1,
  planVersion: 1,
  version: 1,
  createdAt: '',
  createdBy: '',
  clock: { atMillis: 0, speed: 0, running: false },
  replayed: true,
  happened: [],
  elements: [],
  possible: [],
  injects: [],
  decisions: [],
  ended: null,
  ...more,
});

const element = (id: string, inScope: boolean): Stage['elements'][number] => ({
  named: { id, en: null, zhHant: null },
  type: 'asset',
  kind: 'host',
  inScope,
  rtoHours: null,
  mtpdHours: null,
  wrtHours: null,
  rpoHours: null,
  mbco: null,
  methods: [],
});

const stage = (...elements: Stage['elements']): Stage => ({
  title: '',
  scenario: { id: 's', en: null, zhHant: null },
  when: 'any',
  subject: 'a',
  horizonMillis: 0,
  elements,
  teams: [],
});

describe('a play [row:D3]', () => {
  it('writes virtual moments as hours, minutes and seconds', () => {
    expect(sinceEvent(0)).toBe('0:00:00');
    expect(sinceEvent(3_849_999)).toBe('1:04:09');
    expect(sinceEvent(100 * 3_600_000)).toBe('100:00:00');
  });

  it('names things in the language, else by id', () => {
    expect(nameIn({ id: 'x', en: 'Ex', zhHant: '艾' }, 'zh-Hant')).toBe('艾');
    expect(nameIn({ id: 'x', en: null, zhHant: null }, 'en')).toBe('x');
  });

  it('is asked for again while it goes on, and not where the service has refused to tell it', () => {
    const running = play({ clock: { atMillis: 0, speed: 60, running: true } });
    expect(paceOf({ data: running, error: null })).toBe(1000);
    expect(paceOf({ data: play({}), error: null })).toBe(2500);
    expect(paceOf({ data: running, error: new TypeError('no answer') })).toBe(1000);
    expect(paceOf({ data: undefined, error: new Problem('away', 'database-away', 503) })).toBe(2500);
    expect(paceOf({ data: undefined, error: new Problem('another', 'play-other-version', 409) })).toBe(false);
    expect(paceOf({ data: running, error: new Problem('another', 'play-other-version', 409) })).toBe(false);
  });

  it('tells what was decided also where the day cannot be replayed', () => {
    const decisions = [
      { number: 1, atMillis: 60_000, kind: 'declare', element: null, method: -1, note: '', at: '', by: 'Chen' },
      { number: 2, atMillis: 90_000, kind: 'choose', element: 'a', method: 1, note: '', at: '', by: 'Chen' },
    ];
    const lines = linesOf(play({ replayed: false, decisions, clock: { atMillis: 90_000, speed: 0, running: false } }));
    expect(lines.map((line) => [line.kind, line.of, line.happening?.decision])).toEqual([
      ['decided', [], 0],
      ['decided', ['a'], 1],
    ]);
  });

  it('says in one line what one moment does to many, and puts injects in their place', () => {
    const lines = linesOf(
      play({
        happened: [
          happening(0, 'hit', 'a', { state: 'destroyed' }),
          happening(0, 'hit', 'c', { state: 'outage' }),
          happening(0, 'hit', 'b', { state: 'destroyed' }),
          happening(600_000, 'begun', 'a', { method: 0 }),
          happening(600_000, 'begun', 'b', { method: 0 }),
        ],
        injects: [{ id: 'press', atMillis: 420_000, title: 'Press', text: 'calls', to: 'x', expected: '' }],
      }),
    );
    expect(lines.map((line) => [line.kind, line.of])).toEqual([
      ['hit', ['a', 'b']],
      ['hit', ['c']],
      ['inject', []],
      ['begun', ['a']],
      ['begun', ['b']],
    ]);
  });

  it('keeps apart what would have come after the end', () => {
    const ended = { atMillis: 10, speed: 0, running: false };
    const lines = linesOf(
      play({
        clock: ended,
        happened: [happening(10, 'down', 'a'), happening(11, 'back', 'a')],
        ended: {
          at: '',
          by: '',
          day: null,
          trial: 0,
          seed: '1',
          engine: '',
          modelDigest: '',
          outcome: { rows: [] },
        },
      }),
    );
    expect(lines.map((line) => line.after)).toEqual([false, true]);
  });

  it('knows of each element one word', () => {
    expect(standingOf(undefined)).toBe('up');
    expect(standingOf(standing('a', { good: true, state: null }))).toBe('up');
    expect(standingOf(standing('a', { good: true, runsOn: 1 }))).toBe('bridged');
    expect(standingOf(standing('a', { working: 0 }))).toBe('working');
    expect(standingOf(standing('a', { waiting: 0 }))).toBe('waiting');
    expect(standingOf(standing('a', { held: true }))).toBe('held');
    expect(standingOf(standing('a', { restarting: true }))).toBe('restarting');
    expect(standingOf(standing('a'))).toBe('down');
  });

  it('shows what the drill is about first, of the rest what is not as it should be', () => {
    const all = standingsOf(
      stage(element('a', false), element('b', true), element('c', false), element('d', false)),
      play({ elements: [standing('a'), standing('d', { waiting: 0 })] }),
    );
    const ids = (of: { element: { named: { id: string } } }[]): string[] => of.map((each) => each.element.named.id);
    expect([ids(all.scope), ids(all.seen), ids(all.down)]).toEqual([['b'], ['d'], ['a']]);
  });

  it('counts against targets from the first fall, though it was up since', () => {
    const [stood] = standingsOf(
      stage(element('a', true)),
      play({
        happened: [happening(5, 'down', 'a'), happening(50, 'back', 'a'), happening(90, 'down', 'a')],
        elements: [standing('a', { badSinceMillis: 90 })],
      }),
    ).scope;
    expect(stood?.countsFrom).toBe(5);
    expect(standingsOf(stage(element('a', true)), play({})).scope[0]?.countsFrom).toBeNull();
  });

  it('lists what can be decided by element', () => {
    const offers = offersOf(
      stage(element('a', true), element('b', true)),
      play({
        possible: [
          { kind: 'declare', element: null, method: -1 },
          { kind: 'hold', element: 'b', method: -1 },
          { kind: 'first', element: 'b', method: -1 },
        ],
      }),
    );
    expect(offers.map((each) => [each.element.named.id, each.possible.length])).toEqual([['b', 2]]);
  });

  it('tells bad from good', () => {
    expect([toneOf('rto-missed'), toneOf('back'), toneOf('inject'), toneOf('begun')]).toEqual([
      'bad',
      'good',
      'inject',
      'plain',
    ]);
  });

  it('has an axis that shows all that ever comes back', () => {
    const way = (recoveryHours: number | null): Row['played'] => ({ disrupted: true, recoveryHours, dataLossHours: 0 });
    const row: Row = {
      element: 'a',
      rtoHours: 4,
      mtpdHours: null,
      wrtHours: null,
      rpoHours: null,
      played: way(null),
      plain: way(10),
      lucky: way(2),
      unlucky: way(20),
    };
    expect(axisEnd([row])).toBeCloseTo(23);
  });
});

it('the bar from lucky to unlucky is open where one of them never ends', () => {
  const way = (recoveryHours: number | null): Row['lucky'] => ({ recoveryHours }) as Row['lucky'];
  expect(spanOf({ lucky: way(2), unlucky: way(9) })).toEqual([2, 9]);
  expect(spanOf({ lucky: way(2), unlucky: way(null) })).toEqual([2, null]);
  expect(spanOf({ lucky: way(null), unlucky: way(2) })).toEqual([2, null]);
  expect(spanOf({ lucky: way(null), unlucky: way(null) })).toEqual([null, null]);
});
