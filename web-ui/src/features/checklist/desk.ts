import { Problem } from '../../lib/answer';
import type { Answer, AnswerState } from './api';

/** What somebody says of an item and is not stored yet, or is; an empty text is not said. */
export interface Draft {
  state: AnswerState | null;
  reason: string;
  evidence: readonly number[];
  checkedOn: string;
  nextCheck: string;
}

/** An item at work. */
export interface Entry {
  draft: Draft;
  stored: Answer | null;
  saving: boolean;
  error: Error | null;
  /** What somebody else stored meanwhile; null where they took the answer back; undefined where nobody was faster. */
  theirs: Answer | null | undefined;
}

/** How a desk speaks with the service. */
export interface Ways {
  put: (number: string, version: number, body: unknown) => Promise<Answer>;
  clear: (number: string, version: number) => Promise<void>;
  find: (number: string) => Promise<Answer | null>;
  /** Something was stored. */
  changed: () => void;
}

export const draftOf = (answer: Answer | null): Draft => ({
  state: answer?.state ?? null,
  reason: answer?.reason ?? '',
  evidence: answer?.evidence ?? [],
  checkedOn: answer?.checkedOn ?? '',
  nextCheck: answer?.nextCheck ?? '',
});

const sameDraft = (one: Draft, other: Draft): boolean =>
  one.state === other.state &&
  one.reason.trim() === other.reason.trim() &&
  one.checkedOn === other.checkedOn &&
  one.nextCheck === other.nextCheck &&
  [...one.evidence].sort().join() === [...other.evidence].sort().join();

/** Whether something is not stored yet. */
export const isDirty = (entry: Entry): boolean => !sameDraft(entry.draft, draftOf(entry.stored));

/** Whether it can be stored as it is: whatever is not met needs a reason. */
export const isComplete = (draft: Draft): boolean =>
  draft.state === null || draft.state === 'met' || draft.reason.trim() !== '';

/** The body of a request; a new state is of today unless somebody said a day. */
export function bodyOf(entry: Entry): Record<string, unknown> {
  const { draft } = entry;
  const before = draftOf(entry.stored);
  const again = draft.state !== before.state && draft.checkedOn === before.checkedOn;
  const moved = again && draft.nextCheck === before.nextCheck;
  return {
    state: draft.state,
    reason: draft.reason.trim() === '' ? null : draft.reason.trim(),
    evidence: draft.evidence,
    ...(draft.checkedOn === '' || again ? {} : { checkedOn: draft.checkedOn }),
    ...(draft.nextCheck === '' || moved ? {} : { nextCheck: draft.nextCheck }),
  };
}

/**
 * The answers of one checklist while somebody fills it in. Each is stored by itself as soon as it can be, one request at a time and
 * item; what cannot be stored yet, or was refused, stays as it was typed.
 */
export class Desk {
  private entries: ReadonlyMap<string, Entry> = new Map();
  private readonly listeners = new Set<() => void>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** The versions that were replaced here, until the service is seen to have something else: a list from before says nothing new. */
  private readonly outdated = new Map<string, number>();

  constructor(
    private readonly ways: Ways,
    private readonly pause = 700,
  ) {}

  readonly subscribe = (changed: () => void): (() => void) => {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  };

  readonly current = (): ReadonlyMap<string, Entry> => this.entries;

  private set(number: string, part: Partial<Entry>): Entry {
    const before = this.entries.get(number) ?? {
      draft: draftOf(null),
      stored: null,
      saving: false,
      error: null,
      theirs: undefined,
    };
    const after = { ...before, ...part };
    this.entries = new Map([...this.entries, [number, after]]);
    this.listeners.forEach((changed) => {
      changed();
    });
    return after;
  }

  /** Takes what the service has; what somebody is writing stays. */
  sync(lines: readonly { item: { number: string }; answer: Answer | null }[]): void {
    for (const { item, answer } of lines) {
      const entry = this.entries.get(item.number);
      const outdated = this.outdated.get(item.number) === (answer?.version ?? 0);
      if (entry && (entry.saving || isDirty(entry) || outdated)) continue;
      this.outdated.delete(item.number);
      if (entry && sameDraft(entry.draft, draftOf(answer)) && entry.stored?.version === answer?.version) continue;
      this.set(item.number, { stored: answer, draft: draftOf(answer), error: null, theirs: undefined });
    }
  }

  /** Changes an answer; a text is stored when it has rested, all else at once. */
  change(number: string, part: Partial<Draft>, typing = false): void {
    const entry = this.entries.get(number);
    const draft = { ...(entry?.draft ?? draftOf(null)), ...part };
    this.set(number, { draft, error: null });
    clearTimeout(this.timers.get(number));
    if (typing)
      this.timers.set(
        number,
        setTimeout(() => void this.save(number), this.pause),
      );
    else void this.save(number);
  }

  /** Stores an answer if there is anything to store. */
  async save(number: string): Promise<void> {
    clearTimeout(this.timers.get(number));
    const entry = this.entries.get(number);
    if (!entry || entry.saving || entry.theirs !== undefined || !isDirty(entry) || !isComplete(entry.draft)) return;
    this.set(number, { saving: true, error: null });
    try {
      const stored = await this.store(number, entry);
      const now = this.entries.get(number) ?? entry;
      this.outdated.set(number, entry.stored?.version ?? 0);
      const typed = !sameDraft(now.draft, entry.draft);
      this.set(number, { stored, saving: false, ...(typed ? {} : { draft: draftOf(stored) }) });
      this.ways.changed();
      if (typed) await this.save(number);
    } catch (error) {
      await this.refused(number, error as Error);
    }
  }

  private async store(number: string, entry: Entry): Promise<Answer | null> {
    const version = entry.stored?.version ?? 0;
    if (entry.draft.state !== null) return this.ways.put(number, version, bodyOf(entry));
    if (entry.stored) await this.ways.clear(number, version);
    return null;
  }

  private async refused(number: string, error: Error): Promise<void> {
    if (!(error instanceof Problem) || error.status !== 412) {
      this.set(number, { saving: false, error });
      return;
    }
    try {
      this.set(number, { saving: false, theirs: await this.ways.find(number) });
    } catch (failure) {
      this.set(number, { saving: false, error: failure as Error });
    }
  }

  /** Stores one's own answer over that of somebody who was faster. */
  keepMine(number: string): void {
    const theirs = this.entries.get(number)?.theirs;
    if (theirs === undefined) return;
    this.set(number, { stored: theirs, theirs: undefined });
    void this.save(number);
  }

  /** Takes the answer of somebody who was faster. */
  takeTheirs(number: string): void {
    const entry = this.entries.get(number);
    if (entry?.theirs === undefined) return;
    const { theirs } = entry;
    this.outdated.set(number, entry.stored?.version ?? 0);
    this.set(number, { stored: theirs, draft: draftOf(theirs), theirs: undefined });
    this.ways.changed();
  }

  /** Numbers of items of which something is not stored. */
  unsaved(): string[] {
    return [...this.entries].filter(([, entry]) => isDirty(entry)).map(([number]) => number);
  }
}
