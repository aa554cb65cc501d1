import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Problem } from '../../lib/answer';
import { en, zh } from '../../lib/texts';
import { toldOf } from '../../lib/problem';
import { failureOf, WORDS } from './words';

const SERVICE = '../service/src/main/java/io/holdfast/service/identity/ProviderOutcome.java';

/** The words under which the service sends a browser back to the sign-in page. */
function reasons(): string[] {
  const body = readFileSync(SERVICE, 'utf8').replace(/[^]*enum Reason \{/, '');
  return [...body.matchAll(/^ {8}([A-Z_]+)[,;]$/gm)].map(([, name]) => (name ?? '').toLowerCase().replaceAll('_', '-'));
}

it('has a sentence in both languages for every reason of the service', () => {
  expect(reasons().length).toBeGreaterThan(5);
  for (const reason of reasons()) {
    const key = failureOf(reason);
    expect(key, reason).toBeDefined();
    if (key) {
      expect(en[key].length, reason).toBeGreaterThan(20);
      expect(zh[key], reason).toMatch(/[一-鿿]/);
    }
  }
});

it('says nothing for a reason that somebody made up', () => {
  expect(failureOf('<b>call 555</b>')).toBeUndefined();
  expect(failureOf(null)).toBeUndefined();
});

it('names the provider and the address in the sentence of a problem', () => {
  const told = toldOf(
    new Problem('detail', 'other-address', 409, { detail: 'detail', address: 'https://holdfast.example.org/' }),
    (key, values) => `${key} ${values?.['provider'] ?? ''} ${values?.['address'] ?? ''}`,
    'en',
    WORDS,
    { provider: 'Example' },
  );
  expect(told).toEqual({
    text: 'sessionProviderElsewhere Example https://holdfast.example.org/',
    english: false,
  });
});
