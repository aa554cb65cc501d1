import { cpus } from 'node:os';
import { createHash } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { largeRegister } from './large';

/**
 * A register of 50,000 assets in the page: what takes how long on this machine. Only what does not hang on the machine is asserted: no
 * frame without rows, and that what was looked for is found.
 */
const ASSETS = 50_000;
const TIMES = 5;
const NODE = '.react-flow__node';
const lines: string[] = [];

const told = (what: string, times: number[], limit: string): void => {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  lines.push(`| ${what} | ${Math.round(middle)} | ${Math.round(sorted.at(-1) ?? 0)} | ${limit} |`);
};

/** How many MiB of zeros one core hashes with SHA-256 in a second: what this machine is worth. */
function yardstick(): number {
  const block = Buffer.alloc(1 << 20);
  const start = performance.now();
  const hash = createHash('sha256');
  for (let i = 0; i < 500; i++) hash.update(block);
  hash.digest();
  return 500_000 / (performance.now() - start);
}

/** Types into the search of the grid at once, and says how many milliseconds passed until another number of rows was shown. */
const search = async (page: Page, letters: string): Promise<number> =>
  page.evaluate(async (wanted) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const text = (): string => document.querySelector('.of')?.textContent ?? '';
    const before = text();
    const start = performance.now();
    write?.set?.call(field, wanted);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    while (text() === before) await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    return performance.now() - start;
  }, letters);

declare global {
  interface Window {
    /** When an element first stood in the window, in ms since the page began, or since the page was asked to look again. */
    seenAt: number | null;
    lookFor: (selector: string) => void;
  }
}

/** Lets the page itself say, frame by frame, when an element is there to be seen: the test's own looks come up to half a second late. */
const watch = async (page: Page, selector: string): Promise<void> => {
  await page.addInitScript((wanted) => {
    window.lookFor = (what) => {
      window.seenAt = null;
      const start = document.readyState === 'complete' ? performance.now() : 0;
      const look = (): void => {
        const found = [...document.querySelectorAll(what)].find(
          (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && each.clientWidth > 0,
        );
        if (found) window.seenAt = performance.now() - start;
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    };
    window.lookFor(wanted);
  }, selector);
};

const seen = async (page: Page): Promise<number> => {
  await page.waitForFunction(() => window.seenAt !== null, null, { timeout: 60_000 });
  return page.evaluate(() => window.seenAt ?? Number.NaN);
};

test.describe.configure({ mode: 'serial' });

test('a register of 50,000 comes in', async ({ request }) => {
  test.setTimeout(900_000);
  const { model, needs } = largeRegister(ASSETS);
  lines.push(
    `Machine: ${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores; SHA-256 ${Math.round(yardstick())} MiB/s on one.`,
    `Register: ${ASSETS} assets, ${ASSETS / 25} services and processes, ${needs} needs.`,
    '',
    '| what | median of 5, ms | slowest, ms | asked for |',
    '|---|---|---|---|',
  );
  const buffer = Buffer.from(JSON.stringify(model));
  const form = { model: { name: 'large.json', mimeType: 'application/json', buffer }, options: '{}' };
  let start = performance.now();
  const preview = await request.post('/api/imports/preview', { multipart: form, timeout: 600_000 });
  expect(preview.status(), await preview.text()).toBe(200);
  told('import, looked at', [performance.now() - start], '');
  start = performance.now();
  const stored = await request.post('/api/imports', { multipart: form, timeout: 600_000 });
  expect(stored.status(), await stored.text()).toBe(200);
  told('import, stored', [performance.now() - start], '60,000');
});

test('its grid has no frame without rows and finds what is looked for', async ({ page }) => {
  test.setTimeout(300_000);
  await watch(page, '.gr');
  await page.goto('/plans');
  await page.waitForLoadState('networkidle');
  const first: number[] = [];
  const all: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    await page.goto('/plans');
    await page.waitForLoadState('networkidle');
    const start = performance.now();
    await page.goto('/register');
    first.push(await seen(page));
    await page.locator('[role=grid]').evaluate(async (grid) => {
      while (Number(grid.getAttribute('aria-rowcount')) <= 50_000) await new Promise((done) => setTimeout(done, 10));
    });
    all.push(performance.now() - start);
  }
  told('grid, first rows', first, '1,000');
  told('grid, all rows there', all, '');
  await page.waitForLoadState('networkidle');
  const blank = await page.locator('[role=grid]').evaluate(async (grid) => {
    const headers = grid.querySelector<HTMLElement>('.gh')?.offsetHeight ?? 0;
    const height = grid.scrollHeight - grid.clientHeight;
    let frames = 0;
    for (let i = 0; i < 60; i++) {
      grid.scrollTop = i < 30 ? (height * i) / 30 : (height * (60 - i)) / 30 - 137 * i;
      await new Promise(requestAnimationFrame);
      await new Promise((done) => setTimeout(done, 0));
      const box = grid.getBoundingClientRect();
      const covered = [...grid.querySelectorAll('.gr')]
        .map((row) => row.getBoundingClientRect())
        .map((row) => Math.min(row.bottom, box.bottom) - Math.max(row.top, box.top + headers))
        .reduce((sum, part) => sum + Math.max(0, part), 0);
      if (grid.clientHeight - headers - covered > 31) frames += 1;
    }
    return frames;
  });
  lines.push(`| frames of 60 with a blank row | ${blank} | ${blank} | 0 |`);
  for (const letters of ['host 123', 'p19', '設備 4999', 'ops']) {
    const times: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      times.push(await search(page, letters));
      await expect(page.locator('.gr').first()).toBeVisible();
      await search(page, '');
    }
    told(`search "${letters}"`, times, '300');
  }
  expect(blank).toBe(0);
});

test('its graph shows the neighbourhood of an element', async ({ page }) => {
  test.setTimeout(300_000);
  await watch(page, NODE);
  for (const [name, focus] of [
    ['an application', 'a49000'],
    ['a power feed', 'a3'],
    ['a process', 'p7'],
  ] as const) {
    const times: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      await page.goto('/plans');
      await page.waitForLoadState('networkidle');
      await page.goto(`/register/graph?focus=${focus}`);
      times.push(await seen(page));
    }
    told(`graph around ${name}, with the page`, times, '1,000');
    const within: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      await page.goto(`/register/${focus}`);
      await page.waitForLoadState('networkidle');
      await page.locator(`a[href="/register/graph?focus=${focus}"]`).evaluate((link: HTMLElement, node) => {
        window.lookFor(node);
        link.click();
      }, NODE);
      within.push(await seen(page));
    }
    told(`the same, from the element's page`, within, '1,000');
    const answers: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      const start = performance.now();
      const answer = await page.request.get(`/api/graph?focus=${focus}&depth=2&direction=both`);
      expect(answer.ok()).toBe(true);
      answers.push(performance.now() - start);
    }
    told(`the same, the service's answer alone`, answers, '');
  }
});

test.afterAll(() => {
  console.log(lines.join('\n'));
});
