import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const from = (path: string) => resolve(import.meta.dirname, path);

const { version } = JSON.parse(readFileSync(from('package.json'), 'utf8')) as { version: string };

export const rendererBuild = {
  root: from('app/renderer'),
  base: './',
  // What a browser tab says it is; Electron asks its own main.
  define: { 'import.meta.env.SHOPBELL_VERSION': JSON.stringify(version) },
  plugins: [react()],
  build: { outDir: from('out/renderer'), emptyOutDir: true, rollupOptions: { input: from('app/renderer/index.html') } },
};

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: from('app/main/main.ts'),
        external: ['node-notifier'],
        output: { entryFileNames: 'index.js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: { input: from('app/preload/preload.ts'), output: { format: 'cjs', entryFileNames: 'index.cjs' } },
    },
  },
  renderer: rendererBuild,
});
