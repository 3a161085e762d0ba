import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const from = (path: string) => resolve(import.meta.dirname, '..', path);

/** The sync-server as one file; packages stay outside and are loaded from node_modules. */
export default defineConfig({
  root: from('.'),
  build: {
    ssr: from('sync-server/main.ts'),
    outDir: from('out/server'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: 'main.js' } },
  },
});
