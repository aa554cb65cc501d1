import { type Browser, expect as patient, type Page, test } from '@playwright/test';
import { fresh as freshAt, makePeople, PASSWORD } from './guarded';
import { looksOf, sound } from './looks';

/** A service of its own, whose first administrator is made here; ./holdfast test starts it. */
const base = process.env['HOLDFAST_UNCLAIMED_URL'];
const first = process.env['HOLDFAST_UNCLAIMED_FIRST'];

const fresh = (browser: Browser, language = 'en', dark = false): Promise<Page> =>
  freshAt(browser, language, dark, base);

/** Several services share the machine with the runs of their samples, and a password takes its time. */
const expect = patient.configure({ timeout: 30_000 });
test.describe.configure({ mode: 'serial' });

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel(/^(Sign-in name|登入名稱)/).fill(name);
  await page.getByLabel(/^(Password|密碼)/).fill(PASSWORD);
  await page.getByRole('button', { name: /^(Sign in|登入)$/ }).click();
  await expect(page.locator('.side')).toBeAttached();
}

async function choose(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('New password', { exact: false }).first().fill(PASSWORD);
  await page.getByLabel('New password, once more').fill(PASSWORD);
}

test.beforeAll(() => {
  if (!base || !first)
    throw new Error('HOLDFAST_UNCLAIMED_URL and …_FIRST name a service without accounts; ./holdfast test sets them.');
});

test('the first link makes the administrator, who adds a planner, who signs in', async ({ browser }, info) => {
  test.skip(info.project.name === 'phone', 'the first administrator is made once');
  const page = await fresh(browser);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto('/');
  await expect(page.getByRole('heading')).toContainText('Nobody has an account yet');
  await choose(page, first ?? '');
  await page.getByLabel('Sign-in name').fill('chen.mei');
  await page.getByLabel('Name that others see').fill('Chen Mei');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByRole('link', { name: 'Chen Mei' }).first()).toBeAttached();

  await page.goto('/people');
  const add = page.getByRole('region', { name: 'Add somebody' });
  await add.getByLabel('Sign-in name').fill('lin.hua');
  await add.getByLabel('Name that others see').fill('Lin Hua');
  await add.getByRole('button', { name: 'Add and make the link' }).click();
  const link = await add.getByRole('status').getByRole('textbox').inputValue();
  expect(link).toContain('/welcome#');

  await page.getByRole('button', { name: /^Lin Hua/ }).click();
  await page.getByRole('button', { name: 'Add a deputy' }).click();
  await page.getByLabel('Deputy', { exact: true }).selectOption({ label: 'Chen Mei (chen.mei)' });
  await page.getByLabel('First day').fill('2031-01-01');
  await page.getByLabel('Last day').fill('2031-01-09');
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await page.getByRole('button', { name: 'Save' }).click();
  await saved;
  await page.reload();
  await page.getByRole('button', { name: /^Lin Hua/ }).click();
  await expect(page.getByLabel('Last day')).toHaveValue('2031-01-09');

  const units = page.getByRole('region', { name: 'Units of the organisation' });
  await units.getByLabel('Id', { exact: true }).fill('network');
  await units.getByLabel('Name in English').fill('Network');
  await units.getByRole('button', { name: 'Add', exact: true }).click();
  await units.getByRole('button', { name: 'Change' }).click();
  const unit = units.locator('.tree > li');
  await unit.getByLabel('Name in English').fill('Network operations');
  await unit.getByRole('button', { name: 'Save' }).click();
  await expect(unit).toContainText('Network operations');

  const other = await fresh(browser);
  await choose(other, link);
  await other.getByRole('button', { name: 'Choose and sign in' }).click();
  await expect(other.getByRole('link', { name: 'Lin Hua' }).first()).toBeAttached();
  await expect(other.getByRole('link', { name: 'People' })).toHaveCount(0);
  await other.goto(link);
  await expect(other.getByRole('heading')).toContainText('This link does not work');
  expect(errors).toEqual([]);
});

test('a session that ends under somebody’s hands loses nothing', async ({ browser }, info) => {
  test.skip(info.project.name === 'phone', 'the same on both');
  const page = await fresh(browser);
  await signIn(page, 'lin.hua');
  await page.goto('/own');
  const keys = page.getByRole('region', { name: 'Keys for programs' });
  await keys.getByLabel('What it is for').fill('typed before the session ended');
  await keys.getByLabel('read', { exact: true }).check();
  // the same person signs out elsewhere, which ends this session too
  const elsewhere = await fresh(browser);
  await signIn(elsewhere, 'lin.hua');
  await elsewhere.getByRole('button', { name: 'Sign out' }).first().click();
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await keys.getByRole('button', { name: 'Make a key' }).click();
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(again.getByLabel('Sign-in name')).toHaveValue('lin.hua');
  await again.getByLabel('Password').fill(PASSWORD);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await expect(again).toBeHidden();
  await expect(keys.getByText('typed before the session ended')).toBeVisible();

  // signed out in a tab beside it: this one hides what it shows without being touched, and keeps what was typed
  await keys.getByLabel('What it is for').fill('typed beside another tab');
  const beside = await page.context().newPage();
  await beside.goto('/');
  await beside.getByRole('button', { name: 'Sign out' }).first().click();
  await expect(beside.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(again).toBeVisible();
  await again.getByLabel('Password').fill(PASSWORD);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await expect(again).toBeHidden();
  await expect(keys.getByLabel('What it is for')).toHaveValue('typed beside another tab');

  // a tab that hears of it when somebody else has signed in already shows nothing of the first either
  let wake = (): void => undefined;
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route('**/api/session', async (route) => {
    await asleep;
    await route.continue();
  });
  await beside.goto('/');
  await beside.getByRole('button', { name: 'Sign out' }).first().click();
  await expect(beside.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(again).toBeHidden();
  await signIn(beside, 'chen.mei');
  wake();
  await expect(again.getByRole('alert')).toContainText('Chen Mei');
});

test('passwords are hidden, can be pasted, and are known to password managers', async ({ browser }, info) => {
  test.skip(info.project.name === 'phone', 'the same on both');
  const page = await fresh(browser);
  await page.goto('/');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const password = page.getByLabel('Password', { exact: true });
  await expect(password).toHaveAttribute('type', 'password');
  await expect(password).toHaveAttribute('autocomplete', 'current-password');
  await expect(page.getByLabel('Sign-in name')).toHaveAttribute('autocomplete', 'username');
  await page.evaluate((text) => navigator.clipboard.writeText(text), PASSWORD);
  await password.focus();
  await page.keyboard.press('Control+V');
  await expect(password).toHaveValue(PASSWORD);
  await signIn(page, 'lin.hua');
  await page.goto('/own');
  const change = page.getByRole('region', { name: 'Change password' });
  await expect(change.locator('input[type=password]')).toHaveCount(2);
  await expect(change.locator('input[autocomplete=new-password]')).toHaveCount(1);
});

test('signing out leaves nothing behind in the browser, and is offered on every page', async ({ browser }, info) => {
  test.skip(info.project.name === 'phone', 'the same on both');
  const page = await fresh(browser);
  await signIn(page, 'lin.hua');
  for (const path of ['/register', '/scenarios', '/plans', '/drills', '/own']) {
    await page.goto(path);
    await expect(page.getByRole('button', { name: 'Sign out' }).first()).toBeVisible();
  }
  await page.evaluate(() => {
    localStorage.setItem('holdfast.graph', '{"whole": {"svc-alert": [1, 2]}}');
    localStorage.setItem('holdfast.graph.windows', '{"whole": {"x": 1, "y": 2, "zoom": 1}}');
  });
  await page.route('**/api/session', (route) =>
    route.request().method() === 'DELETE' ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await page.waitForURL('**/');
  await expect(page.locator('.own')).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage).sort())).toEqual(['holdfast.language', 'holdfast.theme']);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('what somebody did stands in the audit, and the record is whole', async ({ browser }, info) => {
  test.skip(info.project.name === 'phone', 'the same on both');
  const page = await fresh(browser);
  await signIn(page, 'chen.mei');
  await page.goto('/audit');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('are whole');
  await page.getByLabel('Who', { exact: true }).fill('lin.hua');
  await page.locator('.audit select').selectOption('key');
  const line = page.locator('.entries > li').first();
  await expect(line).toContainText('made a key');
  await line.getByRole('button').first().click();
  await expect(line).toContainText('typed before the session ended');
  await page.getByLabel('Who', { exact: true }).fill('chen.mei');
  await page.locator('.audit select').selectOption('account');
  await expect(line).toContainText(/changed a person Lin Hua \(\d+\)/);
});

test('the rooms of people and audit are sound', async ({ browser }, info) => {
  await makePeople(await fresh(browser), [], base, first); // where nobody has before
  for (const [language, dark] of looksOf(info)) {
    const page = await fresh(browser, language, dark);
    if (info.project.name === 'phone') await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/');
    await expect(page.locator('.door form')).toBeVisible();
    await sound(page);
    await signIn(page, 'chen.mei');
    for (const [path, shows] of [
      ['/people', '.persons > li'],
      ['/audit', '.entries > li'],
      ['/own', '.own section'],
    ] as const) {
      await page.goto(path);
      await expect(page.locator(shows).first()).toBeVisible();
      await sound(page);
    }
  }
});
