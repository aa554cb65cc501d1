import { expect as patient, test } from '@playwright/test';
import { approved } from './approved-drill';
import { base, first, fresh, makePeople, signIn } from './guarded';
import { sound } from './looks';

/** A possible day that two people play, on a phone and on a laptop, in the service with sign-in. */
const expect = patient.configure({ timeout: 20_000 });
/** What the plan of this drill says otherwise than that of run mode. */
const PLAYED = {
  scenario: 'tpe-lost',
  steps: [{ id: 'talk', title: 'Talk it through', role: 'Duty lead', plannedMinutes: 60 }],
  injects: [{ id: 'press', atMinutes: 1, title: 'Press', text: 'A journalist calls.', to: 'Duty', expected: 'Refer' }],
};

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
  const id = await approved(leader, approver, title, '2026-12-16', PLAYED);
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
  await declare.focus();
  await leader.keyboard.press('Enter');
  await expect(leader.getByRole('region', { name: 'What happened' })).toContainText('Enough is known');
  await expect(helper.getByRole('region', { name: 'What happened' })).toContainText(
    'Decided: the recovery is declared',
  );
  // the button has gone with the decision: the focus is at the log, not lost
  await expect(leader.getByRole('heading', { name: 'What happened' })).toBeFocused();
  await sound(helper, 'play-decided');

  await leader.getByRole('button', { name: 'End', exact: true }).click();
  await expect(leader.getByRole('button', { name: 'End it and compare' })).toBeFocused();
  await leader.keyboard.press('Enter');
  await expect(leader.getByRole('heading', { name: 'Luck and skill apart' })).toBeFocused();
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
