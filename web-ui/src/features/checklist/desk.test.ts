import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../../lib/answer';
import type { Answer } from './api';
import { bodyOf, Desk, draftOf, isComplete, isDirty, type Ways } from './desk';

const answer = (part: Partial<Answer> = {}): Answer => ({
  version: 1,
  state: 'met',
  reason: null,
  evidence: [],
  checkedOn: '2026-06-01',
  checkedBy: 'ann',
  nextCheck: '2027-06-01',
  templateVersion: 1,
  ...part,
});

function desk(part: Partial<Ways> = {}): { desk: Desk; ways: Ways } {
  const ways: Ways = {
    put: vi.fn((_: string, version: number, body: unknown) =>
      Promise.resolve(answer({ ...(body as Partial<Answer>), version: version + 1 })),
    ),
    clear: vi.fn(() => Promise.resolve()),
    find: vi.fn(() => Promise.resolve(null)),
    changed: vi.fn(),
    ...part,
  };
  return { desk: new Desk(ways, 1), ways };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

describe('answers of a checklist', () => {
  it('are stored on the version that was seen, one request at a time [row:S11]', async () => {
    const open: (() => void)[] = [];
    const { desk: at, ways } = desk({
      put: vi.fn(
        (_: string, version: number, body: unknown) =>
          new Promise<Answer>((resolve) => {
            open.push(() => {
              resolve(answer({ ...(body as Partial<Answer>), version: version + 1 }));
            });
          }),
      ),
    });
    at.change('1.1', { state: 'met' });
    at.change('1.1', { reason: 'seen on site' }, true);
    await settled();
    expect(ways.put).toHaveBeenCalledTimes(1);
    open.shift()?.();
    await settled();
    expect(ways.put).toHaveBeenCalledTimes(2);
    expect(ways.put).toHaveBeenLastCalledWith('1.1', 1, expect.objectContaining({ reason: 'seen on site' }));
    open.shift()?.();
    await settled();
    expect(at.unsaved()).toEqual([]);
    expect(at.current().get('1.1')?.stored?.version).toBe(2);
  });

  it('wait for a reason where one is needed, and are kept until then', async () => {
    const { desk: at, ways } = desk();
    at.change('2', { state: 'not-met' });
    await settled();
    expect(ways.put).not.toHaveBeenCalled();
    expect(at.unsaved()).toEqual(['2']);
    at.change('2', { reason: 'nobody has looked' }, true);
    await settled();
    expect(ways.put).toHaveBeenCalledTimes(1);
    expect(isComplete({ ...draftOf(null), state: 'partly', reason: ' ' })).toBe(false);
  });

  it('lose nothing when somebody else was faster', async () => {
    const theirs = answer({ version: 5, state: 'partly', reason: 'theirs' });
    const put = vi.fn((_: string, version: number, body: unknown) =>
      version === 5
        ? Promise.resolve(answer({ ...(body as Partial<Answer>), version: 6 }))
        : Promise.reject(new Problem('late', 'changed-meanwhile', 412)),
    );
    const { desk: at } = desk({ put, find: () => Promise.resolve(theirs) });
    at.sync([{ item: { number: '3' }, answer: answer() }]);
    at.change('3', { state: 'not-met', reason: 'mine' });
    await settled();
    expect(at.current().get('3')).toMatchObject({ theirs, draft: { state: 'not-met', reason: 'mine' } });
    at.sync([{ item: { number: '3' }, answer: theirs }]);
    expect(at.current().get('3')?.draft.reason).toBe('mine');
    at.keepMine('3');
    await settled();
    expect(at.current().get('3')).toMatchObject({ stored: { version: 6, reason: 'mine' }, theirs: undefined });
  });

  it('are taken over from somebody who was faster', async () => {
    const theirs = answer({ version: 2, state: 'not-applicable', reason: 'no data there' });
    const { desk: at } = desk({
      put: () => Promise.reject(new Problem('late', 'changed-meanwhile', 412)),
      find: () => Promise.resolve(theirs),
    });
    at.change('4', { state: 'met' });
    await settled();
    at.takeTheirs('4');
    expect(at.current().get('4')?.draft).toEqual(draftOf(theirs));
    expect(at.unsaved()).toEqual([]);
  });

  it('stay as they were typed when the service refuses them', async () => {
    const { desk: at } = desk({ put: () => Promise.reject(new Problem('no', 'invalid', 422)) });
    at.change('5', { state: 'met' });
    await settled();
    const entry = at.current().get('5');
    expect(entry?.error?.message).toBe('no');
    expect(entry && isDirty(entry)).toBe(true);
  });

  it('can be taken back', async () => {
    const { desk: at, ways } = desk();
    at.sync([{ item: { number: '6' }, answer: answer({ version: 3 }) }]);
    at.change('6', { state: null });
    await settled();
    expect(ways.clear).toHaveBeenCalledWith('6', 3);
    expect(at.current().get('6')?.stored).toBeNull();
  });

  it('are seen to be gone, or given anew, when somebody else did that', async () => {
    const { desk: at } = desk();
    at.change('7', { state: 'met' });
    await settled();
    at.sync([{ item: { number: '7' }, answer: null }]);
    expect(at.current().get('7')?.stored?.version, 'a list from before brings nothing back').toBe(1);
    at.sync([{ item: { number: '7' }, answer: answer({ ...at.current().get('7')?.stored }) }]);
    at.sync([{ item: { number: '7' }, answer: null }]);
    expect(at.current().get('7')).toMatchObject({ stored: null, draft: { state: null } });
    at.sync([{ item: { number: '7' }, answer: answer({ version: 4 }) }]);
    at.sync([{ item: { number: '7' }, answer: answer({ version: 1, state: 'partly', reason: 'anew' }) }]);
    expect(at.current().get('7')).toMatchObject({ stored: { version: 1 }, draft: { state: 'partly', reason: 'anew' } });
  });

  it('are of today when something else was found', () => {
    const stored = answer({ checkedOn: '2025-01-01', nextCheck: '2026-01-01' });
    const entry = { draft: draftOf(stored), stored, saving: false, error: null, theirs: undefined };
    expect(bodyOf({ ...entry, draft: { ...entry.draft, reason: 'note' } })).toMatchObject({ checkedOn: '2025-01-01' });
    const found = bodyOf({ ...entry, draft: { ...entry.draft, state: 'partly', reason: 'note' } });
    expect(found).not.toHaveProperty('checkedOn');
    expect(found).not.toHaveProperty('nextCheck');
  });
});
