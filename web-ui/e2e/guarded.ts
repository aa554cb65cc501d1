import type { Browser, Page } from '@playwright/test';

/** The service that asks who somebody is, and the link of its first administrator. */
export const base = process.env['HOLDFAST_GUARDED_URL'];
export const first = process.env['HOLDFAST_GUARDED_FIRST'];

export const PASSWORD = 'correct-horse-battery-staple-9';

/** A page of its own session, in a language and theme. */
export async function fresh(browser: Browser, language = 'en', dark = false): Promise<Page> {
  const context = await browser.newContext({ ...(base ? { baseURL: base } : {}) });
  await context.addInitScript(
    ([lang, theme]) => {
      localStorage.setItem('holdfast.language', lang ?? 'en');
      localStorage.setItem('holdfast.theme', theme ?? 'light');
    },
    [language, dark ? 'dark' : 'light'],
  );
  return context.newPage();
}
