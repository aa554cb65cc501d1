import { expect as patient, type Page, test } from '@playwright/test';
import { ask, base, first, fresh, makePeople, signIn } from './guarded';
import { sound } from './looks';

/** A possible day that two people play, on a phone and on a laptop, in the service with sign-in. */
const expect = patient.configure({ timeout: 20_000 });
const plan = (title: string, scenario: string): unknown => ({
  title,
  year: 2026,
  types: ['desktop'],
  desktopOnlyReason: 'A test of the page.',
  announced: true,
  category: 'technical',
  form: 'tabletop',
  scenario,
  scope: ['selfcare-db'],
  purpose: 'Decide together what is recovered how.',
  scenarioText: 'The site is lost.',
  timing: { date: '2026-12-16', start: '09:00', minutes: 60 },
  steps: [{ id: 'talk', title: 'Talk it through', role: 'Duty lead', plannedMinutes: 60 }],
  resources: ['A room'],
  participants: [{ team: 'Duty', person: 'Chen Jun', role: 'leader', contact: 'ext. 2200' }],
  noSuppliersReason: 'Nothing here is a supplier’s.',
  notifications: [{ id: 'noc', to: 'Operations centre', channel: 'phone', withinMinutes: 15, text: 'A drill' }],
  successCriteria: [{ id: 'heard', text: 'Everybody was heard', kind: 'judged' }],
  stopCriteria: [{ id: 'real', text: 'A real incident' }],
  injects: [{ id: 'press', atMinutes: 1, title: 'Press', text: 'A journalist calls.', to: 'Duty', expected: 'Refer' }],
});

async function approved(page: Page, approver: Page, title: string): Promise<number> {
  const made = await ask(page, 'POST', '/api/drill-plans', plan(title, 'tpe-lost'));
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const at = `/api/drill-plans/${String(made.body['id'])}`;
  await ask(page, 'POST', `${at}/prediction`, {});
  await expect
    .poll(async () => (await ask(page, 'GET', `${at}/prediction`)).body['status'], { timeout: 90_000 })
    .not.toBe('running');
  const version = await ask(page, 'POST', `${at}/approval`, { note: 'please' });
  expect(version.status, JSON.stringify(version.body)).toBeLessThan(300);
  const { document, number, hash } = version.body;
  const agreed = await approver.evaluate(
    async ([path, tag]) => {
      const { csrf } = (await (await fetch('/api/session')).json()) as { csrf: string };
      const headers = { 'Content-Type': 'application/json', 'If-Match': `"${tag ?? ''}"`, 'Holdfast-Csrf': csrf };
      return (await fetch(path ?? '', { method: 'POST', headers, body: '{}' })).status;
    },
    [`/api/approvals/${String(document)}/versions/${String(number)}/approve`, String(hash)],
  );
  expect(agreed).toBe(200);
  return Number(made.body['id']);
}

test.beforeAll(() => {
  if (!base || !first)
    throw new Error('HOLDFAST_GUARDED_URL and …_FIRST name a service with sign-in; ./holdfast test sets them.');
});

test('two people play a possible day, decide in it, and see luck and skill apart [row:D3]', async ({
  browser,
}, info) => {
  test.setTimeout(240_000);
  const size = info.project.name;
  await makePeople(await fresh(browser), [
    [`play.leader.${size}`, 'Chen Jun', 'operator'],
    [`play.helper.${size}`, 'Lin Yi-chun', 'operator'],
    [`play.approver.${size}`, 'Ho Mei', 'approver'],
  ]);
  const leader = await fresh(browser);
  const helper = await fresh(browser);
  const approver = await fresh(browser);
  await signIn(leader, `play.leader.${size}`);
  await signIn(helper, `play.helper.${size}`);
  await signIn(approver, `play.approver.${size}`);
  const title = `Play ${size}`;
  const id = await approved(leader, approver, title);
  if (size === 'phone') for (const each of [leader, helper]) await each.setViewportSize({ width: 390, height: 844 });
  await leader.goto(`/drills/plans/${id}`);
  await leader.getByRole('link', { name: 'Play a possible day' }).click();
  await expect(leader.getByRole('heading', { level: 1 })).toHaveText(`${title}: one possible day`);
  await sound(leader, 'play-choice');
  await leader.getByRole('radio', { name: /An unlucky day/ }).check();
  await leader.getByRole('button', { name: 'Begin' }).click();
  await expect(leader.getByRole('region', { name: 'Virtual clock' })).toContainText('0:00:00');
  await helper.goto(`/drills/plans/${id}/play`);
  await expect(helper.getByRole('region', { name: 'What happened' })).toContainText('The event:');

  // by keys alone to the next event, until somebody has noticed; the helper sees it too
  const next = leader.getByRole('button', { name: 'To the next event' });
  const declare = leader.getByRole('button', { name: 'Declare the recovery now' });
  await expect(async () => {
    if (!(await declare.isVisible())) {
      await next.focus();
      await leader.keyboard.press('Enter');
    }
    await expect(declare).toBeVisible({ timeout: 1000 });
  }).toPass();
  await sound(leader, 'play-noticed');
  await leader.getByRole('textbox', { name: 'Reason, kept with the decision' }).fill('Enough is known');
  await declare.click();
  await expect(leader.getByRole('region', { name: 'What happened' })).toContainText('Enough is known');
  await expect(helper.getByRole('region', { name: 'What happened' })).toContainText(
    'Decided: the recovery is declared',
  );
  await sound(helper, 'play-decided');

  await leader.getByRole('button', { name: 'End', exact: true }).click();
  await leader.getByRole('button', { name: 'End it and compare' }).click();
  const outcome = leader.getByRole('region', { name: 'Luck and skill apart' });
  await expect(outcome).toContainText('An unlucky day, 1 decision');
  await expect(outcome.getByRole('row', { name: /as played/ })).toBeVisible();
  await expect(helper.getByRole('region', { name: 'Luck and skill apart' })).toBeVisible();
  await sound(leader, 'play-outcome');
  await leader.addInitScript(() => {
    localStorage.setItem('holdfast.language', 'zh-Hant');
  });
  await leader.reload();
  await expect(leader.getByRole('heading', { level: 1 })).toContainText('可能的一天');
  await sound(leader, 'play-outcome-zh');
});
