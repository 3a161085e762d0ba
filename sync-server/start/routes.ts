import { secureRandom } from './random.ts';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openApi } from '../http/api.ts';
import { addIntakeRoute } from '../intake/intake-route.ts';
import { openIntake } from '../intake/intake.ts';
import { storeIntake } from '../intake/store-intake.ts';
import { type Clock, isoNow } from '../flows/clock.ts';
import { addOutboxRoutes } from '../outbox/outbox-routes.ts';
import { addHomeRoute } from '../pages/home-route.ts';
import { addPageRoutes } from '../pages/page-routes.ts';
import { addRegisterRoutes, type RegisterRoutesDeps } from '../registers/register-routes.ts';
import { storefrontRoutes } from '../storefront/routes.ts';
import type { DataFolder } from './data-folder.ts';
import type { ShopLink } from './shop-link.ts';

export type RoutesDeps = Pick<RegisterRoutesDeps, 'pairingCode'> & {
  readonly folder: DataFolder;
  /** Where the built pages lie: `renderer/` and `storefront/` in it. */
  readonly pages: string;
  readonly shop: string;
  readonly version: string;
  readonly link: ShopLink;
  readonly clock: Clock;
};

/** Every address of docs/wire.md but `/db` and `/health`. */
export async function addRoutes(app: FastifyInstance, deps: RoutesDeps): Promise<void> {
  const intake = openIntake({
    shop: deps.shop,
    databases: () => deps.link.databases(),
    now: () => deps.clock.now(),
  });
  await openApi(app, deps.version, async (api) => {
    addIntakeRoute(api, { apiKey: deps.folder.apiKey.text, intake });
    await addRegisterRoutes(api, {
      pairingCode: deps.pairingCode,
      pairing: () => ({
        hub: deps.link.hub(),
        databases: deps.link.needDatabases(),
        shop: deps.shop,
        randomBytes: secureRandom,
        now: () => isoNow(deps.clock),
      }),
    });
    await api.register(
      storefrontRoutes({
        shop: { list: async (prefix) => deps.link.needDatabases().shop.list(prefix) },
        orders: { get: async (id) => deps.link.needDatabases().orders.get(id) },
        intake: storeIntake(intake),
      }),
    );
  });
  addHomeRoute(app);
  addOutboxRoutes(app, deps.folder.outbox);
  await addPageRoutes(app, '/register', join(deps.pages, 'renderer'));
  await addPageRoutes(app, '/store', join(deps.pages, 'storefront'));
}
