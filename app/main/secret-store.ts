import { join } from 'node:path';
import { z } from 'zod';
import { jsonFile } from './json-file.ts';
import type { Log } from './log.ts';

/** The part of Electron's `safeStorage` that keeps the hub password. */
export type SafeStorage = {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(sealed: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
  getSelectedStorageBackend(): string;
};

export type SecretStore = {
  /** False where the system cannot protect a secret and nobody allowed to keep it all the same. */
  canKeep(): Promise<boolean>;
  save(secret: string): Promise<void>;
  /** Null when none is kept, or it can no longer be opened (another account, a lost keychain). */
  read(): Promise<string | null>;
};

const kept = z.object({ form: z.enum(['sealed', 'plain']), value: z.string() });

type Options = {
  readonly folder: string;
  readonly safeStorage: SafeStorage;
  readonly platform: string;
  readonly allowPlain: boolean;
  readonly log: Log;
};

/**
 * The hub password on disk. On Linux without a keyring Electron's `basic_text` back end encrypts with a key that is the same on
 * every computer; that protects nothing, so it counts as plain.
 */
export function openSecretStore({ folder, safeStorage, platform, allowPlain, log }: Options): SecretStore {
  const file = jsonFile(join(folder, 'hub-password.json'), kept, log);
  const canSeal = () => safeStorage.isAsyncEncryptionAvailable();
  const isProtected = async () =>
    (await canSeal()) && !(platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text');
  const seal = async (secret: string) =>
    (await canSeal())
      ? { form: 'sealed' as const, value: (await safeStorage.encryptStringAsync(secret)).toString('base64') }
      : { form: 'plain' as const, value: secret };
  return {
    canKeep: async () => allowPlain || (await isProtected()),
    save: async (secret) => file.write(await seal(secret)),
    read: async () => {
      const content = file.read();
      if (content === null || content.form === 'plain') return content?.value ?? null;
      try {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(content.value, 'base64'));
        if (shouldReEncrypt) file.write(await seal(result));
        return result;
      } catch (error) {
        log.warn('hub-password-unreadable', error);
        return null;
      }
    },
  };
}
