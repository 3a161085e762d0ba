import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{domain,app,sync-server,sim,scripts,build,e2e/electron-host}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
