/** What a play shows, worked out from the service's answers; nothing here knows more than they say. */
import { Problem } from '../../lib/answer';
import type { Happening, Named, Play, Possible, Row, Stage, StageElement, Standing } from './api';

/** Whether the service has refused to tell: asking again tells nothing else. */
export const isRefused = (error: unknown): boolean => error instanceof Problem && error.status < 500;

/** After how many milliseconds a play is asked for again; false for not at all. */
export function paceOf({ data, error }: { data: Play | undefined; error: unknown }): number | false {
  if (isRefused(error) || data?.ended) return false;
  return data?.clock.running ? 1000 : 2500;
}

/** The stage of a play of which no stage can be told any more: what is in it goes by its id. */
export const BARE: Stage = {
  title: '',
  scenario: { id: '', en: null, zhHant: null },
  when: 'any',
  subject: '',
  horizonMillis: 0,
  elements: [],
  teams: [],
};

/** What something is called in a language: its name, else its id. */
export const nameIn = (named: Named, language: string): string =>
  (language === 'zh-Hant' ? named.zhHant : named.en) ?? named.id;

/** A virtual moment as hours, minutes and seconds since the event, such as 1:04:09. */
export function sinceEvent(millis: number): string {
  const seconds = Math.floor(millis / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** One line of what happened: the same thing of several elements at one moment, or one inject of the plan. */
export interface Line {
  key: string;
  atMillis: number;
  kind: string;
  /** Elements, or the one team. */
  of: string[];
  happening: Happening | null;
  inject: Play['injects'][number] | null;
  /** Whether it would have come after the play was ended. */
  after: boolean;
}

const TOGETHER = new Set(['hit', 'down', 'back', 'rto-missed', 'mtpd-missed', 'restarts']);

const joins = (line: Line, each: Happening): boolean =>
  line.happening?.kind === each.kind &&
  TOGETHER.has(each.kind) &&
  line.atMillis === each.atMillis &&
  line.happening.state === each.state;

/** The line of the same moment that something belongs to; nothing is drawn past a decision. */
function lineOf(lines: readonly Line[], each: Happening): Line | undefined {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (!line || line.atMillis !== each.atMillis || line.kind === 'decided') return undefined;
    if (joins(line, each)) return line;
  }
  return undefined;
}

/** Of a play that cannot be replayed nothing is told but what was decided. */
const happenedIn = (play: Play): Happening[] =>
  play.replayed
    ? play.happened
    : play.decisions.map(({ atMillis, element, method }, decision) => ({
        atMillis,
        kind: 'decided',
        element,
        team: null,
        method,
        state: null,
        share: null,
        lostHours: null,
        decision,
      }));

/** What happened with the plan's injects, in the order of time; what one moment does to many is one line. */
export function linesOf(play: Play): Line[] {
  const lines: Line[] = [];
  const end = play.ended ? play.clock.atMillis : Number.POSITIVE_INFINITY;
  happenedIn(play).forEach((each, i) => {
    const same = lineOf(lines, each);
    const of = each.element ?? each.team;
    if (same) {
      if (of) same.of.push(of);
    } else {
      lines.push({
        key: `h${i}`,
        atMillis: each.atMillis,
        kind: each.kind,
        of: of ? [of] : [],
        happening: each,
        inject: null,
        after: each.atMillis > end,
      });
    }
  });
  for (const inject of play.injects) {
    const place = lines.findIndex((line) => line.atMillis > inject.atMillis);
    lines.splice(place < 0 ? lines.length : place, 0, {
      key: `i${inject.id}`,
      atMillis: inject.atMillis,
      kind: 'inject',
      of: [],
      happening: null,
      inject,
      after: false,
    });
  }
  return lines;
}

/** How loud a line is: what is bad, what is good, the rest. */
export function toneOf(kind: string): 'bad' | 'good' | 'inject' | 'plain' {
  if (kind === 'inject') return 'inject';
  if (['hit', 'down', 'failed', 'rto-missed', 'mtpd-missed', 'rpo-missed', 'lapsed', 'called-off'].includes(kind))
    return 'bad';
  return ['back', 'succeeded', 'team-ready', 'hazard-over'].includes(kind) ? 'good' : 'plain';
}

/** The word of how an element stands. */
export type StandingWord = 'working' | 'waiting' | 'held' | 'restarting' | 'down' | 'bridged' | 'up';

export function standingOf(now: Standing | undefined): StandingWord {
  if (!now || (now.good && now.state === null)) return 'up';
  if (now.working >= 0) return 'working';
  if (now.waiting >= 0) return 'waiting';
  if (now.held) return 'held';
  if (now.restarting) return 'restarting';
  return now.good ? 'bridged' : 'down';
}

/** What stands where: what the drill is about, what else people see to, and what else is down. */
export interface Standings {
  scope: Stood[];
  seen: Stood[];
  down: Stood[];
}

export interface Stood {
  element: StageElement;
  now: Standing | undefined;
  /** Since when it counts against its targets: its first fall, though it may have been up since; null while it is as it must be. */
  countsFrom: number | null;
}

/** The moment from which an element that is down counts against its targets, as the model does. */
function countsFrom(play: Play, now: Standing | undefined): number | null {
  if (now?.badSinceMillis == null) return null;
  const fell = play.happened.find(
    (each) => each.element === now.element && (each.kind === 'hit' || each.kind === 'down'),
  );
  return Math.min(now.badSinceMillis, fell?.atMillis ?? now.badSinceMillis);
}

/** How everything stands; of what the drill is not about, nothing that runs. */
export function standingsOf(stage: Stage, play: Play): Standings {
  const by = new Map(play.elements.map((each) => [each.element, each]));
  const all = stage.elements.map((element) => {
    const now = by.get(element.named.id);
    return { element, now, countsFrom: countsFrom(play, now) };
  });
  const others = all.filter((each) => !each.element.inScope && standingOf(each.now) !== 'up');
  return {
    scope: all.filter((each) => each.element.inScope),
    seen: others.filter((each) => standingOf(each.now) !== 'down'),
    down: others.filter((each) => standingOf(each.now) === 'down'),
  };
}

export interface Offer {
  element: StageElement;
  possible: Possible[];
}

/** What can be decided, an element each, what the drill is about first. */
export function offersOf(stage: Stage, play: Play): Offer[] {
  return [...stage.elements]
    .sort((a, b) => Number(b.inScope) - Number(a.inScope))
    .map((element) => ({
      element,
      possible: play.possible.filter((each) => each.element === element.named.id),
    }))
    .filter((each) => each.possible.length > 0);
}

/** The end of an axis of hours that shows all of a comparison; never is beyond it. */
export function axisEnd(rows: Row[]): number {
  const all = rows.flatMap((row) => [
    row.played.recoveryHours,
    row.plain.recoveryHours,
    row.lucky.recoveryHours,
    row.unlucky.recoveryHours,
    row.rtoHours,
    row.mtpdHours,
  ]);
  return Math.max(1, ...all.filter((each): each is number => typeof each === 'number')) * 1.15;
}

/** From which hour to which the lucky and the unlucky day lie; an end of null is never, and two of them never at all. */
export function spanOf({ lucky, unlucky }: Pick<Row, 'lucky' | 'unlucky'>): [number | null, number | null] {
  const [one, other] = [lucky.recoveryHours ?? null, unlucky.recoveryHours ?? null];
  if (one === null || other === null) return [one ?? other, null];
  return [Math.min(one, other), Math.max(one, other)];
}
