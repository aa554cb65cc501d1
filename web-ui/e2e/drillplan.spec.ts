import { readFileSync } from 'node:fs';
import { expect as patient, test } from '@playwright/test';
import { looksOf, named, open, sound } from './looks';

/** Drill plans in the demonstration: the catalogue, a plan from a template, what the model expects of it. */
const expect = patient.configure({ timeout: 20_000 });
const texts = JSON.parse(readFileSync('src/lib/texts/drillplan.en.json', 'utf8')) as Record<string, string>;
const t = (key: string): string => {
  const text = texts[key];
  if (text === undefined) throw new Error(`no text ${key}`);
  return text;
};

test('the catalogue has templates and the crosswalk [row:D11] [row:D13] [row:D15]', async ({ page }, info) => {
  for (const look of looksOf(info)) {
    await open(page, '/drills/plans', ...look);
    await expect(page.locator('.templates li')).toHaveCount(6);
    await page.locator('.crosswalk summary').click();
    await sound(page, `drill-plans-${named(look)}`);
  }
});

test('a plan says what it lacks, and the model says what the drill will be like [row:D10] [row:D4]', async ({
  page,
}, info) => {
  await open(page, '/drills/plans', 'en');
  await page.getByRole('button', { name: t('dplBeginWith').replace('{{name}}', t('dplType-data-recovery')) }).click();
  const mandatory = page.getByRole('region', { name: t('dplMandatory') });
  await expect(mandatory.locator('li.lacks')).toHaveCount(4);
  await page.getByLabel(t('dplField-scope')).fill('selfcare-db');
  await page.locator('.offered button').first().click();
  await page.getByLabel(t('dplField-date')).fill('2027-03-02');
  await page.getByRole('button', { name: t('dplAddParticipant') }).click();
  await page.getByLabel(t('dplCol-person')).first().fill('Wu Chia-hao');
  await page.getByLabel(t('dplField-noSuppliersReason')).fill('Nothing here is a supplier’s.');
  await page.getByRole('button', { name: t('dplSave'), exact: true }).click();
  await expect(mandatory.locator('li.lacks')).toHaveCount(0);
  await page.getByRole('button', { name: t('dplPredict') }).click();
  await expect(page.getByRole('img', { name: /80 %/ })).toBeVisible({ timeout: 90_000 });
  await expect(page.locator('.predictedtype .pair dt')).toHaveText(['Self-service database']);
  await expect(page.locator('.toks .chip')).toContainText('Self-service database');
  const address = new URL(page.url()).pathname;
  for (const look of looksOf(info)) {
    await open(page, address, ...look);
    await expect(page.locator('.predictedtype')).toBeVisible();
    await sound(page, `drill-plan-${named(look)}`);
  }
});
