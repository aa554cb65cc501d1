import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect as patient, type Page, test } from '@playwright/test';
import { ask, fresh, makePeople, signIn } from './guarded';
import { LANGUAGES, sound } from './looks';
import { planned, planners, planted } from './planner-table';
import { textsOf } from './texts';
import { workbook } from './workbook';

/** What planners are there for, from an empty register to an approved impact analysis, by two people in one browser. */
const expect = patient.configure({ timeout: 60_000 });
/** A service of its own that asks who somebody is and holds nothing; ./holdfast test starts it. */
const EMPTY = process.env['HOLDFAST_PLANNER_URL'];
const FIRST = process.env['HOLDFAST_PLANNER_FIRST'];
const PEOPLE = [
  ['the.planner', 'Lin Yu', 'planner'],
  ['the.approver', 'Tsai An', 'approver'],
] as const;
const DUMP = fileURLToPath(new URL('../../service/src/test/resources/import/netbox-demo.json.gz', import.meta.url));
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
  if (!EMPTY || !FIRST)
    throw new Error('HOLDFAST_PLANNER_URL and …_FIRST name an empty service with sign-in; ./holdfast test sets them.');
});

/** Brings a table of processes in through the page. */
async function bringIn(page: Page, table: Buffer, t: ReturnType<typeof textsOf>, changed: number): Promise<void> {
  await page.goto('/lists');
  await page.locator('input[type=file]').setInputFiles({ name: '20.xlsx', mimeType: XLSX, buffer: table });
  await expect(page.locator('.list-changes tbody tr')).toHaveCount(changed);
  await page.getByRole('button', { name: t('importListApply'), exact: true }).click();
  await expect(page.getByRole('link', { name: t('importToRegister') })).toBeVisible();
}

/** What the page's table of findings says of the planner's processes, as rule and process. */
async function findings(page: Page): Promise<string[]> {
  await page.goto('/register/findings');
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('a[download="findings.csv"]').click()]);
  const lines = readFileSync(await file.path(), 'utf8')
    .split(/\r?\n/)
    .slice(1);
  return lines
    .map((line) => /^([a-z-]+),[^,]*,(?:"[^"]*"|[^,]*),([^,]*),/.exec(line))
    .filter((found) => found !== null)
    .map((found) => `${found[1] ?? ''} ${(found[2] ?? '').split(' ')[0] ?? ''}`)
    .filter((each) => each.includes(' bp-'));
}

for (const language of LANGUAGES)
  test(`from the NetBox register and a table of twenty processes to approved analyses, in ${language} [row:B1] [row:B2] [row:M1]`, async ({
    browser,
  }, info) => {
    test.skip(info.project.name === 'phone', 'work at a desk; the pages are looked at in other tests');
    test.setTimeout(240_000);
    const t = textsOf(language, 'approval', 'bia', 'common', 'import');
    if (language === 'en') await makePeople(await fresh(browser, 'en', false, EMPTY), PEOPLE, EMPTY, FIRST);
    const planner = await fresh(browser, language, false, EMPTY);
    await signIn(planner, 'the.planner');
    if (language !== 'en') {
      const emptied = await ask(planner, 'PUT', '/api/model', { holdfast: 1 });
      expect(emptied.status).toBe(200);
    }

    await planner.goto('/import');
    await planner.getByRole('radio').nth(0).check();
    await planner
      .locator('input[type=file]')
      .nth(0)
      .setInputFiles({ name: 'netbox.json', mimeType: 'application/json', buffer: gunzipSync(readFileSync(DUMP)) });
    await planner.locator('button[type=submit]').click();
    await planner.getByRole('button', { name: t('importApply'), exact: true }).click();
    await expect(planner.getByRole('button', { name: t('importMore') })).toBeVisible();

    await bringIn(planner, workbook(planners(language, true)), t, 20);
    expect((await findings(planner)).sort()).toEqual(planted(language).sort());
    await bringIn(planner, workbook(planners(language, false)), t, planned);
    expect(await findings(planner)).toEqual([]);

    await planner.goto('/impact');
    await planner.getByRole('button', { name: t('biaType-process'), exact: true }).click();
    await expect(planner.locator('.analyses tbody tr')).toHaveCount(20);
    await planner.getByRole('checkbox', { name: t('biaChooseAll') }).check();
    await sound(planner, `planner-submits-${language}`);
    await planner.getByRole('button', { name: t('biaSubmitChosen') }).click();
    await expect(planner.locator('.analyses .chip.acc')).toHaveCount(20);
    await expect(planner.locator('.many .bad')).toHaveCount(0);

    const approver = await fresh(browser, language, false, EMPTY);
    await signIn(approver, 'the.approver');
    await approver.goto('/approvals');
    const waiting = approver.getByRole('region', { name: t('approvalGroup-yours') });
    await expect(waiting.locator('li input[type=checkbox]')).toHaveCount(20);
    await waiting.getByRole('checkbox', { name: t('chooseAll'), exact: true }).check();
    await sound(approver, `approver-decides-${language}`);
    await waiting.getByRole('button', { name: t('approvalApproveChosen') }).click();
    await expect(waiting).toHaveCount(0);

    await planner.reload();
    await expect(planner.locator('h1')).toContainText('20');
    await planner.getByRole('button', { name: t('biaType-process'), exact: true }).click();
    await expect(planner.locator('.analyses tbody tr', { hasText: t('biaState-approved') })).toHaveCount(20);
    await expect(planner.getByRole('checkbox', { name: t('biaChooseAll') })).toBeDisabled();
  });
