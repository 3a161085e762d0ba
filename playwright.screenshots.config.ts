import { defineConfig } from '@playwright/test';

/** `npm run screenshots`: pictures of the product, made by the product. Not part of the tests. */
export default defineConfig({
  testDir: 'e2e/pictures',
  testMatch: '**/*.pictures.ts',
  timeout: 180_000,
  workers: 1,
  reporter: [['list']],
});
