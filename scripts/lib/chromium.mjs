import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** @param {string} name @returns {string | null} */
function onPath(name) {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
}

/** The Chromium the end-to-end tests use: `SHOPBELL_CHROMIUM`, the system's, or Playwright's own. @returns {string | null} */
export function findChromium() {
  const given = process.env['SHOPBELL_CHROMIUM'];
  if (given) return existsSync(given) ? given : null;
  if (process.platform !== 'win32')
    for (const name of NAMES) {
      const path = onPath(name);
      if (path) return path;
    }
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** Chromium, installed when it is missing and this user may. Ends the process and says exactly what to install when not. @returns {string} */
export function ensureChromium() {
  const present = findChromium();
  if (present) return present;
  console.log('No Chromium on this machine; installing one for the end-to-end tests …');
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  }
  if (!findChromium())
    spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', shell: process.platform === 'win32' });
  const installed = findChromium();
  if (installed) return installed;
  console.error(
    'The end-to-end tests need Chromium and it could not be installed. Install it (Debian and Ubuntu: "sudo apt-get install chromium"; elsewhere: "npx playwright install chromium") and run "npm test" again, or name one with SHOPBELL_CHROMIUM=/path/to/chromium.',
  );
  process.exit(1);
}
