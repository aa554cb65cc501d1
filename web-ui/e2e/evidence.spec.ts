import { expect, test } from '@playwright/test';
import { looksOf, named, open, sound } from './looks';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('[row:I15] somebody adds a photo to an element, sees who had it and verifies it', async ({ page }, info) => {
  await open(page, '/register/payment-db', 'en');
  const panel = page.getByRole('region', { name: 'Evidence' });
  await panel.getByRole('button', { name: 'Add a file' }).click();
  const name = `rack-${info.project.name}-${Date.now()}.png`;
  await panel.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer: PIXEL });
  await panel.getByLabel('Kept as').selectOption('drill-record');
  await panel.getByLabel('Collected by').fill('Chen Mei');
  await panel.getByLabel('Third party present').fill('Auditor of the city');
  await panel.getByLabel('What it shows').fill('The rack after the failover');
  await sound(page);
  await panel.getByRole('button', { name: 'Keep as evidence' }).click();

  const file = panel.locator('.files > li').filter({ hasText: name });
  const custody = file.locator('.custody > li');
  await expect(custody).toHaveCount(2);
  await expect(custody.first()).toContainText('added it');
  await expect(file).toContainText('Auditor of the city');
  await file.getByRole('button', { name: 'Verify' }).click();
  await expect(file.getByRole('status')).toContainText('its hash is the same');
  await expect(custody.first()).toContainText('verified its hash: whole');
  await file.getByRole('button', { name: 'Show the picture' }).click();
  await expect(custody.first()).toContainText('read it');
  await file.getByLabel('Hand over to').fill('City police');
  await file.getByLabel('Why').fill('case 7');
  await file.getByRole('button', { name: 'Hand over' }).click();
  await expect(custody.first()).toContainText('handed it over to City police');
  await sound(page, 'evidence-panel');
});

test('retention and evidence are sound', async ({ page }, info) => {
  for (const look of looksOf(info)) {
    await open(page, '/retention', ...look);
    await expect(page.locator('.policies > li')).toHaveCount(8);
    const holds = page.getByRole('region', { name: look[0] === 'en' ? 'Holds' : '保全', exact: true });
    await holds.getByLabel(/^(Its number|編號)/).fill('999999');
    await holds.getByLabel(/^(Reason|原因)/).fill('a lawsuit');
    await holds.getByRole('button', { name: /^(Put on hold|設定保全)$/ }).click();
    await expect(holds.getByRole('alert')).toContainText(
      look[0] === 'en' ? "There is no evidence '999999'" : '沒有此紀錄，或已刪除。',
    );
    await sound(page, `retention-${named(look)}`);
    await page
      .locator('.policies > li')
      .getByRole('button', { name: /^(Change|變更)$/ })
      .first()
      .click();
    await expect(page.getByLabel(/^(Years|年數)$/)).toBeVisible();
    await sound(page);
    await page.goto('/register/payment-db');
    await page.locator('.evidence .files .row').first().click();
    await expect(page.locator('.custody > li').first()).toBeVisible();
    await sound(page, `evidence-${named(look)}`);
  }
});
