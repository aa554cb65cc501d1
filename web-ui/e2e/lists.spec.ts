import { expect, test } from '@playwright/test';
import { looksOf, named, open, sound } from './looks';

const table = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

test('a list goes out to a spreadsheet and comes back as a difference', async ({ page }, info) => {
  for (const look of looksOf(info)) {
    await open(page, '/lists', ...look);
    await sound(page, `lists-choose-${named(look)}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href$="format=xlsx"]').click(),
    ]);
    expect(download.suggestedFilename()).toBe('processes.xlsx');
    await page.locator('input[type=file]').setInputFiles(await download.path());
    await expect(page.locator('[role=status] h2')).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('.list-changes')).toHaveCount(0);
    await page.locator('.btns .btn:not(.pri):visible').last().click();
    await page
      .locator('input[type=file]')
      .setInputFiles(table('processes.csv', 'id,name,objectives.rto\nlist-a,Lists <b>a</b>,4\nlist-b,,soon\n'));
    await expect(page.locator('.violations tbody tr')).toHaveCount(1, { timeout: 30_000 });
    await expect(page.locator('.violations tbody td').nth(1)).toHaveText('3');
    await sound(page, `lists-refused-${named(look)}`);
    await page.locator('.btns .btn:visible').last().click();
    await page
      .locator('input[type=file]')
      .setInputFiles(table('processes.csv', 'id,name,objectives.rto\nlist-a,Lists <b>a</b>,4\n'));
    await expect(page.locator('.list-changes tbody tr')).toHaveCount(1, { timeout: 30_000 });
    await expect(page.locator('.list-changes')).toContainText('Lists <b>a</b>');
    await sound(page, `lists-preview-${named(look)}`);
  }
});

test('a table is taken over, and one that is late says so', async ({ page, request }, info) => {
  const id = `list-${info.project.name}`;
  await open(page, '/lists', 'en');
  await page.locator('input[type=file]').setInputFiles(table('a.csv', `id,name,owner\n${id},From a sheet,sales\n`));
  await page.getByRole('button', { name: 'Take over' }).click({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: '1 new, 0 changed, 0 removed. Stored.' })).toBeVisible();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await page.locator('input[type=file]').setInputFiles(table('b.csv', `id,_version,owner\n${id},7,legal\n`));
  await expect(
    page.getByRole('heading', { name: 'Changed by somebody else since the table was written' }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take over' })).toBeDisabled();
  await page.getByLabel('Take over the rows that somebody else changed, too').check();
  await page.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByRole('heading', { name: '0 new, 1 changed, 0 removed. Stored.' })).toBeVisible();
  const element = (await (await request.get(`/api/elements/${id}`)).json()) as {
    element: { owner: string; name: string };
  };
  expect(element.element).toMatchObject({ owner: 'legal', name: 'From a sheet' });
  const removed = await request.delete(`/api/elements/${id}`, { headers: { 'If-Match': '*' } });
  expect(removed.status()).toBe(204);
});
