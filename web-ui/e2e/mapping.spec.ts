import { expect, test } from '@playwright/test';
import { looksOf, named, open, sound } from './looks';

/** A planner's own spreadsheet, with a value that nothing here is called like and one that is no time. */
const table = (tag: string): { name: string; mimeType: string; buffer: Buffer } => ({
  name: 'processes.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    '流程編號,流程名稱,負責單位,最大可容忍中斷時間(小時),復原時間目標(分鐘),重要等級,顏色\n' +
      `${tag}-1,帳務 ${tag},財務部,24,240,1,紅\n${tag}-2,銷售 ${tag},業務部,48,2 天,高,藍\n`,
  ),
});

test('columns of a spreadsheet are mapped, mended and taken over [row:M1]', async ({ page, request }, info) => {
  const tag = `map-${info.project.name}`;
  const phone = info.project.name === 'phone';
  for (const look of phone ? looksOf(info) : looksOf(info).slice(1)) {
    await open(page, '/import', ...look);
    await page.getByRole('radio').nth(1).check();
    await page.locator('input[type=file]').setInputFiles(table(tag));
    await page.locator('button[type=submit]').click();
    await expect(page.locator('.map-columns tbody tr')).toHaveCount(7, { timeout: 30_000 });
    await expect(page.locator('.violations tbody tr')).toHaveCount(1);
    await expect(page.locator('.first-rows td.wrong')).toHaveText('高');
    await sound(page, `mapping-wrong-${named(look)}`);
  }
  if (phone) return; // what is stored is the same on every screen
  await open(page, '/import', 'en');
  await page.getByLabel('Your own spreadsheet').check();
  await page.getByLabel('Table (.xlsx, .csv)').setInputFiles(table(tag));
  await page.getByRole('button', { name: 'Map columns' }).press('Enter');
  await expect(page.locator('h1')).toHaveText(/^1 place cannot be taken over as it is\./, { timeout: 30_000 });
  await expect(page.getByLabel('復原時間目標(分鐘) becomes', { exact: true })).toHaveValue('objectives.rto');
  await expect(page.getByLabel('Unit of 復原時間目標(分鐘)')).toHaveValue('min');
  const row = page.locator('.map-columns tr', { hasText: '重要等級' });
  await row.locator('summary').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('高 in 重要等級 becomes').fill('2');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText(/^2 new, 0 changed/, { timeout: 30_000 });
  await page.getByLabel('顏色 becomes', { exact: true }).selectOption('x-顏色');
  await page.getByLabel('First part of new ids').fill(tag);
  await page.keyboard.press('Tab');
  await expect(page.locator('.first-rows')).toContainText(`${tag}.${tag}-1`);
  await page.getByLabel('Name, to use this mapping again').fill(tag);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`The mapping '${tag}' is kept.`)).toBeVisible();
  await sound(page, 'mapping-ready-en');
  await page.locator('.head').getByRole('button', { name: 'Import' }).click();
  await expect(page.locator('h1')).toHaveText('2 new, 0 changed, 0 removed. Stored.', { timeout: 30_000 });
  const stored = (await (await request.get(`/api/elements/${tag}.${tag}-2`)).json()) as { element: object };
  expect(stored.element).toMatchObject({
    objectives: { rto: 48, mtpd: 48 },
    tier: 2,
    'x-顏色': '藍',
    externalKey: `${tag}-2`,
  });
  await page.getByRole('button', { name: 'Import more' }).click();
  await page.getByLabel('Table (.xlsx, .csv)').setInputFiles(table(tag));
  await page.getByRole('button', { name: 'Map columns' }).click();
  await page.getByLabel('Kept mapping').selectOption(tag);
  await expect(page.locator('h1')).toHaveText('The table says what is stored already: 2 as before.', {
    timeout: 30_000,
  });
  await page.getByRole('button', { name: 'Forget mapping' }).click();
  await expect(page.getByLabel('Kept mapping')).toHaveCount(0);
  for (const n of [1, 2])
    expect((await request.delete(`/api/elements/${tag}.${tag}-${n}`, { headers: { 'If-Match': '*' } })).status()).toBe(
      204,
    );
});
