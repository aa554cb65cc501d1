import { expect, test } from '@playwright/test';
import { LANGUAGES, looksOf, open, sound } from './looks';

test('a year is planned from the page, every service has a drill, and axe is content [row:D1]', async ({
  page,
}, info) => {
  for (const [language, dark] of looksOf(info)) {
    await open(page, '/drills?year=2026&view=year', language, dark);
    await page.locator('.btn.pri').click();
    await expect(page.locator('.year .drillat')).toHaveCount(47, { timeout: 60_000 });
    await expect(page.locator('h1')).toContainText('13');
    await expect(page.locator('.proof')).not.toBeEmpty();
    await sound(page);
    await page.locator('.head .seg button', { hasText: language === 'en' ? 'List' : '清單' }).click();
    await page.locator('.drills details').first().locator('summary').click();
    await sound(page);
  }
});

for (const language of LANGUAGES) {
  test(`a year without calendar data says so in ${language}`, async ({ page }) => {
    await page.request.post('/api/drills/schedules', { data: { year: 2027 } });
    await open(page, '/drills?year=2027&view=list', language);
    await expect(page.locator('.lede .bad')).toContainText('2027');
    await expect(page.locator('.drills .month .chip.warn')).toHaveCount(await page.locator('.drills .month').count());
    await sound(page);
  });

  test(`a year that is not planned offers the next step in ${language}`, async ({ page }) => {
    await open(page, '/drills?year=2019', language);
    await expect(page.locator('.empty .btn.pri')).toBeVisible();
    await sound(page);
  });
}

test('a drill is moved by key to a day that keeps the rules, is refused on a Saturday, and is let go [row:D1]', async ({
  page,
}) => {
  await page.request.post('/api/drills/schedules', { data: { year: 2028 } });
  await open(page, '/drills?year=2028&view=year', 'en');
  const mark = page.locator('.year .drillat').nth(20);
  await mark.focus();
  await page.keyboard.press('Enter');
  const bar = page.locator('.movebar');
  await expect(bar.getByRole('status')).toHaveText('No rule is against this day.');
  const day = bar.getByLabel('Day', { exact: true });
  const from = new Date(`${await day.inputValue()}T00:00:00Z`);
  for (let i = from.getUTCDay(); i < 6; i++) {
    await mark.focus();
    await page.keyboard.press('ArrowRight');
  }
  await expect(bar.getByRole('status')).toContainText('Nobody works on this day.');
  await expect(bar.getByRole('button', { name: 'Move here' })).toBeDisabled();
  await sound(page);
  await day.fill(from.toISOString().slice(0, 10));
  await bar.getByLabel('Why').fill('kept for the auditors');
  await bar.getByRole('button', { name: 'Fix here' }).click();
  await expect(bar).toHaveCount(0);
  await expect(page.locator('.year .pinned')).toHaveCount(1);
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('kept for the auditors');
  await bar.getByRole('button', { name: 'Let go' }).click();
  await expect(page.locator('.year .pinned')).toHaveCount(0);
});

test('the rules are a table with presets, and the month shows each drill on its day', async ({ page }) => {
  await page.request.post('/api/drills/schedules', { data: { year: 2028 } });
  await open(page, '/drills?year=2028&view=month', 'zh-Hant');
  await expect(page.locator('.drillchip').first()).toBeVisible();
  await page.getByRole('button', { name: '規則' }).click();
  await page.getByRole('button', { name: '臺灣法規' }).click();
  await expect(page.locator('.rules .btn.pri')).toBeEnabled();
  await sound(page);
});

test('in the month the focus goes with a drill that is moved by key, over the end of a month, and its day is told', async ({
  page,
}) => {
  await page.request.post('/api/drills/schedules', { data: { year: 2028 } });
  await open(page, '/drills?year=2028&view=month', 'en');
  const chip = page.locator('.drillchip').first();
  await expect(chip).toBeVisible();
  const uid = (await chip.getAttribute('data-uid')) ?? '';
  const day = page.locator('.movebar').getByLabel('Day', { exact: true });
  const told = page.locator('[aria-live=polite]').filter({ hasText: ': ' });
  await chip.focus();
  for (let presses = 1; presses <= 6; presses++) {
    await page.keyboard.press('ArrowDown');
    await expect(page.locator(`.drillchip[data-uid="${uid}"]`)).toBeFocused();
  }
  await expect(page.locator('.monthgrid .moving')).toHaveCount(1);
  const at = new Date(`${await day.inputValue()}T00:00:00Z`);
  const month = at.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  await expect(page.getByRole('heading', { name: month })).toBeVisible();
  await expect(told.first()).toContainText(` ${at.getUTCDate()} `);
  // let go: the drill is back on its day, the reader stays in the month that is shown
  await page.keyboard.press('Escape');
  await expect(page.locator('.movebar')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: month })).toBeVisible();
  await expect(page.getByRole('region', { name: month })).toBeFocused();
  await expect(page.locator('[aria-live=polite]').filter({ hasText: ' stays on ' })).toHaveCount(1);
});

test('drills that cannot be moved look so and say why; a move that failed is tried again', async ({ page }) => {
  await page.request.post('/api/drills/schedules', { data: { year: 2028 } });
  await page.route('**/api/drills/schedules/2028?*', async (route) => {
    const answer = await route.fetch();
    const schedule = (await answer.json()) as { drills: { stage: string | null; settled: boolean; plan: number }[] };
    if (schedule.drills[0]) schedule.drills[0].stage = 'approved';
    if (schedule.drills[1]) schedule.drills[1].stage = 'held';
    if (schedule.drills[2]) Object.assign(schedule.drills[2], { stage: 'planned', settled: true, plan: 7 });
    await route.fulfill({ json: schedule });
  });
  await open(page, '/drills?year=2028&view=month', 'en');
  const fixed = page.getByRole('button', { name: /cannot be moved: its plan is approved/ });
  await expect(fixed).toHaveAttribute('draggable', 'false');
  await expect(fixed).toHaveAttribute('aria-disabled', 'true');
  await fixed.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const bar = page.locator('.movebar');
  await expect(bar).toHaveCount(0);
  await sound(page, 'drills-fixed');
  await page.goto('/drills?year=2028&view=year');
  await expect(page.locator('.year .drillat.fixed')).toHaveCount(3);
  await expect(page.locator('.year .drillat.settled')).toHaveAttribute('aria-label', /its plan states a day/);
  await page.goto('/drills?year=2028&view=list');
  const planned = page.locator('.drills details', { has: page.locator('a[href="/drills/plans/7"]') });
  await planned.locator('summary').click();
  await expect(planned.getByRole('link', { name: /^Go to the plan of/ })).toBeVisible();
  await expect(planned.getByRole('button', { name: /^Plan/ })).toHaveCount(0);
  await page.goto('/drills?year=2028&view=year');
  const fault = {
    status: 500,
    contentType: 'application/problem+json',
    body: JSON.stringify({ status: 500, code: 'internal-server-error', detail: 'The service failed.' }),
  };
  await page.route('**/check?*', (route) => route.fulfill(fault), { times: 1 });
  const mark = page.locator('.year .drillat:not(.fixed)').nth(10);
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('alert')).toBeVisible();
  await expect(bar.getByRole('button', { name: 'Fix here' })).toBeDisabled();
  await bar.getByRole('button', { name: 'Try again' }).click();
  await expect(bar.getByRole('status')).toHaveText('No rule is against this day.');
  await expect(bar.getByRole('alert')).toHaveCount(0);
  await page.route('**/pins?*', (route) => route.fulfill(fault), { times: 1 });
  await bar.getByRole('button', { name: 'Fix here' }).click();
  await bar.getByRole('button', { name: 'Try again' }).click();
  await expect(bar).toHaveCount(0);
  await expect(page.locator('.year .pinned')).toHaveCount(1);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  const { drills } = (await (await page.request.get('/api/drills/schedules/2028')).json()) as {
    drills: { uid: string; pin: unknown }[];
  };
  for (const drill of drills.filter((each) => each.pin !== null))
    await page.request.delete(`/api/drills/schedules/2028/pins/${encodeURIComponent(drill.uid)}`);
});

test('the list shows what comes next first, and folds months further on', async ({ page }, info) => {
  await page.request.post('/api/drills/schedules', { data: { year: 2028 } });
  await open(page, '/drills?year=2028&view=list', 'en');
  const list = page.getByRole('table', { name: 'List' });
  const rows = list.locator('tbody tr:not(.month)');
  await expect(page.getByRole('group', { name: 'Which drills' }).getByRole('button', { pressed: true })).toHaveText(
    /^Ahead \d+$/,
  );
  const months = list.locator('.month button');
  await expect(months.first()).toHaveAttribute('aria-expanded', 'true');
  await expect(months.last()).toHaveAttribute('aria-expanded', 'false');
  const before = await rows.count();
  expect(before).toBeLessThan(info.project.name === 'phone' ? 12 : 60);
  await months.last().focus();
  await page.keyboard.press('Enter');
  await expect(months.last()).toBeFocused();
  await expect(months.last()).toHaveAttribute('aria-expanded', 'true');
  expect(await rows.count()).toBeGreaterThan(before);
  await sound(page, 'drills-list');
});

test('a proposal that cannot be accepted says why where it stands, and leaves another move alone', async ({ page }) => {
  await page.request.post('/api/drills/schedules', { data: { year: 2028 } });
  await open(page, '/drills?year=2028&view=year', 'en');
  const proposals = page.locator('.proposals > ul > li');
  await proposals.nth(1).getByRole('button', { name: /^Move/ }).click();
  const bar = page.locator('.movebar');
  await bar.getByLabel('Why').fill('half a reason');
  const refusal = { status: 422, detail: 'A holiday was imported for this day.', code: 'move-refused' };
  await page.route('**/pins?*', (route) =>
    route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(refusal) }),
  );
  await proposals
    .first()
    .getByRole('button', { name: /^Accept/ })
    .click();
  await expect(proposals.first().getByRole('alert')).toContainText('A holiday was imported for this day.');
  await expect(bar.getByRole('alert')).toHaveCount(0);
  await sound(page, 'drills-refused');
  await page.unroute('**/pins?*');
  const name = await proposals
    .first()
    .getByRole('button', { name: /^Accept/ })
    .getAttribute('aria-label');
  await proposals
    .first()
    .getByRole('button', { name: /^Accept/ })
    .click();
  await expect(page.locator('.year .pinned')).toHaveCount(1);
  expect(name).not.toBeNull();
  await expect(bar.getByLabel('Why')).toHaveValue('half a reason');
  await expect(bar.getByRole('status')).toHaveText('No rule is against this day.');
  const { drills } = (await (await page.request.get('/api/drills/schedules/2028')).json()) as {
    drills: { uid: string; pin: unknown }[];
  };
  for (const drill of drills.filter((each) => each.pin !== null))
    await page.request.delete(`/api/drills/schedules/2028/pins/${encodeURIComponent(drill.uid)}`);
});

test('rules that somebody else saves meanwhile do not take what is typed, and the reader chooses', async ({ page }) => {
  await page.request.post('/api/drills/schedules', { data: { year: 2028 } });
  await open(page, '/drills?year=2028&view=list', 'en');
  await page.getByRole('button', { name: 'Rules', exact: true }).click();
  const rules = page.locator('.rules');
  const days = rules.getByLabel(/^Test again within/);
  const before = await days.inputValue();
  await days.fill('77');
  const saveAsOther = async (retestDays: number): Promise<void> => {
    const seen = await page.request.get('/api/drills/rules');
    const { rules: now, version } = (await seen.json()) as { rules: Record<string, unknown>; version: number };
    const saved = await page.request.put('/api/drills/rules', {
      headers: { 'If-Match': `"${version}"` },
      data: { ...now, retestDays },
    });
    expect(saved.status()).toBe(200);
  };
  await saveAsOther(66);
  await page.getByRole('button', { name: 'Subscribe' }).click(); // folded, and opened again
  await page.getByRole('button', { name: 'Rules', exact: true }).click();
  await expect(days).toHaveValue('77');
  await rules.getByRole('button', { name: 'Keep these rules' }).click();
  await expect(rules.getByRole('alert')).toContainText('saved other rules');
  await expect(days).toHaveValue('77');
  await sound(page, 'drills-rules-meanwhile');
  await rules.getByRole('button', { name: 'Save mine over theirs' }).click();
  await expect(rules.getByRole('alert')).toHaveCount(0);
  await expect(rules.getByRole('button', { name: 'Keep these rules' })).toBeDisabled();
  await days.fill('78');
  await saveAsOther(65);
  await page.evaluate(() => {
    window.dispatchEvent(new Event('visibilitychange')); // looks again
  });
  await expect(rules.getByRole('alert')).toContainText('saved other rules');
  await expect(days).toHaveValue('78');
  await rules.getByRole('button', { name: 'Take theirs' }).click();
  await expect(days).toHaveValue('65');
  await saveAsOther(Number(before));
});

test('the feed is offered with an address that answers a calendar', async ({ page }) => {
  await page.request.post('/api/drills/schedules', { data: { year: 2026 } });
  await open(page, '/drills?year=2026', 'zh-Hant');
  await page.getByRole('button', { name: '訂閱' }).click();
  await page.getByLabel('不含無預警演練').check();
  await sound(page);
  const address = await page.getByLabel('行事曆網址').inputValue();
  const answer = await page.request.get(address);
  expect(answer.headers()['content-type']).toContain('text/calendar');
  expect(await answer.text()).toContain('BEGIN:VEVENT');
});

test('a calendar file is previewed, then imported; a broken one is refused with row and column', async ({ page }) => {
  await open(page, '/drills?year=2026', 'en');
  const file = (name: string, text: string): { name: string; mimeType: string; buffer: Buffer } => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  const input = page.locator('.calendar input[type=file]');
  await input.setInputFiles(file('broken.csv', 'date,kind,name\n2035-01-01,holiday,a\n2035-02-30,holiday,b\n'));
  await expect(page.locator('.calendar .failed')).toContainText('Nothing of broken.csv was imported.');
  await expect(page.locator('.calendar .failed td').first()).toHaveText('3');
  await sound(page);
  const year = 2036 + Math.floor(Math.random() * 160);
  await input.setInputFiles(file('good.csv', `date,kind,name\n${year}-01-01,holiday,New Year\n`));
  await expect(page.locator('.preview')).toContainText('new: 1');
  await sound(page);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.locator('.calendar')).toContainText('Days imported: 1.');
  const calendar = (await (await page.request.get(`/api/calendar?year=${year}`)).json()) as { days: unknown[] };
  expect(calendar.days).toHaveLength(1);
});
