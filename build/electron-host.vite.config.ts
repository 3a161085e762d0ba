import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const from = (path: string) => resolve(import.meta.dirname, '..', path);
const outDir = from('out/electron-host');

/** A script for one of the page's worlds: one file without imports, its functions on a local `host`. */
const pageScript = (name: string) => ({
  consumer: 'client' as const,
  build: {
    outDir,
    emptyOutDir: false,
    minify: false,
    rollupOptions: {
      input: from(`e2e/electron-host/page/${name}.ts`),
      preserveEntrySignatures: 'strict' as const,
      output: { format: 'iife' as const, name: 'host', entryFileNames: `${name}.js` },
    },
  },
});

/** The Electron-compatible test host (e2e/electron-host): one Node program and the scripts it puts into pages. */
export default defineConfig({
  root: from('e2e/electron-host'),
  builder: {
    buildApp: async (builder) => {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  environments: {
    client: pageScript('page-world'),
    preload: pageScript('preload-world'),
    ssr: {
      build: {
        outDir,
        emptyOutDir: false,
        minify: false,
        target: 'node20',
        rollupOptions: {
          input: from('e2e/electron-host/boot.ts'),
          output: { format: 'cjs' as const, entryFileNames: 'boot.cjs' },
        },
      },
    },
  },
});
