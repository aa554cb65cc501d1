import { readFileSync } from 'node:fs';
import { expect as patient, type Page, test } from '@playwright/test';
import { ask, base, first, fresh, makePeople, signIn } from './guarded';
import { looksOf, named, open, sound } from './looks';

/** Learning in the service of sign-in, by two people: what a planner entered, somebody else approves. */
const expect = patient.configure({ timeout: 20_000 });
const texts = JSON.parse(readFileSync('src/lib/texts/learning.en.json', 'utf8')) as Record<string, string>;
const t = (key: string): string => {
  const text = texts[key];
  if (text === undefined) throw new Error(`no text ${key}`);
  return text;
};
const PEOPLE = [
  ['learning.planner', 'Wu Chia-hao', 'planner'],
  ['learning.approver', 'Kuo Mei-ling', 'approver'],
] as const;
test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
  if (!base || !first)
    throw new Error('HOLDFAST_GUARDED_URL and …_FIRST name a service with sign-in; ./holdfast test sets them.');
});

test('without an actual there is a next step', async ({ page }, info) => {
  for (const look of looksOf(info)) {
    await open(page, '/learning', ...look);
    await expect(page.locator('.empty a[href="/learning/actuals"]')).toBeVisible();
    await sound(page, `learning-none-${named(look)}`);
  }
});

const enter = async (planner: Page, event: string, date: string, hours: string): Promise<void> => {
  await planner.getByRole('button', { name: t('learningEnter') }).click();
  await planner.getByLabel(t('learningEvent'), { exact: true }).fill(event);
  await planner.getByLabel(t('learningDate'), { exact: true }).fill(date);
  await planner.getByLabel(t('learningType-data-recovery')).check();
  await planner.getByLabel(t('learningFindInput')).fill('hss-db');
  await planner.getByLabel(new RegExp(`^${t('learningInput')}`)).selectOption('hss-db:hss-db-restore DURATION');
  await planner.getByLabel(new RegExp(`^${t('learningHours')}`)).fill(hours);
  await planner.getByRole('button', { name: t('learningEnterNow'), exact: true }).click();
  await expect(planner.getByRole('row', { name: event })).toBeVisible();
};

test('a restore that was measured reaches the register when somebody else agrees [row:D14]', async ({
  browser,
}, info) => {
  test.skip(info.project.name === 'phone', 'the same on both');
  await makePeople(await fresh(browser), PEOPLE);
  const planner = await fresh(browser);
  await signIn(planner, 'learning.planner');
  await planner.goto('/learning/actuals');
  await enter(planner, 'Restore test', '2026-02-10', '9');
  await enter(planner, 'Second restore test', '2026-03-10', '11');
  await planner.goto('/learning');
  await expect(planner.getByRole('heading', { level: 1 })).toContainText('80 %');
  await planner.getByRole('button', { name: /^Submit/ }).click();
  await planner.waitForURL(/\/learning\/edits\/\d+$/); // the word may stand there before the page of the edit does
  await expect(planner.getByText(t('learningStage-submitted')).first()).toBeVisible();
  const edit = planner.url().split('/').at(-1) ?? '';

  const approver = await fresh(browser);
  await signIn(approver, 'learning.approver');
  await approver.goto(`/learning/edits/${edit}`);
  await approver.locator('.approvalpanel a.link').first().click();
  await approver.getByRole('button', { name: 'Approve' }).click();
  await expect(approver.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  await planner.goto(`/learning/edits/${edit}`);
  await planner.getByRole('button', { name: t('learningApply') }).click();
  await expect(planner.getByText(t('learningStage-applied')).first()).toBeVisible();
  const stored = await ask(planner, 'GET', '/api/elements/hss-db');
  expect(JSON.stringify(stored.body)).toContain('Second restore test 2026-03-10');
});

test('actuals and budgets are told in both languages and sizes', async ({ page }, info) => {
  for (const look of looksOf(info))
    for (const path of ['/learning/actuals', '/learning/budgets']) {
      await open(page, path, ...look);
      await expect(page.locator('.learning h1')).toBeVisible();
      await sound(page, `learning-${path.split('/').at(-1) ?? ''}-${named(look)}`);
    }
});
