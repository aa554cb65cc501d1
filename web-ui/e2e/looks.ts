import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type TestInfo } from '@playwright/test';

/** A language of the page in one of its themes. */
export type Look = readonly [language: 'en' | 'zh-Hant', dark: boolean];

export const LANGUAGES = ['en', 'zh-Hant'] as const;

/**
 * A laptop looks at both languages, a phone at the one with the longer words, each in another theme. Whoever wants pictures gets every
 * language in both sizes.
 */
export function looksOf(info: TestInfo): readonly Look[] {
  const phone = info.project.name === 'phone';
  const looks: readonly Look[] = [
    ['en', phone],
    ['zh-Hant', !phone],
  ];
  return phone && !process.env['HOLDFAST_PICTURES'] ? looks.slice(0, 1) : looks;
}

/** What a look is called in the names of pictures. */
export const named = ([language, dark]: Look): string => `${language}-${dark ? 'dark' : 'light'}`;

/** Opens a place in a look. */
export async function open(page: Page, path: string, language: string, dark = false): Promise<void> {
  await page.addInitScript(
    ([lang, theme]) => {
      localStorage.setItem('holdfast.language', lang ?? 'en');
      localStorage.setItem('holdfast.theme', theme ?? 'light');
    },
    [language, dark ? 'dark' : 'light'],
  );
  await page.goto(path);
}

/** Accessible, and not wider than its window. With HOLDFAST_PICTURES a named picture of it is kept in that folder. */
export async function sound(page: Page, picture?: string): Promise<void> {
  await page.locator('h1').first().waitFor(); // the page has come
  const folder = process.env['HOLDFAST_PICTURES'];
  if (folder && picture) {
    const width = page.viewportSize()?.width ?? 0;
    await page.screenshot({ path: `${folder}/${picture}-${width}.png`, fullPage: true });
  }
  // there are no frames, for which it would open one more page; what is right is not told, which takes most of its time
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const found = await axe.analyze();
  expect(found.violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, 'no scrolling sideways').toBeLessThanOrEqual(0);
}
