import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { open, sound } from './looks';

/** A cell of the grid by element and column. */
const cell = (page: Page, id: string, column: string): Locator => page.locator(`[id="cell-${column}-${id}"]`);

async function stored(page: Page, id: string): Promise<Record<string, unknown>> {
  const answer = await page.request.get(`/api/elements/${id}`);
  return ((await answer.json()) as { element: Record<string, unknown> }).element;
}

/** Puts a text on the clipboard and pastes it, as a spreadsheet's cells would come. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
}

/** New elements of a test, so that it finds the register as it needs it, whoever was there before. */
async function make(page: Page, ...elements: Record<string, unknown>[]): Promise<string> {
  const stem = `grid-${Date.now()}`;
  const changes = elements.map((element, i) => ({
    type: 'asset',
    element: { kind: 'host', owner: 'facilities', site: 'txg', ...element, id: `${stem}-${'abc'.charAt(i)}` },
  }));
  expect((await page.request.post('/api/elements/changes', { data: { changes } })).status()).toBe(200);
  return stem;
}

test.afterEach(async ({ page }) => {
  const { items } = (await (await page.request.get('/api/register/rows')).json()) as {
    items: { id: string; version: number }[];
  };
  const changes = items.flatMap(({ id, version }) => (id.startsWith('grid-1') ? [{ id, version, remove: true }] : []));
  if (changes.length > 0)
    expect((await page.request.post('/api/elements/changes', { data: { changes } })).status()).toBe(200);
});

async function grid(page: Page, language: string, path = '/register'): Promise<void> {
  await open(page, path, language);
  await expect(page.getByRole('grid')).not.toHaveAttribute('aria-readonly', 'true', { timeout: 30_000 });
  await expect(page.locator('.gr').first()).toBeVisible();
}

const WORDS = {
  en: {
    undo: 'Undo',
    redo: 'Redo',
    attention: '1 cell needs attention',
    none: 'No site is called Taichnug. Choose one from the list, or bring the site in by an import. Did you mean Taichung standby data centre?',
    leave: 'Leave all as they were',
  },
  'zh-Hant': {
    undo: '復原上一步',
    redo: '重做',
    attention: '1 格待處理',
    none: '沒有名為「Taichnug」的場所。',
    leave: '全部維持原值',
  },
} as const;

for (const language of ['en', 'zh-Hant'] as const) {
  test(`cells are edited by keyboard, pasted, refused and taken back in ${language} [row:M10]`, async ({
    page,
  }, info) => {
    test.skip(info.project.name === 'phone', 'the grid is edited where there is room');
    const words = WORDS[language];
    const stem = await make(page, { names: { en: 'One', 'zh-Hant': '一' } }, {});
    const [a, b] = [`${stem}-a`, `${stem}-b`];
    await grid(page, language, `/register?q=${stem}`);
    const before = await stored(page, a);
    await cell(page, a, 'owner').click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Escape');
    await page.keyboard.type('Chen Mei');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2');
    await page.keyboard.press('Tab');
    await page.keyboard.type('90 min');
    await page.keyboard.press('Enter');
    await expect.poll(() => stored(page, a)).toMatchObject({ owner: 'Chen Mei', tier: 2, objectives: { rto: 1.5 } });

    await cell(page, a, 'site').click();
    await paste(page, 'Taichnug\tWu Ping\r\ntpe\t"Lin ""Al"" Ya"\r\n');
    await expect(cell(page, a, 'site')).toHaveAttribute('aria-invalid', 'true');
    await expect(cell(page, a, 'site')).toHaveText('Taichnug');
    await expect.poll(() => stored(page, b)).toMatchObject({ site: 'tpe', owner: 'Lin "Al" Ya' });
    expect(await stored(page, a)).toMatchObject({ site: 'txg', owner: 'Wu Ping' });
    await expect(page.getByRole('alert')).toContainText(words.none);
    await expect(page.getByRole('button', { name: words.attention })).toBeVisible();
    await sound(page, `register-paste-${language}`);
    await page.getByRole('button', { name: words.leave }).click();
    await expect(page.locator('.gc.wrong')).toHaveCount(0);

    for (let i = 0; i < 4; i++) {
      await page.getByRole('button', { name: words.undo }).click();
      await expect(page.getByRole('button', { name: words.redo })).toBeEnabled();
    }
    await expect.poll(() => stored(page, a)).toEqual(before);
    await cell(page, a, 'owner').click();
    await page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => stored(page, a)).toMatchObject({ owner: 'Chen Mei' });
    await page.keyboard.press('Control+z');
    await expect.poll(() => stored(page, a)).toEqual(before);
  });
}

test('what is copied can be pasted, and one value fills a range', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'keys are for keyboards');
  const stem = await make(page, {}, {});
  const [a, b] = [`${stem}-a`, `${stem}-b`];
  await grid(page, 'en', `/register?q=${stem}`);
  await cell(page, a, 'owner').click();
  const copied = await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true }));
    return clipboardData.getData('text/plain');
  });
  expect(copied).toBe('Facilities');
  await cell(page, a, 'tier').click();
  await page.keyboard.press('Shift+ArrowDown');
  await paste(page, '3');
  await expect.poll(() => stored(page, b)).toMatchObject({ tier: 3 });
  expect(await stored(page, a)).toMatchObject({ tier: 3 });
  await page.keyboard.press('Delete');
  await expect.poll(() => stored(page, b)).not.toHaveProperty('tier');
  await cell(page, b, 'rto').click();
  await paste(page, '1\t99\n2\t98');
  await expect.poll(() => stored(page, b)).toMatchObject({ objectives: { rto: 1 } });
  await page.getByText('3 pasted values had no place here').click();
  await expect(page.getByLabel('Values that fell on cells')).toHaveValue(`${b}\tNeeds\t99\n\t\t2\n\t\t98`);
});

test('rows that are chosen are changed and removed together, and come back [row:M10]', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'the grid is edited where there is room');
  const stem = await make(page, { site: 'tpe' }, {}, {});
  await grid(page, 'en', `/register?q=${stem}`);
  await page.getByLabel('Choose all that are shown').check();
  const form = page.getByRole('form', { name: 'Change what is chosen' });
  await expect(form).toContainText('3 chosen');
  await form.getByLabel('Column to set').selectOption('site');
  await form.getByLabel('Value').fill('Taichung standby data centre');
  await form.getByRole('button', { name: 'Set for all' }).click();
  await expect.poll(() => stored(page, `${stem}-a`), 'the one that stood elsewhere').toMatchObject({ site: 'txg' });
  expect(await stored(page, `${stem}-c`)).toMatchObject({ site: 'txg' });
  await sound(page, 'register-bulk');
  await form.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No element matches.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => stored(page, `${stem}-a`)).toMatchObject({ id: `${stem}-a`, site: 'txg' });
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(async () => (await page.request.get(`/api/elements/${stem}-a`)).status()).toBe(404);
});

test('columns are chosen, narrowed and put in order, and the address keeps it', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'columns are for wide windows');
  await grid(page, 'en', '/register?show=services');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '14');
  await page.locator('summary', { hasText: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'MTPD' }).check();
  await page.locator('summary', { hasText: 'Columns' }).click();
  await page.getByRole('button', { name: 'Column filters' }).click();
  await page.getByLabel('Filter RTO').fill('<= 2');
  await page.getByRole('button', { name: 'RTO', exact: true }).click();
  await expect(page).toHaveURL(/columns=.*mtpd/);
  await expect(page).toHaveURL(/f\.rto=/);
  await expect(page).toHaveURL(/sort=rto/);
  const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1;
  expect(rows).toBeLessThan(13);
  await page.reload();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(rows + 1));
  await expect(page.getByRole('columnheader', { name: 'MTPD' })).toBeVisible();
});

test('what is looked at is saved under a name, shared, chosen again and forgotten', async ({ page, browser }, info) => {
  const name = `Strict ${info.project.name} ${Date.now()}`;
  await open(page, '/register?show=services&sort=-rto', 'en');
  const menu = page.locator('.gmenu', { hasText: 'Save view' });
  await menu.locator('summary').click();
  await menu.getByLabel('Name of this view').fill(name);
  await menu.getByLabel('Share it with everybody').check();
  await menu.getByRole('button', { name: 'Save view' }).click();
  await expect(menu.getByRole('button', { name, exact: true })).toBeVisible();
  await sound(page, 'register-views');
  const other = await second(browser, page.url());
  await open(other, '/register', 'zh-Hant');
  const theirs = other.locator('.gmenu', { hasText: '儲存檢視' });
  await theirs.locator('summary').click();
  await theirs.getByRole('button', { name, exact: true }).click();
  await expect(other).toHaveURL(/show=services&sort=-rto/);
  await other.context().close();
  await menu.getByRole('button', { name: `Remove the view ${name}` }).click();
  await expect(menu.getByRole('button', { name, exact: true })).toHaveCount(0);
});

/** A second planner with a session of their own. */
async function second(browser: Browser, at: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: new URL(at).origin, viewport: { width: 1440, height: 900 } });
  return context.newPage();
}

test('of two planners on one row the second is told what changed and loses nothing', async ({
  page,
  browser,
}, info) => {
  test.skip(info.project.name === 'phone', 'the grid is edited where there is room');
  const stem = await make(page, {});
  const a = `${stem}-a`;
  await grid(page, 'en', `/register?q=${stem}`);
  const other = await second(browser, page.url());
  await grid(other, 'zh-Hant', `/register?q=${stem}`);
  await cell(other, a, 'owner').click();
  await other.keyboard.type('Wu Ping');
  await other.keyboard.press('Enter');
  await expect.poll(() => stored(page, a)).toMatchObject({ owner: 'Wu Ping' });
  await cell(page, a, 'owner').click();
  await page.keyboard.type('Chen Mei');
  await page.keyboard.press('Enter');
  await cell(page, a, 'owner').click();
  await expect(page.getByRole('alert')).toContainText('It was Facilities; theirs is Wu Ping, yours is Chen Mei.');
  await page.getByRole('alert').getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(() => stored(page, a)).toMatchObject({ owner: 'Chen Mei' });
  await expect(page.locator('.gc.wrong')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => stored(page, a)).toMatchObject({ owner: 'Wu Ping' });
  // what is still under way when the other page closes would meet the removal after this test
  const answered = other.waitForResponse((answer) => answer.url().endsWith('/api/elements/changes'));
  await other.getByRole('button', { name: '復原上一步' }).click();
  await answered;
  await other.context().close();
});

test('whoever may not change the register reads the grid and is offered nothing else', async ({ page }, info) => {
  test.skip(info.project.name === 'phone', 'nobody edits on a phone');
  await page.route('**/api/session', async (route) => {
    const response = await route.fetch();
    const session = (await response.json()) as { permissions: string[]; everywhere: string[] };
    const without = (all: string[]): string[] => all.filter((each) => each !== 'edit-register');
    await route.fulfill({
      response,
      json: { ...session, permissions: without(session.permissions), everywhere: without(session.everywhere) },
    });
  });
  await open(page, '/register?q=tpe-genset', 'en');
  await expect(page.getByRole('grid')).toHaveAttribute('aria-readonly', 'true');
  await cell(page, 'tpe-genset-a', 'owner').click();
  await page.keyboard.press('F2');
  await page.keyboard.type('x');
  await expect(page.locator('.gedit')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('no row is missing in 60 frames of a scroll from the first to the last and back', async ({ page }, info) => {
  await open(page, '/register', 'en');
  await expect(page.locator('.gr, .gcard').first()).toBeVisible();
  const lacking = await page.locator('.gridbox').evaluate(async (box, phone) => {
    const head = box.querySelector<HTMLElement>('.gh')?.offsetHeight ?? 0;
    const end = box.scrollHeight - box.clientHeight;
    let frames = 0;
    for (let i = 0; i < 60; i++) {
      box.scrollTop = end * (i < 30 ? i / 29 : (59 - i) / 29);
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const { top, bottom } = box.getBoundingClientRect();
      const seen = [...box.querySelectorAll(phone ? '.gcard' : '.gr')]
        .map((row) => row.getBoundingClientRect())
        .reduce((sum, row) => sum + Math.max(0, Math.min(row.bottom, bottom) - Math.max(row.top, top + head)), 0);
      if (seen < bottom - top - head - 24) frames++; // less a bar for scrolling sideways
    }
    return frames;
  }, info.project.name === 'phone');
  expect(lacking).toBe(0);
});

test('a phone shows the rows as a list that fits', async ({ page }, info) => {
  test.skip(info.project.name === 'laptop', 'the list of the phone');
  await open(page, '/register?show=services', 'zh-Hant');
  await expect(page.locator('.gcard').first()).toHaveAttribute('aria-setsize', '13');
  await sound(page, 'register-phone');
});
