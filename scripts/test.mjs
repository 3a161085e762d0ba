// npm test: checks, build, unit tests with the hub exam, end-to-end tests. Ends with one line of counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce } from './lib/build-once.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { playwrightCounts, vitestCounts } from './lib/counts.mjs';
import { root } from './lib/root.mjs';

const reports = mkdtempSync(join(tmpdir(), 'shopbell-test-'));
const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';

/** @param {string} title @param {string} command @param {string[]} args @param {Record<string, string>} [env] @returns {boolean} */
function step(title, command, args, env = {}) {
  console.log(`\n== ${title}`);
  const shell = process.platform === 'win32';
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, env: { ...process.env, ...env } }).status === 0;
}

const chromium = ensureChromium();
const checked = step('checks: lint, types, dependency rule', 'npm', ['run', '--silent', 'check']);
buildOnce();
const unit = join(reports, 'unit.json');
const units = step('unit tests and hub exam', npx, [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unit}`,
]);
const e2e = join(reports, 'e2e.json');
const ends = step('end-to-end tests in Chromium', npx, ['playwright', 'test', '--reporter=list,json'], {
  SHOPBELL_CHROMIUM: chromium,
  PLAYWRIGHT_JSON_OUTPUT_NAME: e2e,
});

const [a, b] = [vitestCounts(unit), playwrightCounts(e2e)];
rmSync(reports, { recursive: true, force: true });
const failed = a.failed + b.failed;
console.log(
  `\nchecks ${checked ? 'clean' : 'FAILED'}, unit ${units ? 'green' : 'FAILED'}, end-to-end ${ends ? 'green' : 'FAILED'}`,
);
console.log(`${a.passed + b.passed} passed, ${failed} failed, ${a.skipped + b.skipped} skipped`);
process.exit(checked && units && ends && failed === 0 ? 0 : 1);
