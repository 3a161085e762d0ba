import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { anOrder } from '../../domain/testing/fixtures.ts';
import { faultyStorage } from './testing/faulty-storage.ts';
import { openForTest, seen, until } from './testing/open-for-test.ts';
import { openScriptedHub, type ScriptedHub } from './testing/scripted-hub.ts';
import type { OrderQuery, Replica } from './replica.ts';

const staff = { id: 'staff:aina', name: 'Aina' };
const online: OrderQuery = { channel: 'online', statuses: [], search: '', limit: 50 };
const order = (n: number) => anOrder({ id: `o-${String(n).padStart(24, '0')}`, number: String(1000 + n) });
const note = { kind: 'add-note', orderId: order(1).id, text: 'Fragile' } as const;

let hub: ScriptedHub;
let disk: ReturnType<typeof faultyStorage>;
let own: Replica;

beforeEach(async () => {
  hub = await openScriptedHub();
  disk = faultyStorage(getRxStorageMemory());
  own = await openForTest(hub.url, { storage: disk.storage });
});
afterEach(async () => {
  disk.release();
  await own.close();
  await hub.close();
});

test('an act that cannot be written says so, and nothing waits or travels', async () => {
  disk.set('changes', 'fail', 1);
  await expect(own.act(note, staff)).rejects.toMatchObject({ code: 'not-saved' });
  await seen(own.waiting(), (waiting) => waiting.length === 0);
  await own.act(note, staff);
  await until(() => hub.changes().length === 1);
});

test('an act whose writing hangs is given up after ten seconds and taken back if it lands after all', async () => {
  disk.set('changes', 'hold', 1);
  await expect(own.act(note, staff)).rejects.toMatchObject({ code: 'not-saved' });
  disk.release();
  await own.act({ ...note, text: 'Second' }, staff);
  await until(() => hub.changes().length === 1);
  const waiting = await seen(own.waiting(), (rows) => rows.length === 1);
  expect(waiting[0]?.change).toMatchObject({ text: 'Second' });
});

test('an act that was given up does not come back after a restart', async () => {
  await own.close();
  const indexedDB = new IDBFactory();
  const options = { name: 'twice', storage: getRxStorageDexie({ indexedDB, IDBKeyRange }) };
  disk = faultyStorage(options.storage);
  await hub.stop();
  own = await openForTest(hub.url, { ...options, storage: disk.storage });
  disk.set('changes', 'hold', 1);
  await expect(own.act(note, staff)).rejects.toMatchObject({ code: 'not-saved' });
  disk.release();
  await own.act({ ...note, text: 'Second' }, staff);
  await own.close();
  own = await openForTest(hub.url, options);
  const waiting = await seen(own.waiting(), () => true);
  expect(waiting.map(({ change }) => (change.kind === 'add-note' ? change.text : ''))).toEqual(['Second']);
});

test('storage that hangs while orders are written shows as trouble, and is over when it goes on', async () => {
  await seen(own.connection(), ({ caughtUp }) => caughtUp);
  disk.set('orders', 'hold');
  hub.putOrder(order(1));
  await seen(own.connection(), ({ state, reason }) => state === 'trouble' && reason === 'not-stored');
  disk.release();
  await seen(own.orders(online), ({ total }) => total === 1);
  await seen(own.connection(), ({ state }) => state === 'online');
});

test('orders that could not be written are read again; none is skipped for the next', async () => {
  await seen(own.connection(), ({ caughtUp }) => caughtUp);
  disk.set('orders', 'fail', 2);
  for (let n = 1; n <= 700; n += 1) hub.putOrder(order(n));
  await seen(own.connection(), ({ reason }) => reason === 'not-stored');
  await seen(own.orders(online), ({ total }) => total === 700);
  await seen(own.connection(), ({ state }) => state === 'online');
});

test('a verdict that could not be written down is written later', async () => {
  hub.putOrder(order(1));
  await seen(own.orders(online), ({ total }) => total === 1);
  await own.act(note, staff);
  await seen(own.waiting(), (waiting) => waiting[0]?.state === 'sent');
  disk.set('changes', 'fail', 2);
  hub.settle();
  await seen(own.waiting(), (waiting) => waiting.length === 0);
});

test('a verdict whose order was stored right before a crash is written down at the next start, hub or no hub', async () => {
  await own.close();
  const options = { name: 'crash', storage: getRxStorageDexie({ indexedDB: new IDBFactory(), IDBKeyRange }) };
  disk = faultyStorage(options.storage);
  own = await openForTest(hub.url, { ...options, storage: disk.storage });
  hub.putOrder(order(1));
  await own.act(note, staff);
  await seen(own.waiting(), (waiting) => waiting[0]?.state === 'sent');
  disk.set('changes', 'fail');
  hub.settle();
  await seen(own.order(order(1).id), (view) => view?.order.history.length === 2 && view.pending.length === 0);
  await own.close();
  await hub.stop();
  own = await openForTest(hub.url, options);
  await seen(own.waiting(), (waiting) => waiting.length === 0);
});

test('a change the hub has but this disk could not mark is sent again, and is there once', async () => {
  await seen(own.connection(), ({ caughtUp }) => caughtUp);
  await hub.stop();
  await own.act(note, staff);
  disk.set('changes', 'fail', 2);
  await hub.start();
  await seen(own.waiting(), (waiting) => waiting[0]?.state === 'sent');
  expect(hub.changes()).toHaveLength(1);
  expect(hub.bulks.length).toBeGreaterThan(1);
});
