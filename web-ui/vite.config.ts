import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The page where a drill is run: what it is made of is kept by the service worker. */
const RUN_MODE = ['DrillRunPage', 'main', 'index'];

/** Writes `sw.js`: the service worker with the version of the page and the files that run mode needs without a connection. */
function serviceWorker(): Plugin {
  return {
    name: 'holdfast-service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const needed = new Set<string>();
      const need = (file: string): void => {
        const part = bundle[file];
        if (!part || needed.has(file)) return;
        needed.add(file);
        if (part.type === 'chunk') part.imports.forEach(need);
      };
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk' && RUN_MODE.includes(part.name)) need(part.fileName);
        if (part.fileName.endsWith('.css')) needed.add(part.fileName);
      }
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk' || needed.size < 3)
        throw new Error('The service worker or what it keeps is not in the build');
      const files = [...needed].filter((file) => file !== 'sw.js').sort();
      const version = createHash('sha256')
        .update(files.join('\n') + worker.code)
        .digest('hex')
        .slice(0, 16);
      worker.code = worker.code
        .replaceAll('SHELL_VERSION', JSON.stringify(version))
        .replaceAll('SHELL_FILES', JSON.stringify(files.map((file) => `/${file}`)));
    },
  };
}

export default defineConfig({
  plugins: [serviceWorker()],
  // one style sheet, so that its order does not hang on which page came first
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    rollupOptions: {
      input: { index: 'index.html', sw: 'src/worker/worker.ts' },
      output: { entryFileNames: (part) => (part.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/api': process.env['HOLDFAST_URL'] ?? 'http://127.0.0.1:8080' } },
  test: { include: ['src/**/*.test.ts'] },
});
