import { expect as patient, type Page, test } from '@playwright/test';
import { approved, PIXEL } from './approved-drill';
import { ask, base, first, fresh, makePeople, PASSWORD, signIn } from './guarded';
import { sound } from './looks';

/** What somebody has typed, and what a device keeps of a drill, whatever others do meanwhile; in the service with sign-in. */
const expect = patient.configure({ timeout: 20_000 });

/** The leader and the helper on two phones, people of this test alone, and the drill that both may run. */
async function phones(
  browser: Parameters<typeof fresh>[0],
  of: string,
  title: string,
  more: Record<string, unknown> = {},
): Promise<{ leader: Page; helper: Page; approver: Page; id: number }> {
  await makePeople(await fresh(browser), [
    [`${of}.leader`, 'Chen Jun', 'operator'],
    [`${of}.helper`, 'Lin Yi-chun', 'operator'],
    [`${of}.approver`, 'Ho Mei', 'approver'],
  ]);
  const [leader, helper, approver] = [await fresh(browser), await fresh(browser), await fresh(browser)];
  await signIn(leader, `${of}.leader`);
  await signIn(helper, `${of}.helper`);
  await signIn(approver, `${of}.approver`);
  const id = await approved(leader, approver, title, undefined, more);
  for (const phone of [leader, helper]) await phone.setViewportSize({ width: 390, height: 844 });
  return { leader, helper, approver, id };
}

/** How much of a kind this browser keeps. */
const keptOf = (page: Page, store: string): Promise<number> =>
  page.evaluate(
    (name) =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('holdfast-kept');
        opening.onsuccess = () => {
          const counting = opening.result.transaction(name).objectStore(name).count();
          counting.onsuccess = () => {
            resolve(counting.result);
            opening.result.close();
          };
        };
      }),
    store,
  );

/** Whether this browser keeps how long a drill took the last time. */
const beforeOf = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('holdfast-kept');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('drill').objectStore('drill').getAll();
          reading.onsuccess = () => {
            resolve((reading.result as { run: { before?: unknown } }[]).some((each) => Boolean(each.run.before)));
            opening.result.close();
          };
        };
      }),
  );

const done = (page: Page): ReturnType<Page['getByRole']> => page.getByRole('button', { name: 'Done', exact: true });

test.beforeAll(() => {
  if (!base || !first)
    throw new Error('HOLDFAST_GUARDED_URL and …_FIRST name a service with sign-in; ./holdfast test sets them.');
});

test.beforeEach(({ browserName }, info) => {
  test.skip(info.project.name === 'laptop', `it is about phones, in ${browserName}`);
  test.setTimeout(120_000);
});

test('words stay in an open sheet when somebody else ends its step, answers its inject or ends the drill', async ({
  browser,
}) => {
  const { leader, helper, id } = await phones(browser, 'words', 'Words in sheets');
  for (const phone of [leader, helper]) await phone.goto(`/drills/plans/${id}/run`);
  await expect(helper.locator('.run-begin')).toContainText('3 steps, 35');
  await leader.getByRole('button', { name: 'Start the drill' }).click();

  // a step that somebody else ends
  await helper.getByRole('button', { name: 'Problem', exact: true }).click();
  await helper.getByLabel('What is wrong?').fill('The change board does not answer');
  await done(leader).click();
  const sheet = helper.locator('.run-sheet');
  await expect(sheet.getByRole('status')).toContainText('words.leader marked this step at');
  await expect(helper.getByLabel('What is wrong?')).toHaveValue('The change board does not answer');
  await sound(helper, 'run-step-meanwhile');
  await sheet.getByRole('button', { name: 'Keep the problem' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(leader.locator('.run-log')).toContainText('The change board does not answer');

  // an inject that somebody else answers
  await helper.getByRole('button', { name: 'Answer', exact: true }).click();
  await helper.getByLabel('What was done?').fill('Called the second number');
  await leader.getByRole('button', { name: 'Answer', exact: true }).click();
  await leader.getByRole('button', { name: 'As expected: Reached the deputy' }).click();
  await expect(sheet.getByRole('status')).toContainText('words.leader answered at');
  await expect(helper.getByLabel('What was done?')).toHaveValue('Called the second number');
  await sheet.getByRole('button', { name: 'Keep the answer' }).click();
  await expect(leader.locator('.run-log')).toContainText('Called the second number');

  // words outlast the sheet, by Escape and by the way to the plan and back, until they are thrown away
  const goBack = helper.getByRole('button', { name: 'Go back' });
  const why = helper.getByLabel('Why (kept with it)');
  await goBack.click();
  await why.fill('Half a reason');
  await helper.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await helper.getByRole('link', { name: 'Back to the plan' }).click();
  await helper.waitForURL(`**/drills/plans/${id}`);
  await helper.goBack();
  await goBack.click();
  await expect(why).toHaveValue('Half a reason');
  await sound(helper, 'run-kept');
  await sheet.getByRole('button', { name: 'Throw away what is typed' }).click();
  await expect(why).toBeFocused();
  await expect(why).toHaveValue('');
  await sheet.getByRole('button', { name: 'Close' }).click();

  // the drill, that somebody else ends
  await helper.getByRole('textbox', { name: 'Note' }).fill('Half a note');
  await helper.getByRole('button', { name: 'Go back' }).click();
  await helper.getByLabel('Why (kept with it)').fill('The load is too high');
  await helper.mouse.click(195, 20); // beside the sheet
  await expect(helper.getByLabel('Why (kept with it)')).toHaveValue('The load is too high');
  await leader.getByRole('button', { name: 'Go back' }).click();
  await leader.getByRole('button', { name: /^End the drill/ }).click();
  await expect(sheet.getByRole('heading')).toHaveText('The drill has ended', { timeout: 40_000 });
  await expect(helper.getByLabel('Why (kept with it)')).toHaveValue('The load is too high');
  await sound(helper, 'run-end-meanwhile');
  await sheet.getByRole('button', { name: 'Keep the note' }).click();
  await expect(helper.getByRole('textbox', { name: 'Note' })).toHaveValue('Half a note');
  await helper.locator('.say').getByRole('button', { name: 'Keep the note' }).click();
  await expect(leader.locator('.run-log')).toContainText('Half a note');
  await expect(leader.locator('.run-log')).toContainText('The load is too high');
});

test('a refused picture says why, and can be removed, which can be undone', async ({ browser }) => {
  const { leader, id } = await phones(browser, 'photo', 'A refused picture');
  await leader.goto(`/drills/plans/${id}/run`);
  await leader.getByRole('button', { name: 'Start the drill' }).click();
  const problem = { status: 422, detail: 'The picture is not the one that was taken.', code: 'bad-photo' };
  await leader.route('**/photos', (route) =>
    route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  );
  await leader.locator('input[type=file]').setInputFiles({ name: 'rack.png', mimeType: 'image/png', buffer: PIXEL });
  const refused = leader.locator('.refused');
  await expect(refused).toContainText('Photo rack.png The picture is not the one that was taken.');
  await sound(leader, 'run-refused');
  await refused.getByRole('button', { name: 'Remove' }).click();
  await expect(refused).toHaveCount(0);
  await leader.getByRole('button', { name: /^Undo/ }).click();
  await expect(refused).toHaveCount(1);
  await refused.getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => keptOf(leader, 'queue'), { timeout: 30_000 }).toBe(0);
  await leader.reload();
  await expect(leader.locator('.run-log')).toContainText('Drill started');
  await expect(refused).toHaveCount(0);
});

test('an answer that comes while somebody signs out is not kept, and other tabs show the drill no longer', async ({
  browser,
}) => {
  const { leader, helper, id } = await phones(browser, 'leave', 'Signing out');
  await leader.setViewportSize({ width: 1366, height: 768 }); // a laptop signs out beside the drill
  await leader.goto(`/drills/plans/${id}/run`);
  await helper.goto(`/drills/plans/${id}/run`);
  await expect.poll(() => keptOf(leader, 'drill')).toBe(1);
  const second = await leader.context().newPage();
  await second.setViewportSize({ width: 1366, height: 768 });
  await second.goto(`/drills/plans/${id}/run`);
  await expect(second.getByRole('heading', { name: 'Signing out' })).toBeVisible();

  let hear = (): void => undefined;
  const waits = new Promise<void>((resolve) => {
    hear = resolve;
  });
  let asked = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    asked = resolve;
  });
  await leader.route('**/events?since=*', async (route) => {
    const answer = await route.fetch();
    const { events } = (await answer.json()) as { events: unknown[] };
    if (events.length > 0) {
      asked();
      await waits;
    }
    await route.fulfill({ response: answer });
  });
  await helper.getByRole('button', { name: 'Start the drill' }).click();
  await held;
  let out = (): void => undefined;
  const signedOut = new Promise<void>((resolve) => {
    out = resolve;
  });
  await leader.route('**/api/session', async (route) => {
    if (route.request().method() === 'DELETE') await signedOut;
    await route.continue();
  });
  await leader.locator('.side').getByRole('button', { name: 'Sign out' }).click();
  await expect.poll(() => keptOf(leader, 'drill')).toBe(0);
  hear();
  await expect(leader.locator('.run-log')).toContainText('Drill started'); // it was heard
  expect(await keptOf(leader, 'drill')).toBe(0);
  // the service still knows them: the other tab has left the drill, and learns of the end when it comes
  await expect(second).toHaveURL(/\/$/);
  await expect(second.locator('.side').getByRole('button', { name: 'Sign out' })).toBeVisible();
  out();
  await expect(leader.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expect(second.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  for (const store of ['drill', 'queue', 'session']) expect(await keptOf(leader, store), store).toBe(0);
});

test('who signs in with a password after somebody else finds nothing of their drills on the device', async ({
  browser,
}) => {
  const { leader, id } = await phones(browser, 'after', 'After somebody else');
  await leader.goto(`/drills/plans/${id}/run`);
  await expect.poll(() => keptOf(leader, 'drill')).toBe(1);
  await leader.goto('/approvals');
  await ask(leader, 'DELETE', '/api/session'); // the session ends without its page
  await leader.goto('/');
  await leader.getByLabel('Sign-in name').fill('after.helper');
  await leader.getByLabel('Password').fill(PASSWORD);
  await leader.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(leader.locator('.side')).toBeAttached();
  await expect.poll(() => keptOf(leader, 'drill')).toBe(0);
});

test('run mode that is reached by links keeps its files and typeface, and opens without a connection', async ({
  browser,
}) => {
  const { helper, id } = await phones(browser, 'links', 'Reached by links');
  await helper.goto('/approvals'); // not an address of the worker
  await helper.evaluate((to) => {
    window.history.pushState(null, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, `/drills/plans/${id}`);
  await helper.getByRole('link', { name: 'Start the drill' }).click();
  await expect(helper.getByRole('heading', { name: 'Reached by links' })).toBeVisible();
  await expect
    .poll(() =>
      helper.evaluate(async () => {
        const name = (await caches.keys()).find((each) => each.startsWith('holdfast-shell-'));
        const files = name ? await (await caches.open(name)).keys() : [];
        return files.some((each) => each.url.endsWith('.woff2'));
      }),
    )
    .toBe(true);
  const kept = await helper.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      for (const each of await (await caches.open(name)).keys()) paths.push(new URL(each.url).pathname);
    return paths;
  });
  expect(kept.filter((path) => !path.startsWith('/assets/') && path !== '/index.html')).toEqual([]);
  await expect.poll(() => keptOf(helper, 'drill')).toBe(1);
  await helper.context().setOffline(true);
  await helper.reload();
  await expect(helper.locator('.run-head')).toContainText('Offline');
  await expect(helper.getByRole('heading', { name: 'Reached by links' })).toBeVisible();
});

/** A kind that the model says something about. */
const AT_DATA = { types: ['data-recovery'], form: 'simulation-parallel' };

test('the same drill the last time is a dot in run mode and in the list of what is next', async ({ browser }) => {
  test.setTimeout(240_000);
  const { leader, approver, id } = await phones(browser, 'again', 'The first time', AT_DATA);
  const event = (kind: string): unknown => ({
    id: crypto.randomUUID(),
    at: new Date().toISOString(),
    offsetMillis: 0,
    kind,
  });
  for (const kind of ['started', 'ended']) {
    const taken = await ask(leader, 'POST', `/api/drill-plans/${id}/events`, { events: [event(kind)] });
    expect(taken.body['accepted']).toHaveLength(1);
  }
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Taipei' }).format(new Date());
  const again = await approved(leader, approver, 'The second time', today, AT_DATA);
  await leader.goto(`/drills/plans/${again}/run`);
  const glyph = leader.locator('.run-clock').getByRole('img', { name: /last time \d+\smin/ });
  await expect(glyph).toBeVisible();
  await sound(leader, 'run-last');
  await expect.poll(() => beforeOf(leader)).toBe(true);
  await leader.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await leader.context().setOffline(true);
  await leader.reload();
  await expect(glyph).toBeVisible();
  await leader.context().setOffline(false);

  const year = Number(today.slice(0, 4));
  const planned = await ask(leader, 'POST', '/api/drills/schedules', { year });
  expect(planned.status, JSON.stringify(planned.body)).toBeLessThan(300);
  for (const [width, height] of [
    [390, 844],
    [1366, 768],
  ] as const) {
    await leader.setViewportSize({ width, height });
    await leader.goto(`/drills?year=${year}`);
    const row = leader.locator('.nextdrills tr').filter({ hasText: 'The second time' });
    await expect(row.getByRole('img', { name: /P50.*P95.*last time/ })).toBeVisible();
    await expect(row).toContainText('approved');
    await expect(row.getByRole('link', { name: 'open run mode' })).toHaveAttribute(
      'href',
      `/drills/plans/${again}/run`,
    );
    await sound(leader, 'drills-next');
  }
});
