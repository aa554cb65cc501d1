import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The classes that begin a selector of a room's styles; what is narrowed by a second class of its own does not count. */
function classesOf(room: string): Set<string> {
  const found = new Set<string>();
  const folder = new URL(`./${room}/`, import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.css'))) {
    const css = readFileSync(new URL(file, folder), 'utf8').replace(/\/\*[^]*?\*\//g, '');
    for (const [, selectors] of css.matchAll(/([^{}]+)\{/g))
      for (const selector of (selectors ?? '').split(',')) {
        const name = /^\.([a-z][\w-]*)(?![\w.-])/.exec(selector.trim())?.[1];
        if (name) found.add(name);
      }
  }
  return found;
}

test('no two rooms style the same class: all styles are loaded together', () => {
  const owners = new Map<string, string[]>();
  for (const room of readdirSync(new URL('./', import.meta.url), { withFileTypes: true }))
    if (room.isDirectory())
      for (const name of classesOf(room.name)) owners.set(name, [...(owners.get(name) ?? []), room.name]);
  const shared = [...owners]
    .filter(([, rooms]) => rooms.length > 1)
    .map(([name, rooms]) => `${name}: ${rooms.join(', ')}`);
  expect(owners.size).toBeGreaterThan(100);
  expect(shared).toEqual([]);
});
