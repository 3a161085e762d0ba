import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSecretStore, type SafeStorage } from './secret-store.ts';
import { recordingLog } from './testing/recording-log.ts';

type Desktop = { available?: boolean; backend?: string; key?: string; shouldReEncrypt?: boolean };

/** Stands for the system's keychain: writes text as hexadecimal digits after its key. */
function keychain({
  available = true,
  backend = 'gnome_libsecret',
  key = 'k1',
  shouldReEncrypt = false,
}: Desktop = {}): SafeStorage {
  return {
    isAsyncEncryptionAvailable: async () => available,
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async (text) => Buffer.from(key + Buffer.from(text).toString('hex')),
    decryptStringAsync: async (sealed) => {
      const text = sealed.toString();
      if (!text.startsWith(key)) throw new Error('another key');
      return { result: Buffer.from(text.slice(key.length), 'hex').toString(), shouldReEncrypt };
    },
  };
}

function store(desktop: Desktop = {}, options: { folder?: string; platform?: string; allowPlain?: boolean } = {}) {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'shopbell-secret-'));
  const { platform = 'linux', allowPlain = false } = options;
  const log = recordingLog();
  return { folder, log, ...openSecretStore({ folder, safeStorage: keychain(desktop), platform, allowPlain, log }) };
}

it('keeps a secret sealed, and opens it again after a restart', async () => {
  const first = store();
  expect(await first.read()).toBeNull();
  await first.save('correct horse');
  expect(readFileSync(join(first.folder, 'hub-password.json'), 'utf8')).not.toContain('correct horse');
  expect(await store({}, { folder: first.folder }).read()).toBe('correct horse');
});

it("refuses Linux's fixed key and a missing keychain, unless a plain secret is allowed", async () => {
  expect(await store({ backend: 'basic_text' }).canKeep()).toBe(false);
  expect(await store({ backend: 'basic_text' }, { allowPlain: true }).canKeep()).toBe(true);
  expect(await store({ available: false }).canKeep()).toBe(false);
  expect(await store({ available: false }, { allowPlain: true }).canKeep()).toBe(true);
  expect(await store().canKeep()).toBe(true);
});

it('trusts the keychains of Windows and macOS, which know no back end', async () => {
  expect(await store({ backend: 'basic_text' }, { platform: 'win32' }).canKeep()).toBe(true);
  expect(await store({ backend: 'unknown' }, { platform: 'darwin' }).canKeep()).toBe(true);
});

it('keeps a plain secret where nothing can seal it and that is allowed', async () => {
  const first = store({ available: false }, { allowPlain: true });
  await first.save('demo');
  expect(await store({ available: false }, { folder: first.folder, allowPlain: true }).read()).toBe('demo');
});

it('says that a secret sealed with another key is lost, instead of failing the start', async () => {
  const first = store();
  await first.save('correct horse');
  const moved = store({ key: 'k2' }, { folder: first.folder });
  expect(await moved.read()).toBeNull();
  expect(moved.log.events).toEqual(['hub-password-unreadable']);
});

it('seals anew when the system asks for it', async () => {
  const first = store();
  await first.save('correct horse');
  const before = readFileSync(join(first.folder, 'hub-password.json'), 'utf8');
  const turning = {
    ...keychain({ shouldReEncrypt: true }),
    encryptStringAsync: (text: string) => keychain({ key: 'k2' }).encryptStringAsync(text),
  };
  const options = { folder: first.folder, platform: 'darwin', allowPlain: false, log: recordingLog() };
  expect(await openSecretStore({ ...options, safeStorage: turning }).read()).toBe('correct horse');
  expect(readFileSync(join(first.folder, 'hub-password.json'), 'utf8')).not.toBe(before);
  expect(await store({ key: 'k2' }, { folder: first.folder }).read()).toBe('correct horse');
});
