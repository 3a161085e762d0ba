import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const from = (path: string) => resolve(import.meta.dirname, '..', path);

/** The demo shop's Online Store page, served by the sync-server at /store. */
export default defineConfig({
  root: from('sync-server/storefront/page'),
  base: '/store/',
  plugins: [react()],
  // Nothing inlined: the page's policy allows no data: addresses.
  build: { outDir: from('out/storefront'), emptyOutDir: true, assetsInlineLimit: 0 },
});
