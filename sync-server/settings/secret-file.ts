import { open, readFile, rename } from 'node:fs/promises';

/** A text from a file, made and kept when the file is not there yet. `made` is true the first time. */
export type Secret = { readonly text: string; readonly made: boolean };

/**
 * Read a secret from `path`, or make one with `make` and keep it there for this user only (mode 0600). The file appears
 * whole or not at all.
 */
export async function readOrMakeSecret(path: string, make: () => string): Promise<Secret> {
  const kept = (await readFile(path, 'utf8').catch(nullWhenMissing))?.trim();
  if (kept) return { text: kept, made: false };
  const text = make();
  const file = await open(`${path}.part`, 'w', 0o600);
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.part`, path);
  return { text, made: true };
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}
