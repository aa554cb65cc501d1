import { expect as patient, test } from '@playwright/test';
import { LANGUAGES, looksOf, named, open, sound } from './looks';

const expect = patient.configure({ timeout: 20_000 });
const NAME = { en: 'Checklists', 'zh-Hant': '檢核表' };

test('a cloud provider is checked against table 7, with evidence, and nothing is lost [row:S11] [row:S14] [row:S15]', async ({
  page,
  request,
}, info) => {
  test.skip(info.project.name === 'phone', 'the same on both');
  await open(page, '/checklists', 'en');
  const row = page.getByRole('row', { name: /Fraud scoring service.*table 7/ });
  await row.getByRole('link', { name: 'Begin as SaaS' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('none of 31 items has been checked yet');
  const asked = (number: string) => page.locator('.item').filter({ has: page.getByText(number, { exact: true }) });

  await page.getByRole('button', { name: 'Add a file' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'drill.txt', mimeType: 'text/plain', buffer: Buffer.from('restored in 3 h') });
  await page.locator('.evidence form button[type=submit]').click();
  await expect(page.locator('.files')).toContainText('drill.txt');

  const first = asked('1.1').getByRole('radio', { name: 'Met', exact: true });
  await first.focus();
  await page.keyboard.press('Space');
  await expect(asked('1.1')).toContainText('Checked');
  await page.keyboard.press('ArrowRight');
  await expect(asked('1.1').getByText('Say why; it is stored then.')).toBeVisible();
  await expect(page.locator('.bar')).toContainText('Not stored yet: item 1.1.');
  await asked('1.1').getByLabel('Why, or what is missing').fill('No report for May.');
  await expect(page.locator('.bar')).toContainText('Everything is stored');

  await asked('1.5').getByText('Met', { exact: true }).click();
  await asked('1.5').getByRole('button', { name: 'Details' }).click();
  await asked('1.5')
    .getByLabel(/drill\.txt/)
    .check();
  await expect(asked('1.5')).toContainText('evidence: 1');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1 of 31 items are met (3 %); 29 are open.');

  const answer = '/api/checklists/cloud-provider/fraud-cloud/answers/8.1?variant=saas';
  const other = await request.put(answer, {
    headers: { 'If-Match': '"0"' },
    data: { state: 'not-met', reason: 'In Japan, nobody has assessed it.' },
  });
  expect(other.status()).toBe(200);
  await asked('8.1').getByText('Met', { exact: true }).click();
  const clash = asked('8.1').getByRole('alert');
  await expect(clash).toContainText('has stored "Not met" meanwhile (In Japan, nobody has assessed it.)');
  await sound(page, 'checklist-clash');
  await clash.getByRole('button', { name: 'Store mine' }).click();
  await expect(page.locator('.bar')).toContainText('Everything is stored');
  await page.reload();
  await expect(asked('8.1').getByRole('radio', { name: 'Met', exact: true })).toBeChecked();
  await expect(asked('1.1')).toContainText('No report for May.');
  for (const number of ['1.1', '1.5', '8.1']) {
    const path = `/api/checklists/cloud-provider/fraud-cloud/answers/${number}?variant=saas`;
    expect((await request.delete(path, { headers: { 'If-Match': '*' } })).status()).toBe(204);
  }
});

test('the pages of checklists are sound [row:S16] [row:A2]', async ({ page }, info) => {
  for (const look of looksOf(info)) {
    await open(page, '/checklists', ...look);
    await expect(page.locator('.checklists tbody tr').first()).toBeVisible();
    await sound(page, `checklists-${named(look)}`);
    await page.goto('/checklists/site/txg');
    await expect(page.locator('.item')).toHaveCount(5);
    await sound(page, `checklist-site-${named(look)}`);
    await page.goto('/checklists/templates');
    await page.locator('.card .btn').first().click();
    await expect(page.locator('.templateeditor textarea')).toHaveValue(/"cloud-provider-own"/);
    await sound(page, `checklist-templates-${named(look)}`);
  }
});

test('checklists stand in the navigation in both languages', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'the same on both');
  for (const language of LANGUAGES) {
    await open(page, '/register/cc-cloud', language);
    await page.getByRole('region', { name: NAME[language], exact: true }).getByRole('link').first().click();
    await expect(page.locator('.checklists tbody tr')).toHaveCount(2);
  }
});
