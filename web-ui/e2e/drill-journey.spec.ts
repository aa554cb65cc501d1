import { expect as patient, type Page, test } from '@playwright/test';
import { ask, base, first, fresh, makePeople, signIn } from './guarded';
import { sound } from './looks';

/** One drill on one phone, from a proposal of the schedule to its approved report, the network cut in between. */
const expect = patient.configure({ timeout: 30_000 });
const PEOPLE = [
  ['way.leader', 'Chang Wei', 'operator'],
  ['way.approver', 'Tsai Ling', 'approver'],
] as const;
const YEAR = 2028; // other files plan the years before

test.beforeAll(() => {
  if (!base || !first)
    throw new Error('HOLDFAST_GUARDED_URL and …_FIRST name a service with sign-in; ./holdfast test sets them.');
});

/** Submits what the page shows, and has it approved by somebody else. */
async function agree(leader: Page, approver: Page, subject: RegExp): Promise<void> {
  const panel = leader.getByRole('region', { name: 'Approval', exact: true });
  await panel.getByRole('button', { name: 'Submit for approval' }).click();
  await panel.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(panel).toContainText('submitted by Chang Wei');
  await approver.goto('/approvals');
  await approver.getByRole('link', { name: subject }).first().click();
  await approver.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(approver.getByRole('heading', { level: 1 })).toContainText(/version 1 is approved\.$/);
}

test('a drill goes from a proposal to its approved report on a phone, for a while without a network [row:D1] [row:D9]', async ({
  browser,
}, info) => {
  test.skip(info.project.name === 'laptop', 'it is about phones');
  test.setTimeout(300_000);
  await makePeople(await fresh(browser), PEOPLE);
  const leader = await fresh(browser);
  const approver = await fresh(browser);
  for (const page of [leader, approver]) await page.setViewportSize({ width: 390, height: 844 });
  await signIn(leader, 'way.leader');
  await signIn(approver, 'way.approver');

  // a proposal becomes a plan
  await leader.goto(`/drills?year=${YEAR}`);
  await leader.getByRole('button', { name: `Plan ${YEAR}` }).click();
  const proposals = leader.locator('.proposals > ul > li');
  await expect(proposals.first()).toBeVisible({ timeout: 90_000 });
  const aside = proposals.filter({ hasText: 'data recovery · announced' }).first();
  await aside.getByRole('button', { name: /^Plan the drill/ }).click();
  await expect(leader).toHaveURL(/\/drills\/plans\/\d+$/);
  const id = Number(new URL(leader.url()).pathname.split('/').at(-1));
  const at = `/api/drill-plans/${id}`;

  // what it lacks is filled in, the model is asked, somebody else agrees
  const mandatory = leader.getByRole('region', { name: /eight mandatory/i });
  await leader.getByRole('button', { name: 'Add somebody' }).click();
  await leader.getByLabel('Person', { exact: true }).last().fill('Chang Wei');
  await leader.getByLabel('Role', { exact: true }).last().selectOption('leader');
  const nobody = leader.getByLabel('Why there is nobody to call');
  if (await nobody.isVisible()) await nobody.fill('Everything that is needed is our own.');
  await leader.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(mandatory.locator('li.lacks')).toHaveCount(0);
  await leader.getByRole('button', { name: 'Ask the model' }).click();
  await expect(leader.getByRole('img', { name: /80 %/ }).first()).toBeVisible({ timeout: 120_000 });
  await sound(leader, 'journey-plan');
  await agree(leader, approver, /Drill plan/);

  // it is run; the phone loses its connection, goes on, is opened anew, and comes back
  await leader.goto(`/drills/plans/${id}/run`);
  const here = leader.getByRole('button', { name: 'Is here' });
  await expect(here.first()).toBeVisible();
  const planned = await here.count();
  await here.first().click(); // of the template, a team that no person is named of
  await expect(here).toHaveCount(planned - 1);
  await leader.getByRole('button', { name: 'Start the drill' }).click();
  const done = leader.getByRole('button', { name: 'Done', exact: true });
  await done.click();
  await leader.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await expect(leader.locator('.run-head')).toContainText('Connected');
  await leader.context().setOffline(true);
  await done.click();
  await leader.getByRole('textbox', { name: 'Note' }).fill('The copy was found on the second shelf');
  await leader.getByRole('button', { name: 'Keep the note' }).click();
  await expect(leader.locator('.run-head')).toContainText('Offline');
  await leader.reload();
  await expect(leader.locator('.run-log')).toContainText('second shelf');
  await leader.context().setOffline(false);
  await expect(leader.locator('.run-head')).toContainText('Connected');
  const steps = ((await ask(leader, 'GET', at)).body['content'] as { steps: unknown[] }).steps.length;
  for (let step = 2; step < steps; step++) await done.click();
  await leader.getByRole('button', { name: 'Go back' }).click();
  await leader.getByRole('button', { name: 'End the drill' }).click();
  await expect(leader.locator('.run-begin')).toContainText(`${steps} of ${steps} steps done`, { timeout: 40_000 });
  // the page is left while the end can still be undone: it is sent from wherever the phone is
  await leader.goto('/drills');
  await expect.poll(async () => (await ask(leader, 'GET', at)).body['stage'], { timeout: 60_000 }).toBe('ended');
  const run = (await ask(leader, 'GET', `${at}/run`)).body['state'] as Record<string, unknown[]>;
  expect(run['notes']).toHaveLength(1);
  expect(run['attendance']).toHaveLength(1);

  // the report has filled itself; what only people know is added, and somebody else agrees
  await leader.goto(`/drills/plans/${id}/report`);
  await expect(leader.getByRole('region', { name: 'Planned, predicted, actual' })).toBeVisible();
  await expect(leader.getByRole('checkbox', { name: 'present', checked: true })).toHaveCount(1);
  await leader.getByLabel('Were the data whole?').selectOption('whole');
  await leader.getByLabel('What happened').fill('The restore went as planned; the copy lay elsewhere.');
  for (const effect of ['operations', 'assets', 'people']) await leader.getByLabel(`Effect on ${effect}`).fill('None.');
  await leader.getByRole('button', { name: 'Add a finding' }).click();
  await leader.getByLabel('What was found').fill('Shelves are not labelled');
  // somebody else saves meanwhile: what is typed stays, and the reader may save it all the same
  const content = (await ask(leader, 'GET', `${at}/report`)).body['content'] as Record<string, unknown>;
  const other = await ask(leader, 'PUT', `${at}/report`, { ...content, lessons: 'Said by somebody else.' });
  expect(other.status, JSON.stringify(other.body)).toBe(200);
  await leader.getByRole('button', { name: 'Save', exact: true }).click();
  const over = leader.waitForResponse(
    (answer) => answer.request().method() === 'PUT' && new URL(answer.url()).pathname === `${at}/report` && answer.ok(),
  );
  await leader.getByRole('button', { name: 'Save mine over theirs' }).click();
  await over;
  const both = (await ask(leader, 'GET', `${at}/report`)).body['content'] as Record<string, unknown>;
  expect(JSON.stringify(both)).toContain('Shelves are not labelled');
  expect(both['lessons']).toBe('Said by somebody else.');
  await leader.getByRole('button', { name: 'Make it an action' }).click();
  await expect(leader.getByRole('link', { name: /^Action/ })).toBeVisible();
  await sound(leader, 'journey-report');
  await agree(leader, approver, /report/i);
  expect((await ask(leader, 'GET', at)).body['stage']).toBe('closed');
  const paper = await leader.request.get(`${at}/report/document?language=zh-Hant&format=pdf`);
  expect(paper.status()).toBe(200);
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await leader.reload();
  await expect(leader.locator('.drillreport')).toContainText('This report is approved and stays as it is.');
  await sound(leader, 'journey-approved');

  // what it measured is looked at and taken, and its band is held against what came
  await leader.goto('/learning/actuals');
  await leader.getByRole('button', { name: new RegExp(`^Look at the actuals of D-${id} `) }).click();
  const figures = leader.locator('.figures li');
  await expect(figures.first()).toBeVisible();
  const measured = await figures.count();
  await sound(leader, 'journey-actuals');
  await leader.getByRole('button', { name: `Take ${measured} actual` }).click();
  await expect(leader.getByRole('button', { name: new RegExp(`^Look at the actuals of D-${id} `) })).toHaveCount(0);
  await expect(leader.getByRole('row', { name: new RegExp(`^.*D-${id} `) })).toHaveCount(measured);
  await leader.goto('/learning');
  await expect(leader.getByRole('heading', { level: 1 })).toContainText('80 %', { timeout: 60_000 });
  const held = leader.locator('.held tbody tr').filter({ hasText: `D-${id} ` });
  await expect(held.filter({ hasText: 'Whole drill' })).toHaveCount(1);
  await sound(leader, 'journey-learning');
});
