import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const PACKAGE = join(root, 'node_modules', 'electron');
/** Long enough for about 110 MB on a slow line; then the browser serves. */
const PATIENCE_MS = 5 * 60_000;

/** Electron's own executable, or null while it is not on this machine. @returns {string | null} */
export function electronBinary() {
  const pathFile = join(PACKAGE, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/**
 * Electron's executable, downloaded by Electron's own installer when it is missing.
 * @returns {{ binary: string } | { missing: string }} `missing` is the reason in plain words.
 */
export function getElectron() {
  if (process.env['SHOPBELL_ELECTRON'] === '0') return { missing: 'SHOPBELL_ELECTRON=0 asks for the browser' };
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return { missing: 'there is no screen to open a window on' };
  const present = electronBinary();
  if (present) return { binary: present };
  console.log('Getting Electron (about 110 MB, only once) …');
  const got = spawnSync(process.execPath, [join(PACKAGE, 'install.js')], { stdio: 'ignore', timeout: PATIENCE_MS });
  const binary = got.status === 0 ? electronBinary() : null;
  return binary ? { binary } : { missing: 'Electron could not be downloaded' };
}
