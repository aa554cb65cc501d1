import { defineConfig } from '@playwright/test';

const url = process.env['HOLDFAST_URL'];
if (!url) throw new Error('HOLDFAST_URL names the running service; ./holdfast test sets it.');

export default defineConfig({
  testDir: 'e2e',
  reporter: 'list',
  timeout: 120_000,
  workers: 1,
  use: {
    baseURL: url,
    timezoneId: 'Asia/Taipei',
    launchOptions: {
      executablePath: process.env['HOLDFAST_CHROMIUM'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
    },
  },
  projects: [
    { name: 'laptop', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', use: { viewport: { width: 390, height: 844 } } },
  ],
});
