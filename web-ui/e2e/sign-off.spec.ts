import { type Browser, expect as patient, type Page, test } from '@playwright/test';
import { ask, base, first, fresh, isKnown, makePeople, signIn } from './guarded';
import { looksOf, named, sound } from './looks';

/** Approval in the service of sign-in.spec.ts, which is read before this file; alone, this file makes the administrator. */
const expect = patient.configure({ timeout: 30_000 });
const PLAN = '/plans/svc-selfcare/faulty-release';
const PEOPLE = [
  ['off.planner', 'Wu Ping', 'planner'],
  ['off.first', 'Kao Shan', 'approver'],
  ['off.second', 'Hsu Lan', 'approver'],
] as const;
test.describe.configure({ mode: 'serial' });

/** Waits until the scenario has been run on the model as it is now. */
async function run(page: Page): Promise<void> {
  const asked = await ask(page, 'POST', '/api/runs', { scenario: 'faulty-release', trials: 500 });
  expect(asked.status).toBeLessThan(300);
  await expect
    .poll(async () => (await ask(page, 'GET', `/api/runs/${String(asked.body['id'])}`)).body['status'], {
      timeout: 300_000,
    })
    .toBe('finished');
}

test.beforeAll(() => {
  if (!base || !first)
    throw new Error('HOLDFAST_GUARDED_URL and …_FIRST name a service with sign-in; ./holdfast test sets them.');
});

/** A plan that is submitted, rejected with a reason, submitted again and approved by another. */
async function approvePlan(browser: Browser): Promise<void> {
  await makePeople(await fresh(browser), PEOPLE);
  const planner = await fresh(browser);
  await signIn(planner, 'off.planner');
  await run(planner);
  await planner.goto(PLAN);
  const panel = planner.getByRole('region', { name: 'Approval' }).first();
  await expect(panel).toContainText('Nobody has approved this yet.');
  await panel.getByRole('button', { name: 'Submit for approval' }).click();
  await panel.getByLabel('Note').fill('First plan of the self-service portal.');
  await sound(planner, 'submit');
  await panel.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(panel).toContainText('Version 1, submitted by Wu Ping');
  await panel.getByRole('link', { name: 'See it' }).click();
  await expect(planner.getByRole('region', { name: 'Decision' })).toContainText('You submitted this version');
  await expect(planner.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  const approver = await fresh(browser);
  await signIn(approver, 'off.first');
  await expect(approver.getByRole('heading', { level: 1 })).toContainText('1 waiting for your decision');
  await approver.getByRole('link', { name: /^Continuity plan/ }).click();
  await expect(approver.getByText('First plan of the self-service portal.')).toBeVisible();
  await sound(approver, 'decide');
  await approver.getByRole('button', { name: 'Reject' }).click();
  await expect(approver.getByRole('alert')).toContainText('at least 5 characters');
  await approver.getByLabel('What you say').fill('The service has a new name.');
  await approver.getByRole('button', { name: 'Reject' }).click();
  await expect(approver.getByRole('heading', { level: 1 })).toContainText('was rejected by Kao Shan');

  await planner.goto(PLAN);
  await expect(panel).toContainText('The service has a new name.');
  const found = await ask(planner, 'GET', '/api/elements/svc-selfcare');
  const element = found.body['element'] as Record<string, unknown>;
  const names = { en: 'Customer portal', 'zh-Hant': '客戶入口' };
  const put = await ask(planner, 'PUT', '/api/elements/svc-selfcare', { ...element, name: names.en, names });
  expect(put.status).toBe(200);
  await run(planner);
  await planner.reload();
  await panel.getByRole('button', { name: 'Submit for approval' }).click();
  await panel.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(panel).toContainText('Version 2, submitted by Wu Ping');

  const second = await fresh(browser);
  await signIn(second, 'off.second');
  await second.getByRole('link', { name: /^Continuity plan: Customer portal/ }).click();
  const difference = second.getByRole('region', { name: 'What differs' });
  await expect(difference.locator('ins').first()).toHaveText('Customer portal');
  await sound(second, 'decide-again');
  await second.getByRole('button', { name: 'Approve' }).click();
  await expect(second.getByRole('heading', { level: 1 })).toContainText('version 2 is approved');

  await planner.reload();
  await expect(panel).toContainText('Approved as version 2 by Hsu Lan');
  await expect(planner.getByRole('region', { name: 'Evidence' })).toBeVisible();
  await planner.goto('/plans');
  await planner.getByLabel('Find a process or service').fill('Customer portal');
  await expect(planner.locator('.standing').first()).toContainText('approved, review by');
  await sound(planner, 'plans-approved');
  await planner.goBack();
  await panel.getByRole('link', { name: 'Read version 2' }).click();
  await expect(planner.locator('.plan')).toContainText('Version 2 as it was submitted');
  await expect(planner.locator('.steps .step').first()).toBeVisible();
}

/** The schedule of a year that is submitted and approved. */
async function approveYear(browser: Browser): Promise<void> {
  const planner = await fresh(browser);
  await signIn(planner, 'off.planner');
  await planner.goto('/drills?year=2027');
  await planner.getByRole('button', { name: 'Plan 2027' }).click();
  const panel = planner.getByRole('region', { name: 'Approval' });
  await panel.getByRole('button', { name: 'Submit for approval' }).click();
  await panel.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(panel).toContainText('waits for a decision');
  const approver = await fresh(browser);
  await signIn(approver, 'off.first');
  await approver.getByRole('link', { name: 'Drill schedule of 2027' }).click();
  await approver.getByRole('link', { name: 'Read the whole version' }).click();
  await expect(approver.getByRole('row').nth(1)).toBeVisible();
  await approver.goBack();
  await approver.getByRole('button', { name: 'Approve' }).click();
  await expect(approver.getByRole('heading', { level: 1 })).toContainText('version 1 is approved');
}

test('a plan is submitted, rejected with a reason, submitted again and approved by another [row:D9]', async ({
  browser,
}, info) => {
  test.skip(info.project.name === 'phone', 'the same on both');
  test.setTimeout(600_000);
  await approvePlan(browser);
});

test('the schedule of a year is submitted and approved [row:D1]', async ({ browser }, info) => {
  test.skip(info.project.name === 'phone', 'the same on both');
  await approveYear(browser);
});

test('the pages of approval are sound', async ({ browser }, info) => {
  test.setTimeout(900_000);
  if (!(await isKnown(browser, 'off.first'))) {
    await approvePlan(browser);
    await approveYear(browser);
  }
  for (const look of looksOf(info)) {
    const page = await fresh(browser, ...look);
    if (info.project.name === 'phone') await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page, 'off.first');
    const lines = (await ask(page, 'GET', '/api/approvals')).body['items'] as {
      newest: { document: number; type: string };
    }[];
    const plan = lines.find((line) => line.newest.type === 'plan')?.newest.document ?? 0;
    for (const [path, shows] of [
      ['/approvals', '.approvals section li'],
      [`/approvals/${plan}/2`, '.version .diff li'],
      [`/approvals/${plan}/1`, '.version .quote'],
      [PLAN, '.approvalpanel .facts'],
      [`${PLAN}/versions/2`, '.approvalpanel .facts'],
      ['/drills?year=2027', '.approvalpanel .facts'],
      ['/drills/2027/versions/1', '.approvalpanel .facts'],
    ] as const) {
      await page.goto(path);
      await expect(page.locator(shows).first()).toBeVisible();
      await sound(page, `${named(look)}-${path.replaceAll(/\W+/g, '_')}`);
    }
  }
});
