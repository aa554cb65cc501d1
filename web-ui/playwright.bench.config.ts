import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

/** What the page does with a large register, measured; ./holdfast bench --register runs it. */
export default defineConfig({ ...tests, testDir: 'bench', projects: tests.projects?.slice(0, 1) ?? [] });
