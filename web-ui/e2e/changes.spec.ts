import { readFileSync } from 'node:fs';
import { expect as patient, type Page, test } from '@playwright/test';
import { ask, base, first, fresh, makePeople, signIn } from './guarded';
import { looksOf, named, open, sound } from './looks';

/** Changes in the service of sign-in, by two people: nobody approves their own work. */
const expect = patient.configure({ timeout: 20_000 });
const texts = JSON.parse(readFileSync('src/lib/texts/change.en.json', 'utf8')) as Record<string, string>;
const t = (key: string): string => {
  const text = texts[key];
  if (text === undefined) throw new Error(`no text ${key}`);
  return text;
};
const PEOPLE = [
  ['change.planner', 'Lin Yi-chun', 'planner'],
  ['change.approver', 'Ho Shu-fen', 'approver'],
] as const;
test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
  if (!base || !first)
    throw new Error('HOLDFAST_GUARDED_URL and …_FIRST name a service with sign-in; ./holdfast test sets them.');
});

const field = (page: Page, key: string) => page.getByLabel(t(`changeField-${key}`), { exact: true });

/** A day and time of the organisation, some hours from now, as a field takes it. */
const at = (hours: number): string => new Date(Date.now() + (8 + hours) * 3_600_000).toISOString().slice(0, 16);

test('without a change there is a next step', async ({ page }, info) => {
  for (const look of looksOf(info)) {
    await open(page, '/changes', ...look);
    await expect(page.locator('.empty a[href="/changes/new"]')).toBeVisible();
    await sound(page, `changes-none-${named(look)}`);
  }
});

test('a change goes from an idea to closed, with its impact and both baselines [row:G2] [row:G3] [row:M4] [row:M5] [row:M8]', async ({
  browser,
}, info) => {
  test.skip(info.project.name === 'phone', 'the same on both');
  test.setTimeout(120_000);
  await makePeople(await fresh(browser), PEOPLE);
  const planner = await fresh(browser);
  await signIn(planner, 'change.planner');
  await planner.goto('/register/voice-as');
  await planner.getByRole('link', { name: t('changePanelNew') }).click();
  await field(planner, 'title').fill('New blades for the voice servers');
  await field(planner, 'risk').selectOption('high');
  await planner.getByRole('button', { name: t('changeCreate') }).click();

  const impact = planner.getByRole('region', { name: t('changeImpact') }).first();
  await expect(impact).toContainText('Voice call control');
  await expect(impact).toContainText('Single point of failure');
  for (const [key, text] of [
    ['riskReason', 'Nothing else carries the calls meanwhile.'],
    ['description', 'Replace the blades under the voice servers.'],
    ['reason', 'The vendor ends support in June.'],
    ['benefit', 'Calls go on after a failed blade.'],
    ['windowStart', at(-3)],
    ['windowEnd', at(-1)],
    ['implementer', 'Lin Yi-chun'],
    ['testAfter', 'A test call through each server.'],
    ['remedy', 'Called off where a test call fails.'],
  ] as const)
    await field(planner, key).fill(text);
  const save = planner.getByRole('button', { name: t('changeSave') });
  await save.click();
  await expect(planner.getByText(t('changeSaved'), { exact: true })).toBeVisible();
  await expect(planner.locator('p.card')).toContainText(t('changeField-backOut'));
  const panel = planner.locator('.approvalpanel');
  await expect(panel.getByRole('button', { name: 'Submit' })).toBeVisible();
  await field(planner, 'backOut').fill('Put the old blades back; they stay for a week.');
  await expect(panel).toContainText('Save it first');
  await expect(panel.getByRole('button', { name: 'Submit' })).toHaveCount(0);

  const id = new URL(planner.url()).pathname.split('/').at(-1) ?? '';
  const stored = (await ask(planner, 'GET', `/api/changes/${id}`)).body['proposal'] as Record<string, unknown>;
  const other = await ask(planner, 'PUT', `/api/changes/${id}`, { ...stored, implementer: 'Wu Ping' });
  expect(other.status).toBe(200);
  await save.click();
  await expect(planner.getByRole('alert', { name: t('changeConflict') })).toContainText(t('changeConflictNone'));
  await planner.getByRole('button', { name: t('changeKeepMine') }).click();
  await expect(planner.getByText(t('changeSaved'), { exact: true })).toBeVisible();
  await expect(field(planner, 'implementer')).toHaveValue('Wu Ping');
  await expect(field(planner, 'backOut')).toHaveValue(/old blades back/);

  await panel.getByRole('button', { name: 'Submit' }).click();
  await panel.locator('button[type=submit]').click();
  await expect(planner.getByRole('heading', { level: 1 })).toContainText(t('changeState-submitted'));
  await expect(impact).toContainText('As submitted');
  await expect(planner.getByRole('region', { name: t('changeDone') })).toContainText('Baseline before');

  const approver = await fresh(browser);
  await signIn(approver, 'change.approver');
  await approver
    .getByRole('link', { name: /New blades/ })
    .first()
    .click();
  await approver.getByRole('link', { name: 'Read the whole version' }).click();
  await expect(approver.locator('main')).toContainText('Put the old blades back');
  await approver.goBack();
  await approver.getByRole('button', { name: 'Approve' }).click();
  await expect(approver.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  await planner.reload();
  await planner.getByRole('button', { name: t('changeCarryOut') }).click();
  const next = planner.getByRole('region', { name: t('changeNext') });
  await next.getByLabel(t('changeTested')).fill('A call went through each server.');
  await next.getByRole('button', { name: t('changeStore') }).click();
  await expect(next.getByRole('alert')).toContainText('an ordinary change is carried out while its approval holds');
  await next.getByLabel(t('changeStarted')).fill(at(0));
  await next.getByLabel(t('changeEnded')).fill(at(0));
  await next.getByLabel(t('changeTested')).fill('A call went through each server.');
  await next.getByRole('button', { name: t('changeStore') }).click();
  await planner.getByRole('button', { name: t('changeClose'), exact: true }).click();
  await next.getByLabel(t('changeConclusion')).fill('As planned.');
  await next.getByLabel(t('changeUpdated')).check();
  await next.getByRole('button', { name: t('changeStore') }).click();
  await expect(next.getByRole('alert')).toContainText('The register is the one of the submission');
  const entry = (await ask(planner, 'GET', '/api/elements/voice-as')).body['element'] as Record<string, unknown>;
  expect((await ask(planner, 'PUT', '/api/elements/voice-as', { ...entry, note: 'on new blades' })).status).toBe(200);
  await next.getByRole('button', { name: t('changeStore') }).click();
  await expect(planner.getByRole('heading', { level: 1 })).toContainText(t('changeState-closed'));
  await planner.getByRole('link', { name: t('changeDifference') }).click();
  await expect(planner.locator('.entries')).toContainText('on new blades');

  await planner.goto('/changes/analysis');
  await planner.getByLabel(t('changeConcludeText')).fill('One change of high risk, as planned.');
  await planner.getByRole('button', { name: t('changeConclude') }).click();
  await expect(planner.locator('figure').first()).toContainText('One change of high risk');
  expect((await ask(planner, 'PUT', '/api/elements/voice-as', entry)).status).toBe(200);
});

test('the pages of changes are sound [row:G4] [row:G5] [row:G6]', async ({ browser }, info) => {
  test.setTimeout(120_000);
  for (const look of looksOf(info)) {
    const page = await fresh(browser, ...look);
    if (info.project.name === 'phone') await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page, 'change.planner');
    const all = (await ask(page, 'GET', '/api/changes')).body['items'] as { id: number }[];
    const [one] = all;
    if (!one) throw new Error('the test before this one has made a change');
    for (const [path, shows] of [
      ['/changes', '.changes tbody tr'],
      [`/changes/${one.id}`, '.changes .approvalpanel h2'],
      [`/changes/${one.id}/versions/1`, '.changes dd'],
      ['/changes/calendar', '.changes .days li'],
      ['/changes/analysis', '.changes tbody tr'],
      ['/changes/new?element=voice-as', '.changes .toks li'],
      ['/baselines', '.changes tbody tr'],
      ['/baselines/1?against=2', '.changes .entries li'],
    ] as const) {
      await page.goto(path);
      await expect(page.locator(shows).first()).toBeVisible();
      await sound(page, `${named(look)}-${path.replaceAll(/\W+/g, '_')}`);
    }
  }
});
