import { join } from 'node:path';

import type { FastifyPluginAsync } from 'fastify';

import { createAuthenticator } from './authenticate.ts';
import { openDatabases } from './databases.ts';
import { createHubPlugin } from './plugin.ts';
import { openServerFacts } from './server-facts.ts';
import { createUsers, USERS_DATABASE } from './users.ts';
import { createWaiting } from './waiting.ts';

/** The CouchDB whose protocol is spoken. */
const COUCHDB_VERSION = '3.5.0';

export type EmbeddedHub = {
  /** The protocol; `fastify.register(hub.plugin, { prefix: '/db' })`. */
  readonly plugin: FastifyPluginAsync;
  /** End all waiting feeds, finish what is being written, let the folder go. Close the HTTP server first. */
  close(): Promise<void>;
};

export type EmbeddedHubOptions = {
  /** Folder of the hub's files; made when it is not there. */
  readonly dir: string;
  readonly adminPassword: string;
  /** The admin's name; `admin` when absent. */
  readonly adminName?: string;
  /** Milliseconds UTC, for sessions. */
  readonly now?: () => number;
};

/**
 * A hub in this process: CouchDB's protocol over files in `dir`. An answered write is on the disk.
 * @throws ShopbellError `hub-in-use` when another process (or this one) has the folder open already.
 */
export async function openEmbeddedHub(options: EmbeddedHubOptions): Promise<EmbeddedHub> {
  const facts = await openServerFacts(options.dir);
  const databases = await openDatabases(join(options.dir, 'databases')).catch(async (fault: unknown) => {
    await facts.close();
    throw fault;
  });
  if (!databases.names().includes(USERS_DATABASE)) await databases.create(USERS_DATABASE);
  const admin = { name: options.adminName ?? 'admin', password: options.adminPassword };
  const users = createUsers(await databases.get(USERS_DATABASE), admin);
  const waiting = createWaiting();
  const authenticator = createAuthenticator(users, facts.secret, options.now ?? Date.now);
  return {
    plugin: createHubPlugin({
      databases,
      authenticator,
      waiting,
      uuid: facts.uuid,
      version: COUCHDB_VERSION,
      identities: new WeakMap(),
    }),
    async close() {
      await waiting.endAll();
      await databases.close();
      await facts.close();
    },
  };
}
