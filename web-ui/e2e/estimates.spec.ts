import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const LANGUAGES = ['en', 'zh-Hant'] as const;

async function open(page: Page, path: string, language: string, dark: boolean): Promise<void> {
  await page.addInitScript(
    ([lang, theme]) => {
      localStorage.setItem('holdfast.language', lang ?? 'en');
      localStorage.setItem('holdfast.theme', theme ?? 'light');
    },
    [language, dark ? 'dark' : 'light'],
  );
  await page.goto(path);
}

async function clean(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
}

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

for (const language of LANGUAGES) {
  for (const dark of [false, true]) {
    const look = `${language}, ${dark ? 'dark' : 'light'}`;

    test(`a live failover is shown with rollback, outage and headroom, and axe is content: ${look} [row:D6]`, async ({
      page,
    }) => {
      const run = await estimate(page, 'drill-payment-failover');
      await open(page, `/drills/estimates/${run}`, language, dark);
      await expect(page.locator('h1')).toContainText('%');
      await expect(page.locator('.lede b')).toContainText(language === 'en' ? 'not a drill' : '不是演練');
      await expect(page.locator('.criteria tr')).toHaveCount(5);
      await expect(page.locator('.drilltype')).toHaveCount(1);
      await clean(page);
    });

    test(`a drill of two types has a part for each, and gaps in the language of the page: ${look} [row:D8]`, async ({
      page,
    }) => {
      const run = await estimate(page, 'drill-ransomware');
      await open(page, `/drills/estimates/${run}`, language, dark);
      await expect(page.locator('.drilltype')).toHaveCount(2);
      await expect(page.locator('.gaps li').first()).toContainText(language === 'en' ? 'purpose' : '目的');
      await clean(page);
    });
  }

  test(`an estimate is started from the list of written drills and can be stopped: ${language}`, async ({ page }) => {
    await open(page, '/drills?year=2026', language, false);
    const items = page.locator('.writtendrills li');
    await expect(items).toHaveCount(5);
    const quake = items.first();
    await quake.getByRole('button').click();
    await page.waitForURL(/\/drills\/estimates\/\d+$/);
    await expect(page.locator('h1')).toBeVisible();
    const stop = page.getByRole('button', { name: language === 'en' ? 'Cancel' : '取消' });
    await clean(page);
    await stop.click();
    await expect(page.locator('.failed h1')).toBeVisible();
    await clean(page);
    await page.locator('.failed .ways a').click();
    await expect(items.first().getByRole('button')).toBeEnabled();
  });
}

test('a run of a scenario is no estimate of a drill, and the page says so', async ({ page }) => {
  const runs = (await (await page.request.get('/api/runs?size=1')).json()) as { items: Run[] };
  await open(page, `/drills/estimates/${runs.items[0]?.id ?? 0}`, 'en', false);
  await expect(page.getByRole('alert')).toContainText('not the estimate of a drill');
});
