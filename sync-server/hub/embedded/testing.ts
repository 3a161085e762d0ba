import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Fastify from 'fastify';

import type { HubUnderExam } from '../exam/under-exam.ts';
import { openEmbeddedHub } from './open-embedded-hub.ts';

const PASSWORD = 'the password of the admin';

/** A folder for one test, and how to remove it. */
export async function temporaryFolder(): Promise<{ dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'shopbell-hub-'));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

/** The embedded hub as the sync-server runs it: on a loopback port, under `/db`. */
export async function serveEmbeddedHub(dir: string, now?: () => number): Promise<HubUnderExam> {
  const hub = await openEmbeddedHub({ dir, adminPassword: PASSWORD, ...(now ? { now } : {}) });
  const server = Fastify();
  await server.register(hub.plugin, { prefix: '/db' });
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  return {
    kind: 'embedded',
    url: `${address}/db`,
    user: 'admin',
    password: PASSWORD,
    async stop() {
      await server.close();
      await hub.close();
    },
  };
}
