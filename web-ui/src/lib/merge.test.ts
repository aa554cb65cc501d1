import { expect, it } from 'vitest';
import { patchBetween } from './merge';

/** RFC 7396, the algorithm of section 2. */
function applied(target: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const into = typeof target === 'object' && target !== null && !Array.isArray(target) ? { ...target } : {};
  const out = into as Record<string, unknown>;
  for (const [key, value] of Object.entries(patch))
    if (value === null) Reflect.deleteProperty(out, key);
    else out[key] = applied(out[key], value);
  return out;
}

it('makes one object another, and says nothing where nothing differs', () => {
  const before = { id: 'a', needs: ['b', 'c'], 'x-facts': { owner: 'x', cost: { yearly: 1, bought: 2 } }, note: 'old' };
  const after = { id: 'a', needs: ['c'], 'x-facts': { cost: { yearly: 3 }, documents: [{ title: 't' }] } };
  const patch = patchBetween(before, after);
  expect(patch).toEqual({
    needs: ['c'],
    'x-facts': { owner: null, cost: { yearly: 3, bought: null }, documents: [{ title: 't' }] },
    note: null,
  });
  expect(applied(before, patch)).toEqual(after);
  expect(patchBetween(before, before)).toEqual({});
});
