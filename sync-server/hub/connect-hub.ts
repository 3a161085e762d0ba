import { ShopbellError } from '../../domain/errors.ts';
import { ANSWERS, readAnswer } from './hub-answers.ts';
import { createHubDatabase } from './hub-database.ts';
import type { HubConnection } from './hub-request.ts';
import { createHubRequest } from './hub-request.ts';
import type { Hub } from './hub.ts';
import { databaseName, ensureDatabase, provisionShop, registerRole } from './provision.ts';

/**
 * The hub over HTTP: the embedded one or a CouchDB 3.x. Nothing is asked yet; the first call tells whether it is there.
 * `user` must be an admin of the hub.
 */
export function connectHub(connection: HubConnection & { readonly kind: Hub['kind'] }): Hub {
  const request = createHubRequest(connection);
  return {
    kind: connection.kind,
    async provision(shop) {
      // A CouchDB that was installed by hand may lack these; without _users no register could be made.
      for (const db of ['_users', '_replicator']) await ensureDatabase(request, db);
      await provisionShop(request, shop);
      const database = (street: Parameters<typeof databaseName>[1]) =>
        createHubDatabase(databaseName(shop, street), request);
      return {
        orders: database('orders'),
        changes: database('changes'),
        shop: database('shop'),
        messages: database('messages'),
        hub: database('hub'),
      };
    },
    async version() {
      const answer = await request({});
      return readAnswer(ANSWERS.welcome, answer.body).version;
    },
    async addRegister({ user, password, shop }) {
      const id = `org.couchdb.user:${user}`;
      const body = { _id: id, name: user, password, roles: [registerRole(shop)], type: 'user' };
      const path = encodeURIComponent(id);
      const answer = await request({ db: '_users', path, method: 'PUT', body, expect: [409] });
      if (answer.status === 409) {
        throw new ShopbellError('hub-trouble', 'A register of this name is paired already. Pair it under a new name.');
      }
    },
    async knows(user, password) {
      const ask = createHubRequest({ ...connection, user, password });
      const answer = await ask({ path: '_session', expect: [401] });
      return answer.status !== 401 && readAnswer(ANSWERS.session, answer.body).userCtx.name === user;
    },
  };
}
