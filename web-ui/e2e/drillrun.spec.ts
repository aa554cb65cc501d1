import { type BrowserContext, expect as patient, type Page, test } from '@playwright/test';
import { approved, PIXEL } from './approved-drill';
import { ask, base, first, fresh, makePeople, signIn } from './guarded';
import { sound } from './looks';

/** A drill on two phones, one of which loses its connection, in the service with sign-in. */
const expect = patient.configure({ timeout: 20_000 });
const PEOPLE = [
  ['run.leader', 'Chen Jun', 'operator'],
  ['run.helper', 'Lin Yi-chun', 'operator'],
  ['run.approver', 'Ho Mei', 'approver'],
] as const;

const offline = async (context: BrowserContext, page: Page, kept: number): Promise<void> => {
  await expect(page.locator('.run-head')).toContainText(`Offline, ${kept} kept`);
  expect(context.pages().length).toBe(1);
};

test.beforeAll(() => {
  if (!base || !first)
    throw new Error('HOLDFAST_GUARDED_URL and …_FIRST name a service with sign-in; ./holdfast test sets them.');
});

test('two phones run a drill, one without a connection for a while and reloaded, and nothing is lost [row:D2]', async ({
  browser,
}, info) => {
  test.skip(info.project.name === 'laptop', 'it is about phones');
  test.setTimeout(240_000);
  await makePeople(await fresh(browser), PEOPLE);
  const leader = await fresh(browser);
  const helper = await fresh(browser);
  const approver = await fresh(browser);
  await signIn(leader, 'run.leader');
  await signIn(helper, 'run.helper');
  await signIn(approver, 'run.approver');
  const id = await approved(leader, approver, `Run mode ${info.project.name}`);
  for (const phone of [leader, helper]) {
    await phone.setViewportSize({ width: 390, height: 844 });
    await phone.goto(`/drills/plans/${id}/run`);
  }
  await leader.getByRole('button', { name: 'Is here' }).first().click();
  await sound(leader, 'run-before');
  await leader.getByRole('button', { name: 'Start the drill' }).click();
  await leader.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(helper.getByRole('heading', { name: '2. Restore the database' })).toBeVisible();
  await helper.evaluate(() => navigator.serviceWorker.ready.then(() => true));

  // the helper's phone loses its connection, goes on, takes a picture and is opened anew
  const lost = helper.context();
  await lost.setOffline(true);
  await helper.getByRole('button', { name: 'Done', exact: true }).click();
  await helper.getByRole('textbox', { name: 'Note' }).fill('Quiet in the machine room');
  await helper.getByRole('button', { name: 'Keep the note' }).click();
  await helper.locator('input[type=file]').setInputFiles({ name: 'rack.png', mimeType: 'image/png', buffer: PIXEL });
  await offline(lost, helper, 4);
  await helper.reload();
  await offline(lost, helper, 4);
  await expect(helper.getByRole('heading', { name: '3. Check integrity' })).toBeVisible();
  await sound(helper, 'run-offline');

  // meanwhile the leader ends the same step, answers the inject, and stops by mistake
  await leader.getByRole('button', { name: 'Done', exact: true }).click();
  await leader.getByRole('button', { name: 'Answer' }).click();
  await leader.getByRole('button', { name: 'As expected: Reached the deputy' }).click();
  await leader.getByRole('button', { name: 'Go back' }).click();
  await sound(leader, 'run-back');
  await leader.getByRole('button', { name: 'Stop here' }).click();
  await expect(leader.locator('.run-held')).toContainText('Stopped at');
  await leader.getByRole('button', { name: /^Undo/ }).click();
  await expect(leader.locator('.run-held')).toHaveCount(0);

  // back again: both have everything, the step ended once and shows both marks
  await lost.setOffline(false);
  await expect(helper.locator('.run-head')).toContainText('Connected');
  for (const phone of [leader, helper]) {
    await expect(phone.locator('.run-log')).toContainText('Quiet in the machine room');
    await expect(phone.locator('.run-log')).toContainText('Inject answered');
    await expect(phone.locator('.run-log li').filter({ hasText: 'Step done · Restore the database' })).toHaveCount(2);
  }
  const run = (await ask(leader, 'GET', `/api/drill-plans/${id}/run`)).body['state'] as Record<string, unknown[]>;
  expect(run['photos']).toHaveLength(1);
  expect(run['holds']).toHaveLength(0);
  expect(run['notes']).toHaveLength(1);

  // the drill ends, and who signs out leaves nothing of it on the phone
  await leader.getByRole('button', { name: 'Done', exact: true }).click();
  await leader.getByRole('button', { name: 'Go back' }).click();
  await leader.getByRole('button', { name: 'End the drill' }).click();
  await expect(helper.locator('.run-begin')).toContainText('3 of 3 steps done', { timeout: 30_000 });
  await sound(helper, 'run-ended');
  await helper.goto('/drills');
  await helper.getByRole('button', { name: 'Sign out' }).last().click();
  await expect(helper.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  const left = await helper.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('holdfast-kept');
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const reading = opening.result.transaction(names);
          const counts = names.map((name) => reading.objectStore(name).count());
          reading.oncomplete = () => {
            resolve(counts.reduce((sum, each) => sum + each.result, 0));
          };
        };
      }),
  );
  expect(left).toBe(0);
});
