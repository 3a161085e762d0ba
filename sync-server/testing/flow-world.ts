import type { Change } from '../../domain/change.ts';
import type { Order } from '../../domain/order.ts';
import { type Clock, systemClock } from '../flows/clock.ts';
import type { FlowDeps } from '../flows/flow-deps.ts';
import type { HubDatabase, ShopDatabases, Stored } from '../hub/hub.ts';
import { checkOrder, newOrder } from '../intake/new-order.ts';
import { orderBody, type OrderInput } from '../intake/order-body.ts';
import { plainProfile } from '../start/plain-shop.ts';
import { sampleOrder } from './sample-order.ts';
import { until } from './until.ts';

/** What was logged by flows under test. */
export type Logged = { readonly fields: object; readonly text: string };

/** Dependencies of a flow over these databases; a wait of the flow takes no longer than `patienceMs`. */
export function flowDeps(databases: ShopDatabases, logged: Logged[] = [], patienceMs = 100): FlowDeps {
  const clock: Clock = { ...systemClock, sleep: (ms, signal) => systemClock.sleep(Math.min(ms, patienceMs), signal) };
  return { shop: 'demo', databases, clock, log: { warn: (fields, text) => void logged.push({ fields, text }) } };
}

/** Put an order there as intake would. */
export async function putOrder(databases: ShopDatabases, id: string, more: Partial<OrderInput> = {}): Promise<Order> {
  const at = new Date().toISOString();
  const order = newOrder(checkOrder(orderBody.parse(sampleOrder(more)), Date.now()), {
    id,
    shop: 'demo',
    number: '1001',
    at,
  });
  await databases.orders.put(order);
  return order;
}

/** Push changes as a register does. */
export async function pushChanges(databases: ShopDatabases, changes: readonly Change[]): Promise<void> {
  await databases.changes.putAll(changes);
}

/** Give the shop its profile. */
export async function putProfile(databases: ShopDatabases): Promise<void> {
  await databases.shop.put({ ...plainProfile('demo'), name: 'Kedai <Contoh>', email: 'shop@shop.example.test' });
}

/** The order once it looks as wanted. */
export function untilOrder(
  orders: HubDatabase,
  id: string,
  what: string,
  wanted: (order: Stored<Order>) => boolean,
): Promise<Stored<Order>> {
  return until(what, async () => {
    const order = await orders.get<Order>(id);
    return order && wanted(order) ? order : null;
  });
}
