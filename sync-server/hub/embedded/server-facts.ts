import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { ShopbellError } from '../../../domain/errors.ts';
import type { Level } from './durable-level.ts';
import { createLevelFactory } from './durable-level.ts';

/** What the embedded hub knows of itself, and its hold on the folder. */
export type ServerFacts = {
  readonly uuid: string;
  /** Signs session cookies. */
  readonly secret: string;
  close(): Promise<void>;
};

const done = (work: (callback: (fault?: Error) => void) => void) =>
  new Promise<void>((resolve, reject) => work((fault) => (fault ? reject(fault) : resolve())));

const read = (level: Level, key: string) =>
  new Promise<string | undefined>((resolve, reject) => {
    level.get(key, { asBuffer: false }, (fault, value) => {
      if (!fault) resolve(value);
      else if (/notfound/i.test(fault.message)) resolve(undefined);
      else reject(fault);
    });
  });

async function keep(level: Level, key: string, make: () => string): Promise<string> {
  const known = await read(level, key);
  if (known !== undefined) return known;
  const made = make();
  await done((callback) => level.put(key, made, { sync: true }, callback));
  return made;
}

/**
 * Take hold of the hub's folder: a LevelDB whose lock one process at a time can have, and that the system lets go when the
 * process dies, however it dies.
 * @throws ShopbellError `hub-in-use` when another has it.
 */
export async function openServerFacts(dir: string): Promise<ServerFacts> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const level = createLevelFactory(() => {})(join(dir, 'server'));
  try {
    await done((callback) => level.open({ createIfMissing: true }, callback));
  } catch (fault) {
    const message = fault instanceof Error ? fault.message : '';
    if (!/\block\b/i.test(message) || /permission denied/i.test(message)) throw fault;
    const sentence = 'This data folder is in use by another Shopbell. Close that one first, or choose another folder.';
    throw new ShopbellError('hub-in-use', sentence, { cause: fault });
  }
  return {
    uuid: await keep(level, 'uuid', () => randomUUID().replaceAll('-', '')),
    secret: await keep(level, 'secret', () => randomBytes(32).toString('hex')),
    close: () => done((callback) => level.close(callback)),
  };
}
