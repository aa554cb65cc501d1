import { expect, type Page, test } from '@playwright/test';
import { LANGUAGES, looksOf, open, sound } from './looks';

interface Run {
  id: number;
  status: string;
}

/** The newest finished estimate of a drill with few trials, made where there is none. */
async function estimate(page: Page, drill: string): Promise<number> {
  const kept = (await (await page.request.get(`/api/runs?kind=drill&subject=${drill}`)).json()) as { items: Run[] };
  const finished = kept.items.find((run) => run.status === 'finished');
  if (finished) return finished.id;
  const asked = await page.request.post('/api/runs', {
    data: { kind: 'drill', drill, trials: 400, options: { draws: 60, asOf: '2026-11-26' } },
  });
  const { id } = (await asked.json()) as Run;
  await expect
    .poll(async () => ((await (await page.request.get(`/api/runs/${id}`)).json()) as Run).status, { timeout: 100_000 })
    .toBe('finished');
  return id;
}

test('a live failover is shown with rollback, outage and headroom, and axe is content [row:D6]', async ({
  page,
}, info) => {
  const run = await estimate(page, 'drill-payment-failover');
  for (const [language, dark] of looksOf(info)) {
    await open(page, `/drills/estimates/${run}`, language, dark);
    await expect(page.locator('h1')).toContainText('%');
    await expect(page.locator('.lede b')).toContainText(language === 'en' ? 'not a drill' : '不是演練');
    await expect(page.locator('.criteria tr')).toHaveCount(5);
    await expect(page.locator('.drilltype')).toHaveCount(1);
    await sound(page);
  }
});

test('a drill of two types has a part for each, and gaps in the language of the page [row:D8]', async ({
  page,
}, info) => {
  const run = await estimate(page, 'drill-ransomware');
  for (const [language, dark] of looksOf(info)) {
    await open(page, `/drills/estimates/${run}`, language, dark);
    await expect(page.locator('.drilltype')).toHaveCount(2);
    await expect(page.locator('.gaps li').first()).toContainText(language === 'en' ? 'purpose' : '目的');
    await sound(page);
  }
});

for (const language of LANGUAGES) {
  test(`an estimate is started from the list of written drills and can be stopped: ${language}`, async ({ page }) => {
    await open(page, '/drills?year=2026', language);
    const items = page.locator('.writtendrills li');
    await expect(items).toHaveCount(5);
    const quake = items.first();
    const estimate = quake.getByRole('button', { name: /^(Estimate|模擬推估)/ });
    await estimate.click();
    await page.waitForURL(/\/drills\/estimates\/\d+$/);
    await expect(page.locator('h1')).toBeVisible();
    const stop = page.getByRole('button', { name: language === 'en' ? 'Cancel' : '取消' });
    await expect(stop).toBeVisible(); // the page has come, not the one before it
    await sound(page);
    await stop.click();
    await expect(page.locator('.failed h1')).toBeVisible();
    await sound(page);
    await page.locator('.failed .ways a').click();
    await expect(estimate).toBeEnabled();
  });
}

test('a run of a scenario is no estimate of a drill, and the page says so', async ({ page }) => {
  const runs = (await (await page.request.get('/api/runs?size=1')).json()) as { items: Run[] };
  await open(page, `/drills/estimates/${runs.items[0]?.id ?? 0}`, 'en');
  await expect(page.getByRole('alert')).toContainText('not the estimate of a drill');
});
