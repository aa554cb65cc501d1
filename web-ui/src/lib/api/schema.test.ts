import { readFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, it } from 'vitest';

it('has the types that the description of the API gives; run npm run api where it does not', async () => {
  const fresh = astToString(await openapiTS(new URL('./openapi.yml', import.meta.url)));
  const committed = readFileSync(new URL('./schema.d.ts', import.meta.url), 'utf8');
  expect(committed.replace(/^\/\*\*[\s\S]*?\*\/\n+/, '')).toBe(fresh);
});
