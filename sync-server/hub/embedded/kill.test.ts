import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { connectHub } from '../connect-hub.ts';
import { openEmbeddedHub } from './open-embedded-hub.ts';
import { serveEmbeddedHub, temporaryFolder } from './testing.ts';

const ROUNDS = 4;
/** Writers at once: so that the kill meets writes in every stage. */
const WRITERS = 6;
const ACKNOWLEDGED_BEFORE_KILL = 60;

describe('kill -9 in a stream of writes', () => {
  // Beside the sources, so that the bundle finds the packages.
  let bundle: string;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    bundle = await mkdtemp(join(import.meta.dirname, '.kill-'));
    const entry = join(import.meta.dirname, 'kill-child.ts');
    await build({
      configFile: false,
      logLevel: 'error',
      build: { ssr: entry, outDir: bundle, rollupOptions: { output: { entryFileNames: 'child.mjs' } } },
    });
    folder = await temporaryFolder();
  });
  afterEach(() => child?.kill('SIGKILL'));
  afterAll(async () => {
    await rm(bundle, { recursive: true, force: true });
    await folder.remove();
  });

  async function serve(): Promise<string> {
    child = spawn(process.execPath, [join(bundle, 'child.mjs'), folder.dir], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
      return (JSON.parse(line) as { url: string }).url;
    }
    throw new Error('The child ended before it listened.');
  }

  it('holds its folder against another process for as long as it lives', async () => {
    await serve();
    const second = openEmbeddedHub({ dir: folder.dir, adminPassword: 'x' });
    await expect(second).rejects.toMatchObject({ code: 'hub-in-use' });
    child?.kill('SIGKILL');
    if (child) await once(child, 'exit');
    const hub = await openEmbeddedHub({ dir: folder.dir, adminPassword: 'x' });
    await hub.close();
  });

  it('loses nothing that was acknowledged, and opens again', async () => {
    const acknowledged: string[] = [];
    let password = '';
    for (let round = 0; round < ROUNDS; round += 1) {
      const url = await serve();
      password = 'the password of the admin';
      const { orders } = await connectHub({ url, user: 'admin', password, kind: 'embedded' }).provision('demo');
      expect((await orders.getAll(acknowledged)).filter((doc) => doc === null)).toEqual([]);
      let killed = false;
      const enough = acknowledged.length + ACKNOWLEDGED_BEFORE_KILL;
      const write = async (writer: number) => {
        for (let n = 0; !killed; n += 1) {
          const id = `o-${round}-${writer}-${n}`;
          const bulk = { id: `${id}-b` };
          try {
            if ((await orders.put({ id })).ok) acknowledged.push(id);
            if ((await orders.putAll([bulk]))[0]?.ok) acknowledged.push(bulk.id);
          } catch (fault) {
            if (!killed) throw fault;
          }
          if (acknowledged.length >= enough && !killed) {
            killed = true;
            child?.kill('SIGKILL');
          }
        }
      };
      await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
      if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    const hub = await serveEmbeddedHub(folder.dir);
    try {
      const { orders } = await connectHub(hub).provision('demo');
      expect((await orders.getAll(acknowledged)).filter((doc) => doc === null)).toEqual([]);
      const feed = await orders.changes('0', { limit: 100_000 });
      const ids = feed.changes.map((change) => change.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
    } finally {
      await hub.stop();
    }
  }, 60_000);
});
