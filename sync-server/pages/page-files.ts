import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A built page: its index with a place for the nonce, and its files. Read once, when the server starts. */
export type BuiltPage = {
  readonly index: string;
  /** Paths below the page's address, with slashes; the index and the service worker are not among them. */
  readonly files: readonly string[];
  /** Changes when any file's name or the index does. */
  readonly version: string;
};

/** Read a page's build, or null when it has not been built. */
export function readBuiltPage(folder: string): BuiltPage | null {
  const index = textOf(join(folder, 'index.html'));
  if (index === null) return null;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== 'index.html' && path !== 'sw.js' && !path.endsWith('.map'))
    .toSorted();
  const version = createHash('sha256')
    .update(JSON.stringify([index, files]))
    .digest('hex')
    .slice(0, 16);
  return { index, files, version };
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}
