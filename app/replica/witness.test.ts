import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { anOrder } from '../../domain/testing/fixtures.ts';
import type { OrderQuery, Replica } from './replica.ts';
import { memoryJournal } from './testing/memory-journal.ts';
import { openForTest, seen, until } from './testing/open-for-test.ts';
import { openScriptedHub, type ScriptedHub } from './testing/scripted-hub.ts';
import { readWitness } from './witness.ts';

const staff = { id: 'staff:aina', name: 'Aina' };
const online: OrderQuery = { channel: 'online', statuses: [], search: '', limit: 50 };
const order = (n: number) => anOrder({ id: `o-${String(n).padStart(24, '0')}`, number: String(1000 + n) });
const COUNT = 40;

let hub: ScriptedHub;
let disk: IDBFactory;
let kept: { text: string | null };
let journal: ReturnType<typeof memoryJournal>;
let own: Replica | null;

const witness = {
  read: async () => kept.text,
  write: async (text: string) => {
    kept.text = text;
  },
};
const open = async (url = hub.url): Promise<Replica> =>
  (own = await openForTest(url, {
    storage: getRxStorageDexie({ indexedDB: disk, IDBKeyRange }),
    name: 'witnessed',
    journal: journal.journal,
    witness,
  }));
const close = async (): Promise<void> => {
  await own?.close();
  own = null;
};

beforeEach(async () => {
  hub = await openScriptedHub();
  disk = new IDBFactory();
  kept = { text: null };
  journal = memoryJournal();
  own = null;
  for (let n = 0; n < COUNT; n += 1) hub.putOrder(order(n));
});
afterEach(async () => {
  await close();
  await hub.close();
});

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });

/** Remove every second order from the storage, as a damaged file does: without a trace. */
async function halve(): Promise<number> {
  let lost = 0;
  for (const { name } of await disk.databases()) {
    if (!name?.includes('orders') || name.includes('meta')) continue;
    const database = await done(disk.open(name));
    const store = database.transaction('docs', 'readwrite').objectStore('docs');
    const gone = (await done(store.getAllKeys())).filter((_key, index) => index % 2 === 0);
    for (const key of gone) await done(store.delete(key));
    lost += gone.length;
    database.close();
  }
  return lost;
}

test('the witness follows the copy, and is whole when it is closed', async () => {
  const first = await open();
  await seen(first.orders(online), ({ total }) => total === COUNT);
  await until(() => readWitness(kept.text)?.orders === COUNT);
  hub.play('push', (_request, response) => void response.destroy(), 1_000);
  const change = await first.act({ kind: 'add-note', orderId: order(1).id, text: 'x' }, staff);
  await close();
  expect(readWitness(kept.text)).toEqual({ orders: COUNT, waiting: [change.id] });
});

test('a copy that was halved without a sign is found out at start, and is whole again', async () => {
  await seen((await open()).orders(online), ({ total }) => total === COUNT);
  await close();
  expect(await halve()).toBe(COUNT / 2);
  const again = await open('http://127.0.0.1:9');
  await seen(again.connection(), ({ rebuilding }) => rebuilding === 'copy');
  await seen(again.orders(online), ({ total }) => total === COUNT / 2);
  await close();
  const whole = await open();
  await seen(whole.orders(online), ({ total }) => total === COUNT);
  await seen(whole.connection(), ({ rebuilding }) => rebuilding === undefined);
});

test('a copy that was wiped is filled again, and what was not sent is sent', async () => {
  const first = await open();
  await seen(first.orders(online), ({ total }) => total === COUNT);
  hub.play('push', (_request, response) => void response.destroy(), 1_000);
  await first.act({ kind: 'add-note', orderId: order(1).id, text: 'not sent yet' }, staff);
  await close();
  hub.heal();
  disk = new IDBFactory();
  const again = await open();
  await seen(again.orders(online), ({ total }) => total === COUNT);
  await until(() => hub.changes().length === 1);
  hub.settle();
  await seen(again.waiting(), (waiting) => waiting.length === 0);
});

test('a copy that nothing happened to is not read anew', async () => {
  await seen((await open()).orders(online), ({ total }) => total === COUNT);
  await close();
  const again = await open();
  let rebuilt = false;
  const watching = again.connection().subscribe(({ rebuilding }) => (rebuilt ||= rebuilding !== undefined));
  hub.putOrder(order(COUNT));
  await seen(again.orders(online), ({ total }) => total === COUNT + 1);
  watching.unsubscribe();
  expect(rebuilt).toBe(false);
});
