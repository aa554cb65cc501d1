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

for (const language of LANGUAGES) {
  test(`overview shows the matrix and passes axe in ${language}`, async ({ page }) => {
    test.setTimeout(400_000);
    await finishedRun(page);
    for (const dark of [false, true]) {
      await open(page, '/', language, dark);
      await expect(page.locator('.matrix tbody tr')).toHaveCount(28);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    }
  });

  test(`the run page of a cell equals the closed form and passes axe in ${language}`, async ({ page }) => {
    test.setTimeout(400_000);
    const run = await finishedRun(page);
    await open(page, `/runs/${run}/svc-selfcare`, language, false);
    await expect(page.locator('h1')).toContainText('8');
    const result = (await (await page.request.get(`/api/runs/${run}/result`)).json()) as {
      trials: number;
      elements: { id: string; recovery: { withinRto: { estimate: number } } }[];
    };
    const within = result.elements.find((element) => element.id === 'svc-selfcare')?.recovery.withinRto.estimate ?? 0;
    const exact = 1 - Math.exp(-(8 - 0.75) / 3.2);
    expect(Math.abs(within - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / result.trials));
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test('a run is cancelled from the page', async ({ page }) => {
  await open(page, '/', 'en', false);
  const asked = await page.request.post('/api/runs', { data: { scenario: 'tpe-lost', trials: 9_000_000 } });
  const { id } = (await asked.json()) as { id: number };
  await page.reload();
  const item = page.locator('.runs li', { hasText: '9 000 000' });
  await item.getByRole('button', { name: 'Cancel' }).click();
  await expect
    .poll(async () => ((await (await page.request.get(`/api/runs/${id}`)).json()) as { status: string }).status, {
      timeout: 60_000,
    })
    .toBe('cancelled');
});
