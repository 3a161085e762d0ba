import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { labelOf } from '../../domain/label.ts';
import type { Order } from '../../domain/order.ts';
import type { CursorDocument } from '../flows/cursor.ts';
import type { ShopDatabases } from '../hub/hub.ts';
import { changeOf, shipped } from '../testing/changes.ts';
import { pushChanges, putOrder, untilOrder } from '../testing/flow-world.ts';
import { openTestServer, tempFolder, type TestServer } from '../testing/open-server.ts';
import { until } from '../testing/until.ts';

let server: TestServer | null = null;
const start = async (dataFolder: string): Promise<TestServer> => (server = await openTestServer({ dataFolder }));
const stop = async (): Promise<void> => {
  await server?.close();
  server = null;
};
afterEach(stop);

const seenBy = (databases: ShopDatabases, flow: string, id: string) =>
  until(`${flow} to have seen ${id}`, async () =>
    (await databases.hub.get<CursorDocument>(`cursor:${flow}`))?.marks?.some(([seen]) => seen === id),
  );
const isShipped = (order: Order): boolean => labelOf(order) === 'shipped';
const mails = async ({ databases }: TestServer): Promise<number> => (await databases.messages.list('')).length;

test('orders that were lost alone are settled anew from the changes; nobody is told twice', async () => {
  const folder = await tempFolder();
  const { databases } = await start(folder);
  await putOrder(databases, 'o-1');
  const ship = shipped('o-1');
  await pushChanges(databases, [ship]);
  await untilOrder(databases.orders, 'o-1', 'the mail', (order) => isShipped(order) && order.messages.length === 1);
  await seenBy(databases, 'queue-messages', 'o-1');
  await seenBy(databases, 'apply-changes', ship.id);
  const order = await databases.orders.get<Order>('o-1');
  if (order) await databases.orders.remove('o-1', order._rev);
  await stop();
  const again = await start(folder);
  expect(again.logged.join('')).toContain('restored');
  await putOrder(again.databases, 'o-1');
  const next = changeOf({ kind: 'add-note', orderId: 'o-1', text: 'still here' });
  await pushChanges(again.databases, [next]);
  await untilOrder(again.databases.orders, 'o-1', 'the note', ({ history }) =>
    history.some(({ id }) => id === next.id),
  );
  expect(await mails(again)).toBe(1);
});

test('a hub folder copied back is served on: what comes after the restore is settled, and once', async () => {
  const folder = await tempFolder();
  const first = await start(folder);
  await putOrder(first.databases, 'o-1');
  await seenBy(first.databases, 'queue-messages', 'o-1');
  await stop();
  await cp(join(folder, 'hub'), join(folder, 'kept'), { recursive: true });
  const second = await start(folder);
  const lost = changeOf({ kind: 'add-note', orderId: 'o-1', text: 'lost' });
  await pushChanges(second.databases, [lost]);
  await seenBy(second.databases, 'apply-changes', lost.id);
  await stop();
  await rm(join(folder, 'hub'), { recursive: true });
  await cp(join(folder, 'kept'), join(folder, 'hub'), { recursive: true });
  const third = await start(folder);
  await pushChanges(third.databases, [lost]);
  const order = await untilOrder(third.databases.orders, 'o-1', 'the note', ({ history }) => history.length === 2);
  expect(order.history.map(({ id }) => id)).toContain(lost.id);
});

test('a server whose hub was not touched goes on where it was', async () => {
  const folder = await tempFolder();
  const { databases } = await start(folder);
  await putOrder(databases, 'o-1');
  await seenBy(databases, 'queue-messages', 'o-1');
  const before = await databases.hub.get<CursorDocument>('cursor:queue-messages');
  await stop();
  const again = await start(folder);
  expect(again.logged.join('')).not.toContain('restored');
  const after = await again.databases.hub.get<CursorDocument>('cursor:queue-messages');
  expect(after?.since).toBe(before?.since);
});
