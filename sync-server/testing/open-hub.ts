import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createApp } from '../http/app.ts';
import { connectHub } from '../hub/connect-hub.ts';
import { openEmbeddedHub } from '../hub/embedded/open-embedded-hub.ts';
import type { Hub, ShopDatabases } from '../hub/hub.ts';
import { tempFolder } from './open-server.ts';

/** A hub on a free port with the databases of one shop, and nothing that works on them. */
export type TestHub = {
  readonly hub: Hub;
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly databases: ShopDatabases;
  close(): Promise<void>;
};

/** Open one, embedded, over a folder of its own. */
export async function openTestHub(shop = 'demo'): Promise<TestHub> {
  const folder = await tempFolder();
  const password = randomUUID();
  const embedded = await openEmbeddedHub({ dir: join(folder, 'hub'), adminPassword: password });
  const app = await createApp(null);
  await app.register(embedded.plugin, { prefix: '/db' });
  const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/db`;
  const hub = connectHub({ kind: 'embedded', url, user: 'admin', password });
  return {
    hub,
    url,
    user: 'admin',
    password,
    databases: await hub.provision(shop),
    close: async () => {
      await app.close();
      await embedded.close();
    },
  };
}
