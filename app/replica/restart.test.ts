import { randomUUID } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aSale, anOrder } from '../../domain/testing/fixtures.ts';
import { openForTest, seen, until } from './testing/open-for-test.ts';
import { openScriptedHub, type ScriptedHub } from './testing/scripted-hub.ts';
import type { ReplicaOptions } from './open-replica.ts';
import type { OrderQuery, Replica } from './replica.ts';

const staff = { id: 'staff:aina', name: 'Aina' };
const online: OrderQuery = { channel: 'online', statuses: [], search: '', limit: 50 };
const order = (n: number) =>
  anOrder({
    id: `o-${String(n).padStart(24, '0')}`,
    number: String(1000 + n),
    placedAt: new Date(Date.UTC(2026, 2, 1, 0, n)).toISOString(),
  });
const ship = (n: number) =>
  ({
    kind: 'change-status',
    orderId: order(n).id,
    seen: 'paid',
    to: 'shipped',
    parcel: { courier: 'Pos Laju', trackingId: 'EN1' },
  }) as const;

let indexedDB: IDBFactory;
let hub: ScriptedHub;
let disk: Partial<ReplicaOptions>;
let replica: Replica;
const open = async (over: Partial<ReplicaOptions> = {}): Promise<Replica> => {
  replica = await openForTest(hub.url, { ...disk, ...over });
  return replica;
};
const restart = async (over: Partial<ReplicaOptions> = {}): Promise<Replica> => {
  await replica.close();
  return open(over);
};

/** Put the write stamps of every stored document a day back, as a clock set back between two starts does. */
async function stampBack(name: string): Promise<void> {
  const opening = indexedDB.open(name);
  await new Promise((resolve) => (opening.onsuccess = resolve));
  const database = opening.result;
  const store = database.transaction('docs', 'readwrite').objectStore('docs');
  const reading = store.getAll();
  reading.onsuccess = () => {
    for (const row of reading.result as { _meta: { lwt: number } }[]) {
      store.put({ ...row, _meta: { lwt: row._meta.lwt - 24 * 3_600_000 } });
    }
  };
  await new Promise((resolve) => (store.transaction.oncomplete = resolve));
  database.close();
}

beforeEach(async () => {
  hub = await openScriptedHub();
  indexedDB = new IDBFactory();
  disk = {
    name: `d${randomUUID().replaceAll('-', '')}`,
    storage: getRxStorageDexie({ indexedDB, IDBKeyRange, chromeTransactionDurability: 'strict' }),
  };
});
afterEach(async () => {
  await replica.close();
  await hub.close();
});

test('closed and opened again offline, orders and queue are still there and drain when the cable is in', async () => {
  for (let n = 1; n <= 3; n += 1) hub.putOrder(order(n));
  let own = await open();
  await seen(own.connection(), ({ caughtUp }) => caughtUp);
  await hub.stop();
  await own.act(ship(1), staff);
  await own.act({ kind: 'add-note', orderId: order(1).id, text: 'By the door' }, staff);
  const { sale } = aSale('c-x');
  await own.act({ kind: 'record-sale', sale: { ...sale, receipt: await own.nextReceipt() } }, staff);
  own = await restart();
  const page = await seen(own.orders({ ...online, channel: 'all' }), ({ total }) => total === 4);
  expect(page.rows.find((row) => row.order.id === order(1).id)).toMatchObject({ label: 'shipped' });
  await seen(own.waiting(), (waiting) => waiting.length === 3 && waiting.every(({ state }) => state === 'queued'));
  expect(await own.nextReceipt()).toBe('R1-000002');
  await hub.start();
  await until(() => hub.changes().length === 3);
  await seen(own.waiting(), (waiting) => waiting.every(({ state }) => state === 'sent'));
  hub.settle();
  await seen(own.waiting(), (waiting) => waiting.length === 0);
  await seen(own.order(order(1).id), (view) => view?.label === 'shipped' && view.pending.length === 0);
});

test('a second start asks only for what is new', async () => {
  for (let n = 1; n <= 30; n += 1) hub.putOrder(order(n));
  let own = await open();
  await seen(own.connection(), ({ caughtUp }) => caughtUp);
  own = await restart();
  await seen(own.connection(), ({ caughtUp }) => caughtUp);
  hub.putOrder(order(31));
  await seen(own.orders(online), ({ total }) => total === 31);
});

test('a change made while the clock was set back is sent after a restart all the same', async () => {
  const own = await open();
  await own.act(ship(1), staff);
  await seen(own.waiting(), (waiting) => waiting[0]?.state === 'sent');
  await hub.stop();
  await own.act(ship(2), staff);
  await own.close();
  // RxDB stamps each write with the clock and reads on from the latest stamp it has seen.
  await stampBack(`rxdb-dexie-${disk.name}--0--changes`);
  await hub.start();
  await open();
  await until(() => hub.changes().length === 2);
});

test('a verdict that came while this register was off settles its change at the next start', async () => {
  hub.putOrder(order(1));
  let own = await open();
  await own.act(ship(1), staff);
  await seen(own.waiting(), (waiting) => waiting[0]?.state === 'sent');
  await own.close();
  hub.settle();
  own = await open();
  await seen(own.waiting(), (waiting) => waiting.length === 0);
});

test('a refused change stays listed over restarts until a person discards it', async () => {
  let own = await open();
  await own.act({ kind: 'add-note', orderId: order(1).id, text: 'FORBID' }, staff);
  await seen(own.waiting(), (waiting) => waiting[0]?.state === 'refused');
  own = await restart();
  const [refused] = await seen(own.waiting(), (waiting) => waiting[0]?.state === 'refused');
  await own.discard(refused?.change.id ?? '');
  own = await restart();
  await seen(own.waiting(), (waiting) => waiting.length === 0);
});

test('what was announced stays announced; what came while closed is one summary', async () => {
  hub.putOrder(order(1));
  let own = await open();
  const first = await seen(own.alarm(), ({ unannounced }) => unannounced.length === 1);
  expect(first.whileClosed).toBe(true);
  await own.announced([order(1).id]);
  await seen(own.alarm(), ({ ringing, unannounced }) => ringing.length === 1 && unannounced.length === 0);
  hub.putOrder(order(2));
  const live = await seen(own.alarm(), ({ unannounced }) => unannounced.length === 1);
  expect(live.whileClosed).toBe(false);
  await own.announced([order(2).id]);
  await own.close();
  for (let n = 3; n <= 5; n += 1) hub.putOrder(order(n));
  own = await open();
  const views: number[] = [];
  const watch = own.alarm().subscribe(({ unannounced }) => views.push(unannounced.length));
  const summary = await seen(own.alarm(), ({ unannounced }) => unannounced.length > 0);
  watch.unsubscribe();
  expect(summary.unannounced.map((view) => view.order.number)).toEqual(['1003', '1004', '1005']);
  expect(summary.whileClosed).toBe(true);
  expect(views.every((count) => count === 0 || count === 3)).toBe(true);
});

test('settled changes are forgotten after thirty days, refused ones are not', async () => {
  hub.putOrder(order(1));
  let own = await open();
  await own.act(ship(1), staff);
  await own.act({ kind: 'add-note', orderId: order(1).id, text: 'FORBID' }, staff);
  await seen(own.waiting(), (waiting) => waiting.every(({ state }) => state !== 'queued'));
  hub.settle();
  await seen(own.waiting(), (waiting) => waiting.length === 1);
  own = await restart({ now: () => Date.now() + 31 * 24 * 3_600_000 });
  const [kept] = await seen(own.waiting(), (waiting) => waiting.length === 1);
  expect(kept?.state).toBe('refused');
});

test('an order deleted at the hub leaves every list', async () => {
  hub.putOrder(order(1));
  hub.putOrder(order(2));
  const own = await open();
  await seen(own.orders(online), ({ total }) => total === 2);
  hub.put('orders', { _id: order(1).id, _deleted: true });
  await seen(own.orders(online), ({ total, rows }) => total === 1 && rows.length === 1);
  await seen(own.orders({ ...online, search: 'mei' }), ({ total }) => total === 1);
});
