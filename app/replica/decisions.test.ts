import { randomUUID } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createRxDatabase } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { settle } from '../../domain/settle.ts';
import { anOrder, moves } from '../../domain/testing/fixtures.ts';
import { newestKey, rowOf } from './order-row.ts';
import type { Replica } from './replica.ts';
import { openForTest, seen, until } from './testing/open-for-test.ts';
import { openScriptedHub, type ScriptedHub } from './testing/scripted-hub.ts';

const NOW = '2026-03-01T02:06:00.000Z';
const staff = { id: 'staff:mei', name: 'Mei' };
const shipped = settle(anOrder(), moves('c-1', anOrder(), 'paid', 'shipped'), NOW).order ?? anOrder();
const undecided = settle(shipped, moves('c-2', shipped, 'paid', 'cancelled'), NOW).order ?? shipped;
const decide = { kind: 'decide', orderId: undecided.id, decision: 'c-2', take: 'other', seen: 'c-1' } as const;

let hub: ScriptedHub;
let own: Replica | null = null;
beforeEach(async () => {
  hub = await openScriptedHub();
});
afterEach(async () => {
  await own?.close();
  await hub.close();
});

async function withUndecided(): Promise<Replica> {
  hub.putOrder(undecided);
  hub.putOrder(anOrder({ id: 'o-000000000000000000000009', number: '1009' }));
  own = await openForTest(hub.url);
  await seen(own.decisions(), (views) => views.length === 1);
  return own;
}

test('the orders that need a decision are those of the hub, and only those', async () => {
  const replica = await withUndecided();
  const views = await seen(replica.decisions(), () => true);
  expect(views).toMatchObject([{ label: 'shipped', needsDecision: true, order: { id: undecided.id } }]);
});

test('a decision made with the cable out shows at once, waits, and leaves the list when the hub has settled it', async () => {
  const replica = await withUndecided();
  await hub.stop();
  const { id } = await replica.act(decide, staff);
  const [view] = await seen(replica.decisions(), ([first]) => first?.needsDecision === false);
  expect(view).toMatchObject({ label: 'cancelled', pending: [id] });
  await hub.start();
  await until(() => hub.changes().length === 1);
  hub.settle();
  await seen(replica.decisions(), (views) => views.length === 0);
});

test('a contradiction that is only expected here is on the list as well', async () => {
  hub.putOrder(anOrder());
  const replica = await openForTest(hub.url);
  own = replica;
  await seen(replica.order(anOrder().id), (view) => view !== null);
  await hub.stop();
  const parcel = { courier: 'GDEX', trackingId: 'G1' };
  await replica.act({ kind: 'change-status', orderId: anOrder().id, seen: 'paid', to: 'cancelled' }, staff);
  await replica.act({ kind: 'change-status', orderId: anOrder().id, seen: 'paid', to: 'shipped', parcel }, staff);
  await seen(replica.decisions(), (views) => views.length === 1 && views[0]?.needsDecision === true);
});

test('a refused change is sent again as a new one on top of what is seen now, and the old one is gone', async () => {
  hub.putOrder(anOrder());
  const replica = await openForTest(hub.url);
  own = replica;
  await seen(replica.order(anOrder().id), (view) => view !== null);
  const first = await replica.act(
    { kind: 'change-status', orderId: anOrder().id, seen: 'paid', to: 'delivered' },
    staff,
  );
  await until(() => hub.changes().length === 1);
  hub.settle();
  await seen(replica.waiting(), ([item]) => item?.state === 'refused');
  hub.putOrder({ ...shipped, history: [...shipped.history] });
  await seen(replica.order(anOrder().id), (view) => view?.label === 'shipped');
  const again = await replica.sendAgain(first.id);
  expect(again).toMatchObject({ kind: 'change-status', seen: 'shipped', to: 'delivered', staff });
  expect(again.id).not.toBe(first.id);
  await seen(replica.waiting(), (waiting) => waiting.every(({ change }) => change.id === again.id));
  await expect(replica.sendAgain(first.id)).rejects.toMatchObject({ code: 'not-refused' });
});

test('a copy stored before there were decisions is carried over', async () => {
  const storage = getRxStorageDexie({ indexedDB: new IDBFactory(), IDBKeyRange });
  const name = `d${randomUUID().replaceAll('-', '')}`;
  const text = (maxLength: number) => ({ type: 'string', maxLength });
  const old = await createRxDatabase({ name, storage, multiInstance: false });
  const { orders } = await old.addCollections({
    orders: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: {
          id: text(64),
          channel: text(8),
          newest: text(13),
          label: text(16),
          ringing: text(3),
          receipt: text(30),
          order: { type: 'object', additionalProperties: true },
        },
        required: ['id', 'channel', 'newest', 'label', 'ringing', 'receipt'],
        indexes: [['channel', 'newest'], ['channel', 'label', 'newest'], ['ringing', 'newest'], ['receipt']],
      },
    },
  });
  const { deciding: _unknown, ...row } = rowOf(undecided);
  await orders?.insert({ ...row, newest: newestKey(undecided.placedAt) });
  await old.close();
  await hub.stop();
  own = await openForTest(hub.url, { storage, name });
  await seen(own.decisions(), (views) => views.length === 1);
  await seen(own.orders({ channel: 'online', statuses: [], search: '', limit: 9 }), ({ total }) => total === 1);
});
