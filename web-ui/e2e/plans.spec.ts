import { expect, type Page, test } from '@playwright/test';
import { looksOf, open, sound } from './looks';

interface Times {
  p50: number | null;
  p95: number | null;
}
interface Cell {
  row: string;
  column: string;
  runId: number;
  withinRto?: { estimate: number } | null;
}

/** The cell of the sample that is least likely to be in time, once every scenario has been run. */
async function worstCell(page: Page): Promise<Cell> {
  let cells: Cell[] = [];
  await expect
    .poll(
      async () => {
        const overview = (await (await page.request.get('/api/overview')).json()) as { running: number; cells: Cell[] };
        cells = overview.cells;
        return overview.cells.every((cell) => cell.runId);
      },
      { timeout: 600_000 },
    )
    .toBe(true);
  const chances = cells.filter((cell) => cell.withinRto);
  chances.sort((a, b) => (a.withinRto?.estimate ?? 1) - (b.withinRto?.estimate ?? 1));
  const worst = chances[0];
  if (!worst) throw new Error('no cell of the overview has a chance');
  return worst;
}

test('the plan of the worst cell shows the bands of its run and passes axe [row:B13]', async ({ page }, info) => {
  test.setTimeout(900_000);
  const cell = await worstCell(page);
  const result = (await (await page.request.get(`/api/runs/${cell.runId}/result`)).json()) as {
    elements: { id: string; methods: { start: Times | null; done: Times | null }[] }[];
  };
  const times = new Set(
    result.elements.flatMap((element) =>
      element.methods.map((method) =>
        [method.start?.p50, method.start?.p95, method.done?.p50, method.done?.p95].join(' '),
      ),
    ),
  );
  for (const [language, dark] of looksOf(info)) {
    await open(page, `/plans/${cell.row}/${cell.column}`, language, dark);
    const steps = page.locator('.steps .step');
    await expect(steps.first()).toBeVisible();
    expect(await steps.count()).toBeGreaterThan(0);
    const shown = await steps.evaluateAll((rows) =>
      rows.map((row) =>
        ['.start', '.done']
          .flatMap((part) => {
            const data = row.querySelector<HTMLElement>(part)?.dataset;
            return [data?.['p50'], data?.['p95']];
          })
          .join(' '),
      ),
    );
    for (const band of shown) expect(times, band).toContain(band);
    await sound(page);
  }
  const link = page.locator('a[href*="plan.pdf"]');
  const pdf = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(pdf.status()).toBe(200);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('the list leads from the worst plan to its page and passes axe', async ({ page }, info) => {
  test.setTimeout(900_000);
  const cell = await worstCell(page);
  for (const [language, dark] of looksOf(info)) {
    await open(page, '/plans', language, dark);
    const first = page.locator('table tbody tr a').first();
    await expect(first).toHaveAttribute('href', `/plans/${cell.row}/${cell.column}`);
    await sound(page);
  }
  await page.locator('table tbody tr a').first().click();
  await expect(page.locator('.steps .step').first()).toBeVisible();
});

test('a run page leads to the plan of its cell', async ({ page }) => {
  test.setTimeout(900_000);
  const cell = await worstCell(page);
  await open(page, `/runs/${cell.runId}/${cell.row}`, 'en');
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/plans/${cell.row}/${cell.column}$`));
});
