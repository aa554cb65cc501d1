import { defineConfig } from 'vitest/config';

export default defineConfig({
  build: { outDir: 'dist', assetsInlineLimit: 0 },
  server: { proxy: { '/api': process.env['HOLDFAST_URL'] ?? 'http://127.0.0.1:8080' } },
  test: { include: ['src/**/*.test.ts'] },
});
