import { defineConfig } from '@playwright/test';

const url = process.env['HOLDFAST_URL'];
if (!url) throw new Error('HOLDFAST_URL names the running service; ./holdfast test sets it.');

/** Specs of the services where people sign in: none of them touches the services of the others, so both parts may run at once. */
const PEOPLE = [
  'changes',
  'drill-journey',
  'drillrun',
  'drillrun-words',
  'impact',
  'learning',
  'planner',
  'play',
  'sign-in',
  'sign-off',
];
const ofPeople = PEOPLE.map((name) => `**/${name}.spec.ts`);

/** Which part runs: `people`, `open` (all others), or everything where nothing is said. */
const part = process.env['HOLDFAST_E2E_PART'] ?? '';
const chosen = { '': {}, people: { testMatch: ofPeople }, open: { testIgnore: ofPeople } }[part];
if (!chosen) throw new Error(`HOLDFAST_E2E_PART is people, open or not set, but not '${part}'.`);

export default defineConfig({
  testDir: 'e2e',
  ...chosen,
  outputDir: `test-results/${part}`,
  reporter: 'list',
  timeout: 240_000,
  expect: { timeout: 15_000 }, // two browsers and their services share the cores
  workers: 1,
  use: {
    baseURL: url,
    timezoneId: 'Asia/Taipei',
    actionTimeout: 60_000, // a click that finds nothing says where
    launchOptions: {
      executablePath: process.env['HOLDFAST_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'laptop', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', use: { viewport: { width: 390, height: 844 } } },
  ],
});
