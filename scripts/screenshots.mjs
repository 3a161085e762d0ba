// npm run screenshots: pictures of the product into docs/pictures, made by the product.
import { spawnSync } from 'node:child_process';
import { buildOnce } from './lib/build-once.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { root } from './lib/root.mjs';

const SHOPBELL_CHROMIUM = ensureChromium();
buildOnce();
const made = spawnSync('npx', ['playwright', 'test', '-c', 'playwright.screenshots.config.ts'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, SHOPBELL_CHROMIUM },
});
process.exit(made.status ?? 1);
