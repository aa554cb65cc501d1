import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { en, zh } from '../../lib/texts';

const SOURCES = new URL('../../../../service/src/main/java/io/holdfast/service/exchange/', import.meta.url);

it('has a text in both languages for every warning of the service', () => {
  const codes = new Set(
    readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.java'))
      .flatMap((file) => [...readFileSync(new URL(file, SOURCES), 'utf8').matchAll(/warning\(\s*"([a-z-]+):?"/g)])
      .map((match) => `importWarning-${match[1] ?? ''}`),
  );
  expect(codes.size).toBeGreaterThan(20);
  expect([...codes].filter((key) => !(key in en && key in zh))).toEqual([]);
  expect(Object.keys(en).filter((key) => key.startsWith('importWarning-') && !codes.has(key))).toEqual([]);
});
