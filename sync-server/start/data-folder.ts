import { randomBytes } from 'node:crypto';
import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ShopbellError } from '../../domain/errors.ts';
import { codeOf } from '../http/problem.ts';
import { readOrMakeSecret, type Secret } from '../settings/secret-file.ts';
import type { Settings } from '../settings/settings.ts';
import { refuseSecondCopy } from './running.ts';

/** The data folder, ours alone, with what is kept in it from start to start. */
export type DataFolder = {
  readonly path: string;
  readonly outbox: string;
  /** The intake's key; `made` when this start made it. */
  readonly apiKey: Secret;
  /** This server's name towards others that share a CouchDB with it. */
  readonly worker: string;
};

/**
 * Make the folder, or take it up again.
 * @throws ShopbellError `already-running` when another copy uses it, `data-folder` when it cannot be written.
 */
export async function openDataFolder({ dataFolder: path, apiKey }: Settings): Promise<DataFolder> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    await access(path, constants.W_OK);
  } catch (cause) {
    throw new ShopbellError(
      'data-folder',
      `The data folder ${path} cannot be written (${codeOf(cause)}). Choose another: --data DIR.`,
      { cause },
    );
  }
  await refuseSecondCopy(path);
  const random = () => randomBytes(24).toString('base64url');
  return {
    path,
    outbox: join(path, 'outbox'),
    apiKey: apiKey === null ? await readOrMakeSecret(join(path, 'api-key'), random) : { text: apiKey, made: false },
    worker: (await readOrMakeSecret(join(path, 'worker-id'), random)).text,
  };
}
