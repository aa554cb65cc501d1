import { expect as patient, test } from '@playwright/test';
import { looksOf, named, open, sound } from './looks';

const expect = patient.configure({ timeout: 30_000 });

test('the catalogue says what the chain carries [row:S1] [row:S2]', async ({ page }, info) => {
  for (const look of looksOf(info)) {
    await open(page, '/levels', ...look);
    await expect(page.locator('h1')).toContainText(look[0] === 'en' ? 'does not carry' : '不足');
    await expect(page.locator('.levels-list tbody tr').first()).toBeVisible();
    await sound(page, `levels-${named(look)}`);
    await open(page, '/levels/svc-payment', ...look);
    await expect(page.locator('h1')).toContainText('99.8698');
    await expect(page.locator('.check').first().locator('tbody tr').first()).toContainText('99.95');
    await sound(page, `level-${named(look)}`);
  }
});

test('a catalogue of more than 500 services is shown to its end', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'the same button; the laptop presses it');
  const all = 523;
  await page.route('**/api/service-levels?*', async (route) => {
    const wish = new URL(route.request().url()).searchParams;
    const [at, size] = [Number(wish.get('page')), Number(wish.get('size'))];
    const answer = await route.fetch({
      url: route
        .request()
        .url()
        .replace(/page=\d+/, 'page=0'),
    });
    const told = (await answer.json()) as { items: { thing: { id: string; names: object } }[] };
    const [row] = told.items;
    const items = Array.from({ length: Math.max(0, Math.min(size, all - at * size)) }, (_, of) => ({
      ...row,
      thing: { ...row?.thing, id: `made-${at * size + of}`, names: {}, name: `Made ${at * size + of}` },
    }));
    await route.fulfill({ response: answer, json: { ...told, items, page: at, size, all, total: all } });
  });
  await open(page, '/levels', 'en');
  const rows = page.locator('.levels-list tbody tr');
  const more = page.getByRole('button', { name: /^Show \d+ more$/ });
  await expect(rows).toHaveCount(60);
  for (let shown = 60; shown < all; shown += 60) {
    await more.click();
    await expect(rows).toHaveCount(Math.min(all, shown + 60));
  }
  await expect(more).toHaveCount(0);
  await expect(rows.last()).toContainText('Made 522');
});

test('a supplier is held against what needs it [row:B11]', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'the same words; the laptop shows them');
  await open(page, '/levels/isp-b', 'en');
  const supplier = page.getByRole('region', { name: 'Supplier against what needs it' });
  await expect(supplier).toContainText('The evidence is older than 12 months.');
  await expect(supplier.getByRole('row', { name: /^RTO/ })).toContainText('6 h');
});

test('credits, measurements, forecast, recovery and who is told stand beside the promise [row:S5] [row:S10] [row:B20]', async ({
  page,
}, info) => {
  test.skip(info.project.name === 'phone', 'one service keeps what is entered; the laptop enters it');
  await open(page, '/levels/svc-payment', 'en');
  const credit = page.getByRole('region', { name: 'What does a miss cost?' });
  await credit.getByLabel('Hours down in all').fill('7.31');
  await credit.getByRole('button', { name: 'Calculate' }).click();
  await expect(credit.getByRole('status')).toContainText('NT$ 240 k are paid back: 30 % of the fee');

  const measured = page.getByRole('region', { name: 'Measured', exact: true });
  await measured.getByText('Paste a table', { exact: true }).click();
  const lines = [1, 2, 3, 4, 5, 6].map((month) => `2026-0${month}\t${month * 10}\t${month * 6}\tmonitoring`);
  await measured
    .getByLabel('From a spreadsheet or CSV')
    .fill(['period\tdownMinutes\toutageMinutes\tsource', ...lines].join('\n'));
  await measured.getByRole('button', { name: 'See what it brings' }).click();
  await expect(measured.getByRole('status')).toContainText('2026-06');
  await measured.getByRole('button', { name: 'Take it over' }).click();
  await expect(measured).toContainText('Met in 4 of 6 periods.');
  await expect(measured).toContainText('Mann–Kendall p = 0.003');

  const recovery = page.getByRole('region', { name: 'In recovery', exact: true });
  await expect(recovery.locator('tbody tr').first()).toBeVisible();
  await expect(recovery).toContainText('An outage stays within 4 h');
  const forecast = page.getByRole('region', { name: 'Will it be met?' });
  await expect(forecast.getByRole('link')).toBeVisible();

  const told = page.getByRole('region', { name: 'To be told' });
  await told.getByText('Put somebody on the list').click();
  await told.getByLabel('Who is to be told').fill('Merchant association');
  await told.getByLabel('About what').fill('May and June were missed.');
  await told.getByRole('button', { name: 'Put on the list' }).click();
  await told.getByText('Mark as told').first().click();
  await told.getByLabel('How').first().fill('by letter');
  await told.getByRole('button', { name: 'Told', exact: true }).first().click();
  await expect(told).toContainText('by letter');
  await sound(page, 'level-measured');
});

test('an agreement is changed and submitted, and a meeting is kept [row:S3] [row:S9]', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'one service keeps what is entered; the laptop enters it');
  await open(page, '/levels/svc-selfcare', 'en');
  await page.getByRole('button', { name: 'Add an SLA' }).click();
  await page.getByLabel('Counterparty').last().fill('Subscribers');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Before it can be submitted')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Before it can be submitted' })).toContainText('First day');

  await open(page, '/level-reviews', 'en');
  await page.getByLabel('Participants').fill('payops\nretail');
  await page.getByLabel('Changes in contracts').fill('Acquirer is asked for 99.99 %.');
  await page.getByLabel('Conclusion').fill('Payment keeps 99.9 %.');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.locator('h1')).toContainText('was held');
  await sound(page, 'level-reviews');
});
