/**
 * Events of a drill to its state, in the page: the same function as the service's `RunFold`, so that a phone without a connection shows
 * what the service will say. Both are held against `fold-cases.json`.
 */

/** An event as the service gives it; one that it has not received yet has no number and no `receivedAt`. */
export interface RunEvent {
  id: string;
  number?: number;
  at: string;
  offsetMillis: number;
  kind: string;
  step?: string | null;
  inject?: string | null;
  notification?: string | null;
  criterion?: string | null;
  text?: string | null;
  value?: number | null;
  outcome?: string | null;
  person?: string | null;
  evidence?: number | null;
  withdraws?: string | null;
  receivedAt?: string | null;
  by: string;
}

/** What a run is held against. */
export interface RunScript {
  steps: { id: string; ends?: string | null | undefined }[];
  injects: { id: string; atMinutes: number }[];
  notifications: { id: string; withinMinutes?: number | null | undefined }[];
  successCriteria: string[];
  stopCriteria: { id: string; limit?: number | null | undefined; atLeast?: boolean | undefined }[];
}

export interface Mark {
  event: string;
  kind: string;
  at: number;
  by: string;
  text: string | null;
  counts: boolean;
}
export interface StepState {
  id: string;
  result: 'waiting' | 'running' | 'done' | 'failed' | 'skipped';
  startedAt: number | null;
  endedAt: number | null;
  problems: boolean;
  marks: Mark[];
}
export interface Hold {
  kind: string;
  from: number;
  until: number | null;
  by: string;
  text: string | null;
}
export interface InjectState {
  id: string;
  dueAt: number | null;
  deliveredAt: number | null;
  answeredAt: number | null;
  answer: string | null;
  answeredBy: string | null;
}
export interface NotificationState {
  id: string;
  at: number | null;
  minutes: number | null;
  inTime: boolean | null;
  by: string | null;
}
export interface MeasurementState {
  criterion: string;
  past: boolean;
  readings: { at: number; value: number; past: boolean; by: string }[];
}
export interface JudgementState {
  criterion: string;
  met: boolean | null;
  value: number | null;
  at: number | null;
  by: string | null;
  text: string | null;
}

/** Moments are milliseconds since 1970 by the service's clock. */
export interface RunState {
  status: 'not-started' | 'running' | 'stopped' | 'rolled-back' | 'ended';
  startedAt: number | null;
  endedAt: number | null;
  endedHow: string | null;
  holds: Hold[];
  steps: StepState[];
  elements: { element: string; backAt: number | null; rtaHours: number | null }[];
  injects: InjectState[];
  notifications: NotificationState[];
  measurements: MeasurementState[];
  criteria: JudgementState[];
  attendance: { person: string; at: number; by: string }[];
  notes: { event: string; at: number; by: string; text: string; step: string | null }[];
  photos: {
    event: string;
    at: number;
    by: string;
    evidence: number | null;
    text: string | null;
    step: string | null;
  }[];
  withdrawn: string[];
}

const FIXED = new Set(['started', 'ended', 'withdrawn']);
/** What may follow a start that is taken back: it says nothing of how the drill went, or is a start or a withdrawal itself. */
const LEAVES_START_OPEN = new Set(['arrived', 'note', 'photo', 'started', 'withdrawn']);
/** What belongs to no start, and stays when one is taken back. */
const STAYS = new Set(['started', 'ended', 'withdrawn', 'note', 'photo']);
const OF_STEP = new Set(['step-started', 'step-done', 'step-problem', 'step-skipped']);

/** When an event happened by the service's clock: never later than it was received. */
export function when(event: RunEvent): number {
  const told = Date.parse(event.at) + event.offsetMillis;
  return event.receivedAt ? Math.min(told, Date.parse(event.receivedAt)) : told;
}

/** The one order of events: by time, then by the text of their ids. */
export const inOrder = (one: RunEvent, other: RunEvent): number =>
  when(one) - when(other) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

const isEnd = (event: RunEvent): boolean =>
  event.kind === 'step-done' ||
  event.kind === 'step-skipped' ||
  (event.kind === 'step-problem' && event.outcome === 'failed');

function step(id: string, events: RunEvent[]): StepState {
  const about = events.filter((event) => OF_STEP.has(event.kind) && event.step === id);
  const start = about.find((event) => event.kind === 'step-started');
  const end = about.find(isEnd);
  const ended = end?.kind === 'step-done' ? 'done' : end?.kind === 'step-skipped' ? 'skipped' : 'failed';
  return {
    id,
    result: end ? ended : start ? 'running' : 'waiting',
    startedAt: start ? when(start) : null,
    endedAt: end ? when(end) : null,
    problems: about.some((event) => event.kind === 'step-problem'),
    marks: about.map((event) => ({
      event: event.id,
      kind: event.kind,
      at: when(event),
      by: event.by,
      text: event.text ?? null,
      counts: isEnd(event) ? event === end : event.kind !== 'step-started' || event === start,
    })),
  };
}

/** Each hold; the last one is open where it lasted to the end. */
function holdsOf(events: RunEvent[], endedAt: number | null): Hold[] {
  const holds: Hold[] = [];
  for (const event of events) {
    if (!['stopped', 'rolled-back', 'resumed'].includes(event.kind) || (endedAt !== null && when(event) > endedAt))
      continue;
    const open = holds.at(-1)?.until === null ? holds.at(-1) : undefined;
    if (open?.kind === event.kind) continue; // the first says since when
    if (open) open.until = when(event);
    if (event.kind !== 'resumed')
      holds.push({ kind: event.kind, from: when(event), until: null, by: event.by, text: event.text ?? null });
  }
  return holds;
}

/**
 * The withdrawals that take a start back, in their order: until the next start after the withdrawal, nothing that tells how the drill went
 * was marked, but for what was taken back itself. A mark that arrives late brings the start back.
 */
function takingBack(all: RunEvent[], begun: RunEvent, taken: Set<string>): RunEvent[] {
  const start = all.indexOf(begun);
  return all.filter((event, w) => {
    if (event.kind !== 'withdrawn' || event.withdraws !== begun.id) return false;
    // what is of one moment with a start, such as the first step, belongs to that start, wherever its id puts it
    const from = when(begun);
    const next = all.slice(Math.max(start, w) + 1).find((each) => each.kind === 'started');
    return all
      .filter((each) => when(each) >= from && (!next || when(each) < when(next)))
      .every((each) => LEAVES_START_OPEN.has(each.kind) || taken.has(each.id));
  });
}

/** The ids of the events that do not count, in their order: what was taken back, and what belonged to a start that was. */
function takenBack(all: RunEvent[]): string[] {
  const named = new Set(all.flatMap((event) => (event.kind === 'withdrawn' ? [event.withdraws ?? ''] : [])));
  const marks = new Set(all.filter((event) => !FIXED.has(event.kind) && named.has(event.id)).map((event) => event.id));
  const starts = all.filter((event) => event.kind === 'started');
  const backs = starts.map((event) => (named.has(event.id) ? takingBack(all, event, marks).at(0) : undefined));
  const begun = starts.find((_, i) => !backs[i]);
  // a start that was taken back later than another one counted: the drill goes on with that one
  const again = backs.flatMap((event) => (event && (!begun || when(event) < when(begun)) ? [when(event)] : []));
  const until = Math.max(-Infinity, ...again);
  return all
    .filter(
      (event) =>
        marks.has(event.id) ||
        backs[starts.indexOf(event)] !== undefined ||
        (!STAYS.has(event.kind) && when(event) <= until),
    )
    .map((event) => event.id);
}

/**
 * What to withdraw, in this order, so that the drill has not begun; empty where it has not, or where more was marked since than its
 * first steps, attendance and remarks.
 */
export function startToTakeBack(received: Iterable<RunEvent>): string[] {
  const all = [...new Map([...received].map((event) => [event.id, event])).values()].sort(inOrder);
  const gone = new Set(takenBack(all));
  const counting = all.filter((event) => !gone.has(event.id));
  const first = counting.find((event) => event.kind === 'started');
  if (!first) return [];
  const since = counting.filter((event) => when(event) >= when(first));
  return since.every((event) => event.kind === 'step-started' || LEAVES_START_OPEN.has(event.kind))
    ? ['step-started', 'started'].flatMap((kind) =>
        since.filter((event) => event.kind === kind).map((event) => event.id),
      )
    : [];
}

/** The state of a drill; an event about what the script does not have changes nothing. */
export function fold(script: RunScript, received: Iterable<RunEvent>): RunState {
  const once = new Map<string, RunEvent>();
  for (const event of received) if (!once.has(event.id)) once.set(event.id, event);
  const all = [...once.values()].sort(inOrder);
  const withdrawn = takenBack(all);
  const taken = new Set(withdrawn);
  const events = all.filter((event) => !taken.has(event.id));
  const first = (kind: string, about: (event: RunEvent) => boolean = () => true): RunEvent | undefined =>
    events.find((event) => event.kind === kind && about(event));
  const at = (event: RunEvent | undefined): number | null => (event ? when(event) : null);
  const startedAt = at(first('started'));
  const endedAt = at(events.find((event) => event.kind === 'ended' && startedAt !== null && when(event) >= startedAt));
  const since = (moment: number | null, unit: number): number | null =>
    moment === null || startedAt === null ? null : Math.max(0, moment - startedAt) / unit;

  const holds = holdsOf(events, endedAt);
  const last = holds.at(-1);
  const held = last?.until === null ? last.kind : '';
  if (last?.until === null && endedAt !== null) last.until = endedAt;
  const steps = script.steps.map(({ id }) => step(id, events));
  const marked = [...new Set(script.steps.flatMap((each) => (each.ends ? [each.ends] : [])))];

  return {
    status:
      endedAt !== null
        ? 'ended'
        : startedAt === null
          ? 'not-started'
          : held === ''
            ? 'running'
            : (held as 'stopped' | 'rolled-back'),
    startedAt,
    endedAt,
    endedHow: endedAt === null ? null : held === '' ? 'completed' : held,
    holds,
    steps,
    elements: marked.map((element) => {
      const marking = steps.filter((_, i) => script.steps[i]?.ends === element);
      const backAt = marking.every((each) => each.result === 'done')
        ? Math.max(...marking.map((each) => each.endedAt ?? 0))
        : null;
      return { element, backAt, rtaHours: since(backAt, 3_600_000) };
    }),
    injects: script.injects.map(({ id, atMinutes }) => {
      const answered = first('inject-answered', (event) => event.inject === id);
      return {
        id,
        dueAt: startedAt === null ? null : startedAt + Math.round(atMinutes * 60_000),
        deliveredAt: at(first('inject-delivered', (event) => event.inject === id)),
        answeredAt: at(answered),
        answer: answered?.text ?? null,
        answeredBy: answered?.by ?? null,
      };
    }),
    notifications: script.notifications.map(({ id, withinMinutes }) => {
      const made = first('notified', (event) => event.notification === id);
      const minutes = since(at(made), 60_000);
      return {
        id,
        at: at(made),
        minutes,
        inTime: minutes === null || withinMinutes == null ? null : minutes <= withinMinutes,
        by: made?.by ?? null,
      };
    }),
    measurements: script.stopCriteria.map(({ id, limit, atLeast }) => {
      const readings = events.flatMap((event) =>
        event.kind === 'measured' && event.criterion === id && event.value != null
          ? [
              {
                at: when(event),
                value: event.value,
                past: limit != null && (atLeast ? event.value < limit : event.value > limit),
                by: event.by,
              },
            ]
          : [],
      );
      return { criterion: id, past: readings.at(-1)?.past ?? false, readings };
    }),
    criteria: script.successCriteria.map((criterion) => {
      const judged = events
        .filter((event) => event.kind === 'criterion-judged' && event.criterion === criterion)
        .at(-1);
      return {
        criterion,
        met: judged ? judged.outcome === 'met' : null,
        value: judged?.value ?? null,
        at: at(judged),
        by: judged?.by ?? null,
        text: judged?.text ?? null,
      };
    }),
    attendance: events
      .filter((event) => event.kind === 'arrived' && event.person)
      .filter((event, i, list) => list.findIndex((other) => other.person === event.person) === i)
      .map((event) => ({ person: event.person ?? '', at: when(event), by: event.by })),
    notes: events
      .filter((event) => event.kind === 'note')
      .map((event) => ({
        event: event.id,
        at: when(event),
        by: event.by,
        text: event.text ?? '',
        step: event.step ?? null,
      })),
    photos: events
      .filter((event) => event.kind === 'photo')
      .map((event) => ({
        event: event.id,
        at: when(event),
        by: event.by,
        evidence: event.evidence ?? null,
        text: event.text ?? null,
        step: event.step ?? null,
      })),
    withdrawn,
  };
}
