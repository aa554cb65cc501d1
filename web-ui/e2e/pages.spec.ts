import { expect, type Page, test } from '@playwright/test';
import { LANGUAGES, looksOf, open, sound } from './looks';

/** Every page of these rooms; the run of a page that shows one stands in for {run}. */
const PAGES: { path: string; shows: string; count?: number }[] = [
  { path: '/', shows: '.matrix tbody tr', count: 28 },
  { path: '/runs/{run}/svc-selfcare', shows: '.run .card' },
  { path: '/register?show=services', shows: '.gr, .gcard' },
  { path: '/register/payment-db', shows: '.methods > li', count: 3 },
  { path: '/register/graph?focus=svc-payment', shows: '.react-flow__node' },
  { path: '/register/sites?site=tpe', shows: '.sitemap .reach' },
  { path: '/register/findings', shows: '.rule .found > li' },
  { path: '/scenarios', shows: '.sc > li', count: 8 },
  { path: '/scenarios/{scenario}', shows: '.res tbody tr' },
  { path: '/year', shows: '.years tbody tr', count: 28 },
  { path: '/no-such-page', shows: '.empty .btn' },
  { path: '/register/no-such-element', shows: '[role=alert] .btn' },
];

/** The first run of the sample's faulty release that is finished; the service works on it since its start. */
async function finishedRun(page: Page): Promise<number> {
  let id = 0;
  await expect
    .poll(
      async () => {
        const answer = await page.request.get('/api/runs?scenario=faulty-release');
        const runs = ((await answer.json()) as { items: { id: number; status: string }[] }).items;
        id = runs.find((run) => run.status === 'finished')?.id ?? 0;
        return id;
      },
      { timeout: 300_000 },
    )
    .toBeGreaterThan(0);
  return id;
}

for (const { path, shows, count } of PAGES) {
  test(`${path} shows what it should, fits, has a title and passes axe in both languages and themes`, async ({
    page,
  }, info) => {
    test.setTimeout(400_000);
    const run = await finishedRun(page);
    const at = path.replace('{run}', String(run)).replace('{scenario}', 'faulty-release');
    await open(page, at, 'en');
    for (const [language, dark] of looksOf(info)) {
      await page.getByRole('button', { name: language === 'en' ? 'EN' : '中文', exact: true }).click();
      const root = page.locator('html');
      if (((await root.getAttribute('class')) ?? '') !== (dark ? 'dark' : '')) await page.locator('.top .icon').click();
      await expect(root).toHaveAttribute('lang', language);
      await expect(root).toHaveClass(dark ? 'dark' : '');
      const shown = page.locator(shows);
      await expect(shown.first()).toBeVisible({ timeout: 60_000 });
      if (count !== undefined) await expect(shown).toHaveCount(count);
      await expect(page).toHaveTitle(/ · Holdfast$/);
      await sound(page);
    }
  });
}

test('the run page of a cell equals the closed form', async ({ page }) => {
  test.setTimeout(400_000);
  const run = await finishedRun(page);
  await open(page, `/runs/${run}/svc-selfcare`, 'en');
  const result = (await (await page.request.get(`/api/runs/${run}/result`)).json()) as {
    trials: number;
    elements: { id: string; recovery: { withinRto: { estimate: number } } }[];
  };
  const within = result.elements.find((element) => element.id === 'svc-selfcare')?.recovery.withinRto.estimate ?? 0;
  const exact = 1 - Math.exp(-(8 - 0.75) / 3.2);
  expect(Math.abs(within - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / result.trials));
  await expect(page.locator('h1')).toContainText(`${Math.round(within * 100)}\u00a0%`);
  await expect(page.locator('h1')).toContainText('8\u00a0h');
});

test('a run is cancelled from the page', async ({ page }) => {
  const asked = await page.request.post('/api/runs', { data: { scenario: 'tpe-lost', trials: 9_000_000 } });
  const { id } = (await asked.json()) as { id: number };
  await open(page, '/scenarios/tpe-lost', 'en');
  const line = page.locator('.runline', { hasText: `run ${id},` });
  await line.getByRole('button', { name: 'Cancel' }).click();
  await expect
    .poll(async () => ((await (await page.request.get(`/api/runs/${id}`)).json()) as { status: string }).status, {
      timeout: 60_000,
    })
    .toBe('cancelled');
  await expect(line).toContainText('cancelled', { timeout: 30_000 });
});

test('a scenario is run from its page with trials and a seed, and refuses what cannot be run', async ({ page }) => {
  await open(page, '/scenarios/faulty-release', 'en');
  await page.getByLabel('Trials').fill('0');
  await expect(page.getByRole('alert')).toContainText('from 1 to');
  await page.getByLabel('Trials').fill('1000');
  await page.getByLabel('Seed').fill('7');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('.runline', { hasText: '1\u00a0000 trials, seed 7' }).first()).toContainText('finished', {
    timeout: 120_000,
  });
});

test('a year of operation is run from its page and shows what its result says [row:S5]', async ({ page }, info) => {
  test.setTimeout(400_000);
  const years = info.project.name === 'phone' ? '400' : '300';
  await open(page, '/year', 'en');
  await expect(page.locator('.years tbody tr').first()).toBeVisible({ timeout: 300_000 });
  await page.getByLabel('Histories').fill('0');
  await expect(page.getByRole('alert')).toContainText('from 1 to');
  await page.getByLabel('Histories').fill(years);
  await page.getByLabel('Seed').fill('7');
  const newest = async (): Promise<{ id: number; seed: number; status: string } | undefined> =>
    (
      (await (await page.request.get('/api/runs?kind=year&size=1')).json()) as {
        items: { id: number; seed: number; status: string }[];
      }
    ).items[0];
  const before = (await newest())?.id ?? 0;
  await page.getByRole('button', { name: 'Run years' }).click();
  await expect
    .poll(async () => ((await newest())?.id ?? 0) > before && (await newest())?.status, { timeout: 120_000 })
    .toBe('finished');
  await expect(page.locator('.lede')).toContainText(`${years} histories`, { timeout: 30_000 });
  const run = await newest();
  expect(run?.seed).toBe(7);
  const result = (await (await page.request.get(`/api/runs/${run?.id ?? 0}/result`)).json()) as {
    elements: { id: string; availability: { mean: number }; slaMet: { estimate: number } | null }[];
  };
  const payment = result.elements.find((element) => element.id === 'svc-payment');
  const row = page.locator('.years tbody tr', { hasText: 'Mobile payment' }).first();
  await expect(row).toContainText(`${((payment?.slaMet?.estimate ?? 0) * 100).toFixed(1)}\u00a0%`);
  await expect(row).toContainText((Math.floor((payment?.availability.mean ?? 0) * 1000) / 10).toFixed(1));
});

test('search by keyboard leads to an element, and the list finds it by its Chinese name', async ({ page }) => {
  await open(page, '/', 'en');
  await expect(page.locator('h1')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('payment-db');
  await expect(page.getByRole('option').first()).toContainText('Payment ledger database');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/register\/payment-db$/);
  await open(page, '/register', 'zh-Hant');
  await page.getByRole('searchbox').fill('支付帳務資料庫');
  await expect(page.locator('.gr, .gcard')).toHaveCount(2);
  await expect(page).toHaveURL(/q=/);
});

test('findings are narrowed to 應 and lead to where they are mended [row:S13] [row:M6]', async ({ page }) => {
  await open(page, '/register/findings', 'en');
  const { shall, total } = (await (await page.request.get('/api/findings/summary')).json()) as {
    shall: number;
    total: number;
  };
  await expect(page.locator('h1')).toContainText(String(shall));
  await expect(page.getByRole('status').last()).toContainText(`Findings: ${total}`);
  await page.getByRole('button', { name: '應' }).click();
  await expect(page).toHaveURL(/strength=shall/);
  await expect(page.getByRole('status').last()).toContainText(`Findings: ${shall}`);
  const rule = page.getByRole('region', { name: 'Machines of a failed host run again within 10 minutes' });
  await expect(rule).toContainText('guideline S13');
  await rule.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/register\/tpe-vm$/);
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('12.68 min');
});

test('a site is added where it is, measured, and moved away [row:S12]', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'the same on both');
  await open(page, '/register/sites', 'en');
  await expect(page.locator('h1')).toContainText('2 of 4 sites have another one nearer than 35.0 km');
  await page.getByRole('button', { name: 'Add a site' }).click();
  await page.getByLabel(/^Id/).fill('e2e-site');
  await page.getByLabel('Name in English').fill('Hualien store');
  await page.getByLabel('Latitude, degrees north').fill('91');
  await expect(page.getByRole('alert')).toContainText('between −90 and 90');
  await page.getByLabel('Latitude, degrees north').fill('24.16');
  await page.getByLabel('Longitude, degrees east').fill('120.64');
  await page.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row', { name: /e2e-site/ });
  await expect(row).toContainText('too near');
  await page.getByLabel('Latitude, degrees north').fill('23.98');
  await page.getByLabel('Longitude, degrees east').fill('121.6');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row).not.toContainText('too near');
  const removed = await page.request.delete('/api/sites/e2e-site', { headers: { 'If-Match': '*' } });
  expect(removed.status()).toBe(204);
});

test('the graph is walked by keyboard and stays as it was left', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'keys are for keyboards');
  await open(page, '/register/graph?focus=svc-payment&depth=1', 'en');
  const box = page.locator('.react-flow__node[data-id="svc-payment"]');
  await expect(box).toBeVisible({ timeout: 60_000 });
  await box.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.aside')).toContainText('Mobile payment');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const kept = await page.evaluate(() => localStorage.getItem('holdfast.graph'));
  expect(kept).toContain('svc-payment');
  const place = await box.evaluate((element) => (element as HTMLElement).style.transform);
  const shown = page.locator('.react-flow__viewport');
  const before = await shown.getAttribute('style');
  await page.locator('.react-flow__pane').hover({ position: { x: 20, y: 20 } });
  await page.mouse.down();
  await page.mouse.move(500, 500, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => shown.getAttribute('style')).not.toBe(before);
  const window = (await shown.getAttribute('style')) ?? '';
  await page.reload();
  await expect(box).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => box.evaluate((element) => (element as HTMLElement).style.transform)).toBe(place);
  await expect(shown).toHaveAttribute('style', window);
  await page.getByRole('link', { name: 'Back to all services' }).click();
  await page.getByRole('button', { name: 'All elements' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Every element');
  await expect(page).toHaveURL(/whole=1/);
  await page.getByRole('button', { name: 'As a table' }).click();
  await expect(page.locator('.gtable tbody tr').first()).toBeVisible();
});

test('the run page prints on one sheet in both languages', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'paper is the same for all');
  const run = await finishedRun(page);
  for (const language of LANGUAGES) {
    await open(page, `/runs/${run}/prc-selfcare`, language);
    await expect(page.locator('.run .card').first()).toBeVisible();
    const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
});

test('a phone has every room within two presses, and no bar that runs off', async ({ page }, info) => {
  test.skip(info.project.name !== 'phone', 'a laptop shows all rooms at the side');
  await open(page, '/', 'en');
  const rooms = page.getByRole('navigation', { name: 'Rooms' });
  const register = rooms.getByRole('link', { name: 'Register' });
  await expect(rooms.getByRole('link')).toHaveCount(4);
  const more = rooms.getByRole('button', { name: 'More' });
  await more.click();
  await expect(register).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(register).toBeHidden();
  await expect(more).toBeFocused();
  await more.click();
  await register.click();
  await expect(page).toHaveURL(/\/register$/);
  await expect(register).toBeHidden();
  await expect(more).toBeVisible();
  const wide = await rooms.evaluate((each) => each.scrollWidth - each.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
