import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { looksOf, named, open, sound } from './looks';

/** A service of its own that holds nothing, so that an import disturbs no other test; ./holdfast test starts it. */
const EMPTY = process.env['HOLDFAST_EMPTY_URL'];
test.skip(!EMPTY, 'HOLDFAST_EMPTY_URL names a running service that holds nothing.');
if (EMPTY) test.use({ baseURL: EMPTY });

const FIXTURES = fileURLToPath(new URL('../../service/src/test/resources/import/', import.meta.url));
const DUMP = {
  name: 'netbox-demo.json',
  mimeType: 'application/json',
  buffer: gunzipSync(readFileSync(`${FIXTURES}netbox-demo.json.gz`)),
};
const EDGES = `${FIXTURES}edges.csv`;
const BROKEN = {
  name: 'assets.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('id,type,name,parent\nsite:1,site,One,\nrack:1,rack,R1,site:l\nrack:1,,R2,site:1\n'),
};

test('the import page chooses, previews and refuses', async ({ page }, info) => {
  for (const look of looksOf(info)) {
    await open(page, '/import', ...look);
    await expect(page.locator('h1')).toBeVisible();
    await sound(page, `import-choose-${named(look)}`);
    await page.getByRole('radio').nth(0).check();
    await page.locator('input[type=file]').nth(0).setInputFiles(DUMP);
    await page.locator('button[type=submit]').click();
    await expect(page.locator('.counts tbody tr').first()).toBeVisible({ timeout: 60_000 });
    await sound(page, `import-preview-${named(look)}`);
    await page.locator('.head .btn').first().click();
    await page.getByRole('radio').nth(2).check();
    await page.locator('input[type=file]').nth(0).setInputFiles(BROKEN);
    await page.locator('button[type=submit]').click();
    const rows = page.locator('.violations tbody tr');
    await expect(rows).toHaveCount(2, { timeout: 30_000 });
    await expect(rows.first()).toContainText("Did you mean 'site:1'");
    await expect(rows.nth(1).locator('td').nth(1)).toHaveText('4');
    await sound(page, `import-refused-${named(look)}`);
  }
});

test('NetBox with Train Ticket laid over it comes in through the page', async ({ page }, info) => {
  test.skip(info.project.name !== 'laptop', 'once: the second time there is nothing new');
  await open(page, '/import', 'en');
  await page.getByLabel('NetBox dump (JSON)').setInputFiles(DUMP);
  await page.getByLabel('Service calls to lay over it').setInputFiles(EDGES);
  await page.getByRole('button', { name: 'Show what would happen' }).click();
  await page.getByRole('button', { name: 'train-ticket' }).click({ timeout: 60_000 });
  await expect(page.locator('h1')).toHaveText(
    '515 assets, 547 relations and 39 services are new. Nothing is stored yet.',
    { timeout: 60_000 },
  );
  await page.getByLabel('Services run on').selectOption('device');
  await expect(page.locator('.counts tr', { hasText: 'Services on assets' })).toContainText('39');
  await page.getByLabel('Fill in for provider').uncheck();
  await expect(page.locator('.defaults tr.off')).toContainText('provider');
  await sound(page, 'import-with-calls');
  expect((await page.request.get('/api/model')).status()).toBe(409);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.locator('h1')).toHaveText('515 assets, 547 relations and 39 services are now in the register.', {
    timeout: 60_000,
  });
  await sound(page, 'import-done');
  for (const [id, count] of [
    ['netbox.provider-9', 116],
    ['netbox.site-21', 100],
    ['netbox.location-1', 22],
  ] as const) {
    const answer = await page.request.get(`/api/elements/${id}/blast-radius`);
    expect(((await answer.json()) as { count: number }).count, id).toBe(count);
  }
  const provider = await page.request.get('/api/elements/netbox.provider-9');
  expect(((await provider.json()) as { element: { recovery?: unknown } }).element.recovery).toBeUndefined();

  await page.getByRole('button', { name: 'Import more' }).click();
  await page.getByLabel('NetBox dump (JSON)').setInputFiles(DUMP);
  await page.getByRole('button', { name: 'Show what would happen' }).click();
  await expect(page.locator('h1')).toContainText('Importing would change nothing', { timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await sound(page, 'import-again');
});
