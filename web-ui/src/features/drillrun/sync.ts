import { Problem, answered } from '../../lib/answer';
import { send } from '../../lib/http';
import { changeEvents, dropEvents, findDrill, keepDrill, keepEvents, type KeptEvent, listQueue } from '../../lib/kept';
import { findLast, type LastDrill, type PlanRow } from '../../lib/lastDrill';
import { getEvery } from '../../lib/pages';
import type { RunAnswer, Taken, EventsAnswer } from './api';
import { better, offsetOf, type Sample, sampleOf } from './clock';
import type { RunEvent } from './fold';

/** What can be said of an event beside who and when. */
export type Said = Partial<
  Pick<
    RunEvent,
    'step' | 'inject' | 'notification' | 'criterion' | 'text' | 'value' | 'outcome' | 'person' | 'withdraws'
  >
>;

/** Where a drill stands on this device. */
export interface Snapshot {
  /** What is planned, as the service said it; null until it is known here. */
  run: RunAnswer | null;
  /** What the service has. */
  events: RunEvent[];
  /** What it has not: waiting, or refused. */
  queue: KeptEvent[];
  online: boolean;
  /** Whether it was called off, as the service says; also where nothing else is known of it here. */
  calledOff: boolean;
  /** Why the whole of what is kept is not taken, or why nothing is known; null where nothing is wrong. */
  problem: Error | null;
  /** Why the last mark could not be kept here, or null. */
  unkept: Error | null;
  /** When the service was heard last; 0 for never. */
  heardAt: number;
  /** What to add to this device's clock. */
  offset: number;
  /** How long the same drill took the last time; null where that is not known. */
  before: LastDrill | null;
}

const LISTEN = 3_000;
const LISTEN_AWAY = 5_000;
const BATCH = 100;
const NOTHING: Omit<Taken, 'refused'> = { now: '', stage: 'running', last: 0, accepted: [], known: [] };
/** How long something that ends a drill can be undone before it is sent, in milliseconds. */
export const UNDO = 10_000;

/**
 * A drill on this device: what is marked is on disk before it shows, is sent as soon as there is a connection, in the order in which it
 * was made, and leaves the disk when the service has said that it has it. One for a page; {@link stop} ends it.
 */
export class DrillSync {
  private state: Snapshot = {
    run: null,
    events: [],
    queue: [],
    online: navigator.onLine,
    calledOff: false,
    problem: null,
    unkept: null,
    heardAt: 0,
    offset: 0,
    before: null,
  };
  private readonly listeners = new Set<() => void>();
  private channel: BroadcastChannel | null = null;
  private sample: Sample | null = null;
  private last = 0;
  private made = 0;
  private timer = 0;
  private busy: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private lookedBack = false;
  /** Why the plan is not told, where it is not. */
  private untold: Problem | null = null;

  constructor(
    readonly account: string,
    readonly plan: string,
  ) {}

  readonly subscribe = (changed: () => void): (() => void) => {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  };

  readonly snapshot = (): Snapshot => this.state;

  private set(part: Partial<Snapshot>): void {
    this.state = { ...this.state, ...part };
    this.listeners.forEach((changed) => {
      changed();
    });
  }

  /** Shows what is kept here, then hears the service from time to time. */
  async start(): Promise<void> {
    this.stopped = false;
    // a browser that keeps nothing still shows what it hears
    const [kept] = await Promise.all([
      findDrill(this.account, this.plan).catch(() => undefined),
      this.readQueue().catch(() => undefined),
    ]);
    if (this.isStopped()) return;
    if (kept) {
      this.last = kept.last;
      this.set({ run: kept.run as RunAnswer, events: kept.events as RunEvent[], heardAt: kept.heardAt });
      const { offset, before } = kept.run as { offset?: number; before?: LastDrill | null };
      if (offset !== undefined) this.set({ offset });
      if (before) this.set({ before });
    }
    window.addEventListener('online', this.wake);
    window.addEventListener('offline', this.wake);
    document.addEventListener('visibilitychange', this.wake);
    this.channel = new BroadcastChannel('holdfast.drill');
    this.channel.onmessage = () => {
      void this.readQueue();
    };
    this.wake();
  }

  private isStopped(): boolean {
    return this.stopped;
  }

  stop(): void {
    this.stopped = true;
    window.clearTimeout(this.timer);
    window.removeEventListener('online', this.wake);
    window.removeEventListener('offline', this.wake);
    document.removeEventListener('visibilitychange', this.wake);
    this.channel?.close();
    this.channel = null;
  }

  /** Sends and hears now. */
  readonly wake = (): void => {
    window.clearTimeout(this.timer);
    if (this.stopped) return;
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = this.round().finally(() => {
      this.busy = null;
      if (this.stopped) return;
      const pause = this.again ? 0 : this.state.online ? LISTEN : LISTEN_AWAY;
      this.again = false;
      this.timer = window.setTimeout(this.wake, pause);
    });
  };

  /** Sends once what is due, while its page is not open; what does not arrive, or can still be undone, stays. */
  async sendDue(): Promise<void> {
    await this.readQueue();
    await this.round();
  }

  /** Sends what is kept once, before somebody signs out; what does not arrive stays. */
  async sendAll(): Promise<void> {
    await this.readQueue();
    await changeEvents(
      this.state.queue.map((each) => each.id),
      (each) => ({ ...each, notBefore: 0, ...(each.goesAt === undefined ? {} : { goesAt: 0 }) }),
    );
    await this.readQueue();
    await this.round();
  }

  private async readQueue(): Promise<void> {
    const queue = await listQueue(this.account, this.plan);
    this.made = Math.max(this.made, ...queue.map((each) => each.made));
    if (!this.stopped) this.set({ queue });
  }

  /** Now, by the service's clock. */
  now(): number {
    return Date.now() + this.state.offset;
  }

  /** Marks that something happened; it is kept before this resolves. Answers its id. */
  async mark(kind: string, said: Said = {}, extra: { photo?: File; undoable?: boolean } = {}): Promise<string> {
    const id = crypto.randomUUID();
    const { photo, undoable = false } = extra;
    const event = { id, at: new Date().toISOString(), offsetMillis: this.state.offset, kind, ...said };
    this.made += 1;
    try {
      await keepEvents([
        {
          id,
          account: this.account,
          plan: this.plan,
          made: this.made,
          event: photo ? { ...event, sha256: await sha256(photo) } : event,
          notBefore: undoable ? Date.now() + UNDO : 0,
          ...(photo ? { photo, photoName: photo.name } : {}),
        },
      ]);
    } catch (failure) {
      this.set({ unkept: failure as Error });
      throw failure;
    }
    this.set({ unkept: null });
    await this.readQueue();
    this.channel?.postMessage('kept');
    this.wake();
    return id;
  }

  /** Takes back what was marked: what is not sent goes, what was sent stays visible and does not count. */
  async withdraw(id: string, extra: { undoable?: boolean } = {}): Promise<void> {
    if (
      this.state.queue.some((each) => each.id === id && (each.notBefore > Date.now() || each.refused !== undefined))
    ) {
      await dropEvents([id]);
      await this.readQueue();
      return;
    }
    await this.mark('withdrawn', { withdraws: id }, extra);
  }

  /** Sends something that was refused once more. */
  async retry(id: string): Promise<void> {
    await changeEvents([id], (kept) => {
      const again = { ...kept };
      delete again.refused;
      delete again.refusedCode;
      return again;
    });
    await this.readQueue();
    this.wake();
  }

  /** Lets something that was refused go from here; for some seconds that can be undone. */
  async remove(id: string): Promise<void> {
    await this.setGoing(id, Date.now() + UNDO);
    window.setTimeout(() => void this.dropGone(), UNDO + 50);
  }

  /** Keeps what somebody had removed. */
  readonly restore = (id: string): Promise<void> => this.setGoing(id, undefined);

  private async setGoing(id: string, goesAt: number | undefined): Promise<void> {
    await changeEvents([id], (kept) => {
      const changed = { ...kept };
      if (goesAt === undefined) delete changed.goesAt;
      else changed.goesAt = goesAt;
      return changed;
    });
    await this.readQueue();
    this.channel?.postMessage('kept');
  }

  /** Drops what was removed and can no longer be undone. */
  private async dropGone(): Promise<void> {
    const gone = this.state.queue.filter((each) => each.goesAt !== undefined && each.goesAt <= Date.now());
    if (gone.length === 0) return;
    await dropEvents(gone.map((each) => each.id));
    await this.readQueue();
  }

  private async round(): Promise<void> {
    try {
      await this.dropGone();
      await this.hear(); // fails at once where there is no connection; a write would be tried again for seconds
      await this.sendKept();
      this.set({ online: true, problem: this.state.run ? null : this.untold, heardAt: Date.now() });
      await this.lookBack();
    } catch (failure) {
      if (this.stopped) return;
      const away = failure instanceof TypeError || (failure instanceof Problem && failure.status >= 500);
      this.set({ online: !away, problem: away ? null : (failure as Error) });
    }
  }

  private async sendKept(): Promise<void> {
    for (;;) {
      const due = this.state.queue.filter((each) => each.refused === undefined && each.notBefore <= Date.now());
      const [first] = due;
      if (!first || this.stopped) return;
      const end = due.findIndex((each) => each.photo);
      const batch = first.photo ? [first] : due.slice(0, end < 0 ? BATCH : Math.min(end, BATCH));
      await this.take(batch, first.photo ? await this.sendPhoto(first) : await this.sendBatch(batch));
    }
  }

  private async sendBatch(batch: KeptEvent[]): Promise<Taken> {
    const body = JSON.stringify({ events: batch.map((each) => each.event) });
    return answered<Taken>(
      await send(`/api/drill-plans/${this.plan}/events`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      }),
    );
  }

  private async sendPhoto(kept: KeptEvent): Promise<Taken> {
    const form = new FormData();
    form.append('event', JSON.stringify(kept.event));
    form.append('file', kept.photo ?? new Blob(), kept.photoName ?? 'photo.jpg');
    try {
      return await answered<Taken>(await send(`/api/drill-plans/${this.plan}/photos`, { method: 'POST', body: form }));
    } catch (failure) {
      // a picture that is not taken does not keep what came after it
      if (!(failure instanceof Problem) || ![400, 413, 415, 422].includes(failure.status)) throw failure;
      return { ...NOTHING, refused: [{ id: kept.id, code: failure.code, message: failure.message }] };
    }
  }

  private async take(batch: KeptEvent[], taken: Taken): Promise<void> {
    const refused = new Map(taken.refused.map((each) => [each.id, each]));
    await this.hear(); // what was sent is seen as the service has it before it goes from here
    await dropEvents(batch.filter((each) => !refused.has(each.id)).map((each) => each.id));
    await changeEvents([...refused.keys()], (each) => {
      const why = refused.get(each.id);
      return why ? { ...each, refused: why.message, refusedCode: why.code } : each;
    });
    await this.readQueue();
    this.channel?.postMessage('sent');
  }

  /** Finds once how long the same drill took the last time, when all else is kept and sent; without an answer the page goes on without. */
  private async lookBack(): Promise<void> {
    const { run } = this.state;
    const [element] = run?.content.scope ?? [];
    if (!run || !this.channel || this.lookedBack || this.state.before || element === undefined) return;
    this.lookedBack = true;
    try {
      const rows = await getEvery<PlanRow>('/api/drill-plans', new URLSearchParams({ element }), (row) =>
        String(row.id),
      );
      const before = await findLast(rows, { id: run.plan, scope: run.content.scope, types: run.content.types });
      this.set({ before });
      if (before && !this.isStopped()) await this.keep(this.state);
    } catch (failure) {
      if (failure instanceof TypeError) this.lookedBack = false; // no connection: asked again with the next answer
    }
  }

  /** Keeps here what is known of the drill. */
  private async keep({ run, events, offset }: Pick<Snapshot, 'run' | 'events' | 'offset'>): Promise<void> {
    await keepDrill({
      account: this.account,
      plan: this.plan,
      run: { ...run, offset, before: this.state.before },
      events,
      last: this.last,
      heardAt: Date.now(),
    }).catch(() => undefined); // not kept is not unheard
  }

  private async hear(): Promise<void> {
    // until it runs its plan may become another one: also where it had begun and the start was taken back
    if (!this.state.run || !['running', 'ended', 'closed', 'cancelled'].includes(this.state.run.stage)) {
      try {
        this.set({ run: await answered<RunAnswer>(await send(`/api/drill-plans/${this.plan}/run`)) });
        this.untold = null;
      } catch (failure) {
        // a plan that was called off is approved no more; what is kept of it still goes, to be told so
        if (!(failure instanceof Problem && failure.code === 'unknown-drill-run')) throw failure;
        this.untold = failure;
      }
    }
    const asked = Date.now();
    const answer = await answered<EventsAnswer>(await send(`/api/drill-plans/${this.plan}/events?since=${this.last}`));
    this.sample = better(this.sample, sampleOf(asked, Date.now(), answer.now));
    const known = new Set(this.state.events.map((event) => event.id));
    const fresh = answer.events.filter((event) => !known.has(event.id));
    const events = fresh.length > 0 ? [...this.state.events, ...fresh] : this.state.events;
    const offset = offsetOf(this.sample);
    const { run } = this.state;
    if (this.stopped) return;
    const calledOff = answer.stage === 'cancelled';
    if (calledOff !== this.state.calledOff) this.set({ calledOff });
    if (!run) return;
    const next = run.stage === answer.stage ? run : { ...run, stage: answer.stage };
    const news = fresh.length > 0 || this.state.heardAt === 0 || next !== run;
    this.last = answer.last;
    if (news) await this.keep({ run: next, events, offset });
    this.set({ run: next, events, offset });
  }
}

/** The hash of a file as evidence has it, in hex. */
export async function sha256(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
