import { type Browser, expect as patient, type Locator, type Page, test } from '@playwright/test';
import { ask, base, first, fresh, isKnown, makePeople, signIn } from './guarded';
import { LANGUAGES, looksOf, named, sound } from './looks';
import { textsOf } from './texts';

/** Impact analysis in the service of sign-in.spec.ts, by two people: nobody approves their own work. */
const expect = patient.configure({ timeout: 20_000 });
const PEOPLE = [
  ['bia.planner', 'Lin Yu', 'planner'],
  ['bia.approver', 'Tsai An', 'approver'],
] as const;
test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
  if (!base || !first)
    throw new Error('HOLDFAST_GUARDED_URL and …_FIRST name a service with sign-in; ./holdfast test sets them.');
});

/** The name of the field that says why a target is so, however the page spaces it. */
const reasonOf = (t: ReturnType<typeof textsOf>, target: string): RegExp =>
  new RegExp(
    `^${t('biaReason', { target: `${target} ` })
      .trim()
      .replace(/\s+/g, '\\s*')}$`,
  );

/** Sets levels of a kind of impact with the keyboard, from the time point at once in focus on. */
async function type(page: Page, grid: Locator, row: number, levels: string): Promise<void> {
  await grid.locator(`[data-cell="${row}-0"]`).focus();
  for (const level of levels) {
    if (level !== ' ') await page.keyboard.press(level);
    await page.keyboard.press('ArrowRight');
  }
}

/** A process that goes from nothing said to approved, and is changed again. */
async function analyse(browser: Browser, language: (typeof LANGUAGES)[number]): Promise<void> {
  const t = textsOf(language, 'approval', 'bia');
  if (!(await isKnown(browser, 'bia.planner'))) await makePeople(await fresh(browser), PEOPLE);
  const planner = await fresh(browser, language);
  await signIn(planner, 'bia.planner');
  const id = `prc-${language.toLowerCase()}`;
  const names =
    language === 'en'
      ? { en: 'Answer the hotline', 'zh-Hant': '接聽客服專線' }
      : { en: 'Dispatch repairs', 'zh-Hant': '派遣搶修' };
  const made = await ask(planner, 'POST', '/api/elements?type=process', { id, names, needs: ['svc-selfcare'] });
  expect(made.status).toBe(201);

  await planner.goto(`/impact/${id}`);
  await expect(planner.getByRole('heading', { level: 1 })).toHaveText(t('biaHead-open', { name: names[language] }));
  const grid = planner.getByRole('grid', { name: t('biaGrid') });
  await type(planner, grid, 0, '0 1 2 4');
  await type(planner, grid, 1, '01  23 4');
  const targets = planner.getByRole('region', { name: t('biaTargets') });
  await targets.getByRole('textbox', { name: 'WRT', exact: true }).fill('1');
  const take = targets.locator('.aim').filter({ has: planner.getByRole('textbox', { name: 'MTPD', exact: true }) });
  await take.locator('.proposed .btn').click();
  await expect(targets.getByRole('textbox', { name: 'MTPD', exact: true })).toHaveValue('24');

  const save = planner.getByRole('button', { name: t('biaSave') });
  const rto = targets.getByRole('textbox', { name: 'RTO', exact: true });
  await rto.fill('4');
  await save.click();
  await expect(planner.locator('.bar .bad code')).toHaveText('$.x-bia.reasons.rto');
  const why = targets.getByLabel(reasonOf(t, 'RTO'));
  await expect(why).toHaveAttribute('aria-invalid', 'true');
  await why.fill('A contract asks for four hours.');
  await targets.locator('.aim').last().locator('.proposed .btn').click();
  await targets.getByRole('textbox', { name: 'RPO', exact: true }).fill('2');
  await targets.getByLabel(reasonOf(t, 'RPO')).fill('Tickets of two hours can be typed anew.');
  await planner.getByLabel(t('biaOwner'), { exact: true }).fill('Care');
  await planner.getByLabel(t('biaBackupTakes')).fill('0.5');
  await expect(planner.getByRole('region', { name: t('biaBackup') })).toContainText('1.5');
  await expect(planner.getByRole('region', { name: t('biaMissingTitle') })).toHaveCount(0);
  await save.click();
  await expect(planner.getByText(t('biaSaved'), { exact: true })).toBeVisible();

  const panel = planner.locator('.approvalpanel');
  await panel.getByRole('button', { name: t('approvalSubmit') }).click();
  await panel.getByRole('button', { name: t('approvalSubmitNow'), exact: true }).click();
  await expect(planner.getByText(t('biaLockedWaiting', { number: '1' }))).toBeVisible();

  const approver = await fresh(browser, language);
  await signIn(approver, 'bia.approver');
  await approver.getByRole('link', { name: new RegExp(names[language]) }).click();
  await approver.getByRole('link', { name: t('approvalReadWhole') }).click();
  await expect(approver.locator('.analysis')).toContainText('A contract asks for four hours.');
  await approver.goBack();
  await approver.getByRole('button', { name: t('approvalApprove') }).click();
  await expect(approver.getByRole('button', { name: t('approvalApprove') })).toHaveCount(0);

  await planner.reload();
  await expect(planner.locator('.bar')).toContainText('Tsai An');
  await expect(rto).toBeDisabled();
  await expect(targets.locator('.approver').first()).toContainText('Tsai An');
  await planner.getByRole('button', { name: t('biaReopen') }).click();
  await rto.fill('3');
  const entry = (await ask(planner, 'GET', `/api/elements/${id}`)).body['element'] as Record<string, unknown>;
  const locked = await ask(planner, 'PUT', `/api/elements/${id}`, { ...entry, owner: 'Front desk' });
  expect(locked.body['code']).toBe('analysis-locked');
  const other = await ask(planner, 'PUT', `/api/elements/${id}?reopen=true`, { ...entry, owner: 'Front desk' });
  expect(other.status).toBe(200);
  await save.click();
  await expect(planner.getByRole('alert', { name: t('biaConflict') })).toContainText(t('biaConflictNone'));
  await planner.getByRole('button', { name: t('biaKeepMine') }).click();
  await expect(planner.getByText(t('biaSaved'), { exact: true })).toBeVisible();
  await expect(planner.getByLabel(t('biaOwner'), { exact: true })).toHaveValue('Front desk');
  await expect(rto).toHaveValue('3');
  await expect(targets.locator('.aim').nth(1).locator('.approver')).toContainText('Tsai An');
  await expect(panel).toContainText('RTO');
  await planner.goto('/impact');
  await expect(planner.getByRole('row', { name: new RegExp(names[language]) }).first()).toContainText(
    t('biaState-changed'),
  );
}

for (const language of LANGUAGES)
  test(`a process goes from nothing said to approved, in ${language} [row:B1] [row:B2] [row:B3] [row:B5]`, async ({
    browser,
  }, info) => {
    test.skip(info.project.name === 'phone', 'the same on both');
    test.setTimeout(120_000);
    await analyse(browser, language);
  });

test('the pages of impact analysis are sound', async ({ browser }, info) => {
  test.setTimeout(240_000);
  if (!(await isKnown(browser, 'bia.planner'))) await analyse(browser, 'en');
  for (const look of looksOf(info)) {
    const page = await fresh(browser, ...look);
    if (info.project.name === 'phone') await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page, 'bia.planner');
    for (const [path, shows] of [
      ['/impact', '.analyses tbody tr'],
      ['/impact/prc-pay', '.curve .highest'],
      ['/impact/prc-en', '.analysis .bar'],
      ['/impact/prc-en/versions/1', '.analysis tbody tr'],
      ['/impact-scales', '.scales .line'],
    ] as const) {
      await page.goto(path);
      await expect(page.locator(shows).first()).toBeVisible();
      await sound(page, `${named(look)}-${path.replaceAll(/\W+/g, '_')}`);
    }
  }
});
