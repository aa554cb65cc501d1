import { type Browser, expect as patient, type Page } from '@playwright/test';

const expect = patient.configure({ timeout: 30_000 });

/** The service that asks who somebody is, and the link of its first administrator. */
export const base = process.env['HOLDFAST_GUARDED_URL'];
export const first = process.env['HOLDFAST_GUARDED_FIRST'];

export const PASSWORD = 'correct-horse-battery-staple-9';

/** A page of its own session, in a language and theme. */
export async function fresh(browser: Browser, language = 'en', dark = false, url = base): Promise<Page> {
  const context = await browser.newContext({ ...(url ? { baseURL: url } : {}) });
  await context.addInitScript(
    ([lang, theme]) => {
      localStorage.setItem('holdfast.language', lang ?? 'en');
      localStorage.setItem('holdfast.theme', theme ?? 'light');
    },
    [language, dark ? 'dark' : 'light'],
  );
  return context.newPage();
}

/** What a request was answered with. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** A request of the page itself, in its session. */
export async function ask(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  return page.evaluate(
    async ([how, where, sent]) => {
      const session = (await (await fetch('/api/session')).json()) as { csrf?: string };
      const answer = await fetch(where ?? '', {
        method: how ?? 'GET',
        headers: { 'Content-Type': 'application/json', 'If-Match': '*', 'Holdfast-Csrf': session.csrf ?? '' },
        ...(sent === '' ? {} : { body: sent ?? '' }),
      });
      const read = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
      return { status: answer.status, body: read };
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)],
  );
}

/** Signs somebody in and waits for the page. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/');
  const session = await ask(page, 'POST', '/api/session', { name, password: PASSWORD, sharedStation: false });
  expect(session.status).toBe(200);
  await page.goto('/approvals');
  await expect(page.locator('.side')).toBeAttached();
}

/** Whether somebody has an account already: a test that needs what they made makes it where it runs alone. */
export async function isKnown(browser: Browser, name: string, url = base): Promise<boolean> {
  const context = await browser.newContext({ ...(url ? { baseURL: url } : {}) });
  const answer = await context.request.post('/api/session', {
    data: { name, password: PASSWORD, sharedStation: false },
  });
  await context.close();
  return answer.status() === 200;
}

/** Makes the first administrator, unless another file has, and people with a sign-in name, a displayed name and a role. */
export async function makePeople(
  page: Page,
  people: readonly (readonly [signInName: string, displayName: string, role: string])[],
  url = base,
  link = first,
): Promise<void> {
  await page.goto('/sign-in');
  const known = await ask(page, 'POST', '/api/session', { name: 'chen.mei', password: PASSWORD, sharedStation: false });
  if (known.status !== 200) {
    const made = await ask(page, 'POST', '/api/links/first', {
      link: new URL(link ?? '').hash.slice(1),
      signInName: 'chen.mei',
      displayName: 'Chen Mei',
      password: PASSWORD,
    });
    expect(made.status).toBe(200);
  }
  for (const [signInName, displayName, role] of people) {
    const grants = [{ role, unit: null }];
    const added = await ask(page, 'POST', '/api/accounts', { signInName, displayName, grants });
    expect(added.status).toBe(201);
    const other = await page
      .context()
      .browser()
      ?.newContext({ ...(url ? { baseURL: url } : {}) });
    const chosen = await other?.request.post('/api/links/password', {
      data: { link: added.body['link'], password: PASSWORD },
    });
    expect(chosen?.status()).toBe(200);
    await other?.close();
  }
}
