import { expect as patient, type Page } from '@playwright/test';
import { ask } from './guarded';

const expect = patient.configure({ timeout: 20_000 });

/** A picture. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A desktop drill of three steps with everything that run mode shows. */
const plan = (title: string, date: string): Record<string, unknown> => ({
  title,
  year: Number(date.slice(0, 4)),
  types: ['desktop'],
  desktopOnlyReason: 'A test of the page.',
  announced: true,
  category: 'technical',
  form: 'tabletop',
  scope: ['selfcare-db'],
  purpose: 'Show that run mode loses nothing.',
  scenarioText: 'The storage under the database is destroyed.',
  timing: { date, start: '09:00', minutes: 60 },
  steps: [
    { id: 'freeze', title: 'Freeze changes', text: 'Tell the change board.', role: 'Duty lead', plannedMinutes: 5 },
    { id: 'restore', title: 'Restore the database', role: 'Storage', plannedMinutes: 20, ends: 'selfcare-db' },
    { id: 'check', title: 'Check integrity', role: 'Database', plannedMinutes: 10 },
  ],
  resources: ['A room'],
  participants: [
    { team: 'Duty', person: 'Chen Jun', role: 'leader', contact: 'ext. 2200' },
    { team: 'Storage', person: 'Lin Yi-chun', role: 'participant', contact: 'ext. 2210' },
  ],
  noSuppliersReason: 'Nothing here is a supplier’s.',
  notifications: [{ id: 'noc', to: 'Operations centre', channel: 'phone', withinMinutes: 15, text: 'A drill' }],
  successCriteria: [{ id: 'sound', text: 'The data are whole', kind: 'judged' }],
  stopCriteria: [{ id: 'load', text: 'Load of storage', measure: 'load', unit: '%', limit: 80 }],
  rollback: 'Delete the copy.',
  injects: [
    {
      id: 'duty',
      atMinutes: 0,
      title: 'Duty line',
      text: 'Nobody answers.',
      to: 'Storage',
      expected: 'Reached the deputy',
    },
  ],
});

/** Makes a plan, with more than is said here or other things, and has it approved by somebody else; answers its number. */
export async function approved(
  page: Page,
  approver: Page,
  title: string,
  date = '2026-12-14',
  more: Record<string, unknown> = {},
): Promise<number> {
  const made = await ask(page, 'POST', '/api/drill-plans', { ...plan(title, date), ...more });
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
