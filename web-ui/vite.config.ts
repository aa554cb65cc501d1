import { defineConfig } from 'vitest/config';

export default defineConfig({
  // one style sheet, so that its order does not hang on which page came first
  build: { outDir: 'dist', assetsInlineLimit: 0, cssCodeSplit: false },
  server: { proxy: { '/api': process.env['HOLDFAST_URL'] ?? 'http://127.0.0.1:8080' } },
  test: { include: ['src/**/*.test.ts'] },
});
