import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { ShopbellError } from '../../domain/errors.ts';
import { addHubProxy } from '../http/hub-proxy.ts';
import { connectHub } from '../hub/connect-hub.ts';
import { openEmbeddedHub } from '../hub/embedded/open-embedded-hub.ts';
import type { Hub } from '../hub/hub.ts';
import { readOrMakeSecret } from '../settings/secret-file.ts';
import type { Settings } from '../settings/settings.ts';
import { alreadyRunning, readRunning } from './running.ts';

/** The hub as this server offers it at `/db`, and as it uses it itself. */
export type HubDoor = {
  /** Put it at `/db`. */
  addTo(app: FastifyInstance): Promise<void>;
  /** The hub for our own use, once the server listens at `address`. */
  connect(address: string): Hub;
  /** Let the files go; the HTTP server must be closed before. */
  close(): Promise<void>;
};

/**
 * The embedded hub of the data folder, or the door to the CouchDB of the settings.
 * @throws ShopbellError `already-running` when another process has the embedded hub's files open.
 */
export async function openHubDoor(settings: Settings): Promise<HubDoor> {
  return settings.couchdbUrl === null ? embedded(settings.dataFolder) : couchdb(new URL(settings.couchdbUrl));
}

async function embedded(folder: string): Promise<HubDoor> {
  const make = () => JSON.stringify({ user: 'admin', password: randomBytes(24).toString('base64url') });
  const admin = JSON.parse((await readOrMakeSecret(join(folder, 'hub-admin.json'), make)).text) as {
    readonly user: string;
    readonly password: string;
  };
  const hub = await openEmbeddedHub({
    dir: join(folder, 'hub'),
    adminName: admin.user,
    adminPassword: admin.password,
  }).catch(async (error: unknown) => {
    if (!(error instanceof ShopbellError) || error.code !== 'hub-in-use') throw error;
    throw alreadyRunning(folder, (await readRunning(folder))?.address ?? null);
  });
  return {
    addTo: async (app) => {
      await app.register(hub.plugin, { prefix: '/db' });
    },
    connect: (address) => connectHub({ kind: 'embedded', url: `${address}/db`, ...admin }),
    close: () => hub.close(),
  };
}

function couchdb(url: URL): HubDoor {
  const user = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  const bare = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  return {
    addTo: (app) => addHubProxy(app, bare),
    connect: () => connectHub({ kind: 'couchdb', url: bare, user, password }),
    close: async () => undefined,
  };
}
