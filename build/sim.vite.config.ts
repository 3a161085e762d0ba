import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const from = (path: string) => resolve(import.meta.dirname, '..', path);

/** The simulator as one file, because Node 20 cannot run TypeScript; packages stay outside. */
export default defineConfig({
  root: from('.'),
  build: {
    ssr: from('sim/soak.ts'),
    outDir: from('out/sim'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: 'soak.js' } },
  },
});
