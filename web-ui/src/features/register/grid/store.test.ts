import { beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../lib/answer';
import type { GridRow } from '../rows';
import { type Path, type Whole, withValue } from './edits';
import { type Answer, type Change, EditStore, type Entry, type Register } from './store';
import type { Editable, Value } from './values';

const row = (id: string, more: Partial<GridRow> = {}): GridRow => ({
  id,
  version: 1,
  type: 'asset',
  kind: 'host',
  needsCount: 0,
  neededByCount: 0,
  ...more,
});

/** A register in memory that takes merge patches as the service does: all or none, each on the version that is stored. */
class Small implements Register {
  seen = new Map<string, GridRow>();
  stored = new Map<string, GridRow>();
  refuses: (change: Change) => string | null = () => null;
  requests: Change[][] = [];
  revision = 1;

  constructor(rows: GridRow[]) {
    for (const each of rows) {
      this.seen.set(each.id, each);
      this.stored.set(each.id, each);
    }
  }
  find(id: string): GridRow | undefined {
    return this.seen.get(id);
  }
  put(rows: GridRow[], gone: readonly string[]): Promise<void> {
    for (const each of rows) this.seen.set(each.id, each);
    for (const id of gone) this.seen.delete(id);
    return Promise.resolve();
  }
  refresh(): Promise<void> {
    this.seen = new Map(this.stored);
    return Promise.resolve();
  }
  whole(id: string): Promise<Whole> {
    return Promise.resolve({ type: 'asset', element: { id, kind: this.stored.get(id)?.kind } });
  }
  change(changes: Change[]): Promise<Answer> {
    this.requests.push(changes);
    const conflicts = changes.flatMap((change, index) =>
      'id' in change && this.stored.get(change.id)?.version !== change.version ? [{ index, id: change.id }] : [],
    );
    if (conflicts.length > 0) return Promise.reject(new Problem('late', 'changed-meanwhile', 412, { conflicts }));
    const violations = changes.flatMap((change, i) => {
      const path = this.refuses(change);
      return path === null ? [] : [{ path: `$.changes[${i}].patch.${path}`, message: `not ${path}` }];
    });
    if (violations.length > 0) return Promise.reject(new Problem('broken', 'invalid', 422, { violations }));
    const items = changes.map((change) => this.store(change));
    return Promise.resolve({ revision: ++this.revision, items });
  }
  private store(change: Change): { id: string; version: number | null } {
    if ('element' in change) {
      this.stored.set(change.element.id, row(change.element.id));
      return { id: change.element.id, version: 1 };
    }
    const before = this.stored.get(change.id);
    if (!before || 'remove' in change) {
      this.stored.delete(change.id);
      return { id: change.id, version: null };
    }
    let next: GridRow = { ...before, version: before.version + 1 };
    for (const [key, value] of Object.entries(change.patch))
      if (typeof value === 'object' && value !== null)
        for (const [inner, own] of Object.entries(value)) next = withValue(next, [key, inner], own as Value);
      else next = withValue(next, [key], value);
    this.stored.set(change.id, next);
    return { id: change.id, version: next.version };
  }
}

const entry = (id: string, column: Editable, value: Value, path: Path = [column]): Entry => ({
  id,
  column,
  path,
  text: String(value ?? ''),
  parsed: { value },
});
const wrong = (id: string, column: Editable, text: string): Entry => ({
  id,
  column,
  path: [column],
  text,
  parsed: { broken: { key: 'registerNoSite', facts: { value: text } } },
});

describe('edits of a session', () => {
  let small: Small;
  let store: EditStore;
  const owner = (id: string): string | undefined => small.stored.get(id)?.owner;
  beforeEach(() => {
    small = new Small([row('a', { owner: 'ops' }), row('b'), row('c')]);
    store = new EditStore(small);
  });

  it('stores what breaks no rule in one request, and keeps the rest as it was typed', async () => {
    await store.enter([entry('a', 'owner', 'dba'), wrong('a', 'site', 'Taichnug'), entry('b', 'tier', 2)]);
    expect(small.requests).toHaveLength(1);
    expect(owner('a')).toBe('dba');
    expect(small.find('a')?.version).toBe(2);
    const { pending, undo } = store.current();
    expect([...pending.keys()]).toEqual(['a']);
    expect(pending.get('a')?.get('site')).toMatchObject({ state: 'refused', text: 'Taichnug' });
    expect(undo).toBe(1);
  });

  it('takes steps back in order, though they are asked for while another is under way', async () => {
    const entering = store.enter([entry('a', 'owner', 'dba')]);
    const steps = [store.back('undo'), store.back('redo'), store.back('undo')];
    await Promise.all([entering, ...steps]);
    expect(owner('a')).toBe('ops');
    expect(small.requests).toHaveLength(4);
    expect(store.current()).toMatchObject({ undo: 0, redo: 1, sending: false });
  });

  it('takes a step back and makes it again', async () => {
    await store.enter([entry('a', 'owner', 'dba'), entry('b', 'owner', 'dba')]);
    await store.back('undo');
    expect([owner('a'), owner('b')]).toEqual(['ops', undefined]);
    expect(store.current()).toMatchObject({ undo: 0, redo: 1 });
    await store.back('redo');
    expect([owner('a'), owner('b')]).toEqual(['dba', 'dba']);
    expect(store.current()).toMatchObject({ undo: 1, redo: 0 });
  });

  it('marks the cells that the service refuses and stores the others', async () => {
    small.refuses = (change) => ('patch' in change && change.patch['site'] === 'mars' ? 'site' : null);
    await store.enter([entry('a', 'site', 'mars'), entry('a', 'owner', 'dba'), entry('b', 'owner', 'dba')]);
    expect([owner('a'), owner('b')]).toEqual(['dba', 'dba']);
    expect(store.current().pending.get('a')?.get('site')).toMatchObject({
      state: 'refused',
      why: { says: 'not site' },
    });
    expect(store.current().pending.get('b')).toBeUndefined();
  });

  it('keeps both values where somebody else was faster, and loses neither', async () => {
    small.stored.set('a', row('a', { owner: 'network', version: 2 }));
    await store.enter([entry('a', 'owner', 'dba'), entry('b', 'owner', 'dba')]);
    expect([owner('a'), owner('b')]).toEqual(['network', 'dba']);
    expect(store.current().clashes.get('a')).toMatchObject({ seen: { owner: 'ops' }, now: { owner: 'network' } });
    expect(store.current().pending.get('a')?.get('owner')).toMatchObject({ state: 'conflict', value: 'dba' });
    await store.settle('a', true);
    expect(owner('a')).toBe('dba');
    expect(store.current().pending.size).toBe(0);
    await store.back('undo');
    expect(owner('a')).toBe('network');
  });

  it('forgets its own value where the other is taken', async () => {
    small.stored.set('a', row('a', { owner: 'network', version: 2 }));
    await store.enter([entry('a', 'owner', 'dba')]);
    await store.settle('a', false);
    expect(owner('a')).toBe('network');
    expect(store.current().pending.size).toBe(0);
    expect(store.current().clashes.size).toBe(0);
  });

  it('keeps values while the service cannot be reached, and sends them again', async () => {
    const change = small.change.bind(small);
    small.change = () => Promise.reject(new TypeError('no answer'));
    await store.enter([entry('a', 'owner', 'dba')]);
    expect(store.current().pending.get('a')?.get('owner')?.state).toBe('refused');
    small.change = change;
    await store.again();
    expect(owner('a')).toBe('dba');
    expect(store.current().pending.size).toBe(0);
  });

  it('stores the elements of one unit where those of another are refused', async () => {
    small = new Small([row('a', { unit: 'radio' }), row('b', { unit: 'billing' }), row('c', { unit: 'radio' })]);
    const change = small.change.bind(small);
    small.change = (changes) =>
      changes.some((each) => 'id' in each && small.find(each.id)?.unit === 'billing')
        ? Promise.reject(new Problem('not yours', 'not-in-your-unit', 403))
        : change(changes);
    store = new EditStore(small);
    await store.enter([entry('a', 'owner', 'dba'), entry('b', 'owner', 'dba'), entry('c', 'owner', 'dba')]);
    expect([owner('a'), owner('b'), owner('c')]).toEqual(['dba', undefined, 'dba']);
    expect(store.current().pending.get('b')?.get('owner')).toMatchObject({ state: 'refused' });
    expect(store.current().pending.size).toBe(1);
  });

  it('takes back to what was there before, though the rows were read anew meanwhile', async () => {
    const change = small.change.bind(small);
    small.change = async (changes) => {
      const answer = await change(changes);
      await small.refresh();
      return answer;
    };
    await store.enter([entry('a', 'owner', 'dba')]);
    await store.back('undo');
    expect(owner('a')).toBe('ops');
  });

  it('stores nothing where nothing is changed', async () => {
    await store.enter([entry('a', 'owner', 'ops')]);
    expect(small.requests).toEqual([]);
    expect(store.current().undo).toBe(0);
  });

  it('takes elements out and puts them back', async () => {
    expect(await store.remove(['a', 'b'])).toBe(true);
    expect([...small.stored.keys()]).toEqual(['c']);
    await store.back('undo');
    expect([...small.stored.keys()]).toEqual(['c', 'a', 'b']);
    await store.back('redo');
    expect([...small.stored.keys()]).toEqual(['c']);
  });

  it('says why elements cannot be taken out', async () => {
    small.change = () => Promise.reject(new Problem('named by others', 'still-named', 409));
    expect(await store.remove(['a'])).toBe(false);
    expect(store.current().fault?.message).toBe('named by others');
    expect(store.current().undo).toBe(0);
  });
});
