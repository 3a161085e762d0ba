import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ShopbellError } from '../../domain/errors.ts';

const running = z.object({ address: z.url(), pid: z.int().positive(), instance: z.string() });

/** The server that runs on a data folder, as `running.json` says. `instance` is one start's own, told by `/health`. */
export type Running = z.infer<typeof running>;

const fileOf = (folder: string) => join(folder, 'running.json');
const ANSWER_MS = 2000;

/** What the folder says, or null when it says nothing that can be read. */
export async function readRunning(folder: string): Promise<Running | null> {
  try {
    return running.parse(JSON.parse(await readFile(fileOf(folder), 'utf8')));
  } catch {
    return null; // missing, cut short by a crash, or of another version: it says nothing
  }
}

/** The plain answer to a second copy. */
export function alreadyRunning(folder: string, address: string | null): ShopbellError {
  const where = address ? ` at ${address}` : '';
  return new ShopbellError(
    'already-running',
    `Shopbell already runs on ${folder}${where}. Use that one, or start this one with another folder: --data DIR.`,
  );
}

/**
 * Refuse to be a second copy on the folder: its server is there when it still answers as itself.
 * @throws ShopbellError `already-running` with its address.
 */
export async function refuseSecondCopy(folder: string): Promise<void> {
  const other = await readRunning(folder);
  if (other && (await answersAs(other))) throw alreadyRunning(folder, other.address);
}

async function answersAs(other: Running): Promise<boolean> {
  try {
    const answer = await fetch(`${other.address}/health`, { signal: AbortSignal.timeout(ANSWER_MS) });
    const health = (await answer.json()) as { instance?: unknown };
    return health.instance === other.instance;
  } catch {
    return false;
  }
}

/** Say that this server runs on the folder. */
export async function writeRunning(folder: string, self: Running): Promise<void> {
  await writeFile(`${fileOf(folder)}.part`, `${JSON.stringify(self, null, 2)}\n`);
  await rename(`${fileOf(folder)}.part`, fileOf(folder));
}

/** Say that it no longer does, unless another has taken over meanwhile. */
export async function removeRunning(folder: string, self: Running): Promise<void> {
  if ((await readRunning(folder))?.instance === self.instance) await rm(fileOf(folder), { force: true });
}
