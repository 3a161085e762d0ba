import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acknowledges, aSale, anOrder } from '../../domain/testing/fixtures.ts';
import type { Order } from '../../domain/order.ts';
import type { ReplicaOptions } from './open-replica.ts';
import { openForTest, seen } from './testing/open-for-test.ts';
import { openScriptedHub, type ScriptedHub } from './testing/scripted-hub.ts';
import type { OrderQuery, Replica } from './replica.ts';

const staff = { id: 'staff:aina', name: 'Aina' };
const online: OrderQuery = { channel: 'online', statuses: [], search: '', limit: 50 };
const inStore: OrderQuery = { ...online, channel: 'in-store' };
const order = (n: number, over: Partial<Order> = {}): Order =>
  anOrder({
    id: `o-${String(n).padStart(24, '0')}`,
    number: String(1000 + n),
    placedAt: new Date(Date.UTC(2026, 2, 1, 0, n)).toISOString(),
    ...over,
  });

let hub: ScriptedHub;
let replicas: Replica[];
const open = async (over: Partial<ReplicaOptions> = {}) => {
  const replica = await openForTest(hub.url, over);
  replicas.push(replica);
  return replica;
};

beforeEach(async () => {
  hub = await openScriptedHub();
  replicas = [];
});
afterEach(async () => {
  await Promise.all(replicas.map((replica) => replica.close()));
  await hub.close();
});

describe('orders come down', () => {
  test('newest first, with a total, and live', async () => {
    for (let n = 1; n <= 3; n += 1) hub.putOrder(order(n));
    const replica = await open();
    const page = await seen(replica.orders({ ...online, limit: 2 }), ({ total }) => total === 3);
    expect(page.rows.map((row) => row.order.number)).toEqual(['1003', '1002']);
    hub.putOrder(order(4));
    const next = await seen(replica.orders({ ...online, limit: 2 }), ({ total }) => total === 4);
    expect(next.rows.map((row) => row.order.number)).toEqual(['1004', '1003']);
  });

  test('in many pages, design documents and verdicts between them, and none is missed', async () => {
    for (let n = 1; n <= 1203; n += 1) {
      hub.putOrder(order(n));
      if (n % 100 === 0) hub.put('orders', { _id: `_design/d${n}`, views: {} });
    }
    const replica = await open();
    const toCome: number[] = [];
    const watching = replica.connection().subscribe((each) => toCome.push(each.toCome ?? 0));
    await seen(replica.connection(), ({ caughtUp }) => caughtUp);
    watching.unsubscribe();
    // The first page took 500 orders and the four design documents between them.
    expect(Math.max(...toCome)).toBe(1203 + 12 - 504);
    expect(toCome.at(-1)).toBe(0);
    expect(await seen(replica.stored(), (stored) => stored === 1203)).toBe(1203);
    const page = await seen(replica.orders(online), () => true);
    expect(page.total).toBe(1203);
    expect(page.rows[0]?.order.number).toBe('2203');
  });
});

describe('what a person does', () => {
  test('shows at once, is sent, and settles without a flicker', async () => {
    hub.putOrder(order(1));
    const replica = await open();
    await seen(replica.orders(online), ({ total }) => total === 1);
    const labels: string[] = [];
    const watch = replica.order(order(1).id).subscribe((view) => labels.push(`${view?.label}`));
    const parcel = { courier: 'Pos Laju', trackingId: 'EN1' };
    await replica.act({ kind: 'change-status', orderId: order(1).id, seen: 'paid', to: 'shipped', parcel }, staff);
    await seen(replica.order(order(1).id), (view) => view?.label === 'shipped' && view.pending.length === 1);
    await seen(replica.waiting(), (waiting) => waiting[0]?.state === 'sent');
    hub.settle();
    const settled = await seen(replica.order(order(1).id), (view) => view?.pending.length === 0);
    expect(settled?.order.parcels[0]?.trackingId).toBe('EN1');
    await seen(replica.waiting(), (waiting) => waiting.length === 0);
    watch.unsubscribe();
    expect([...new Set(labels)]).toEqual(['paid', 'shipped']);
    expect(labels.lastIndexOf('paid')).toBeLessThan(labels.indexOf('shipped'));
  });

  test('a sale is in the In Store list before the hub has it, and once after', async () => {
    await hub.stop();
    const replica = await open();
    const { sale } = aSale('c-x');
    const receipt = await replica.nextReceipt();
    expect(receipt).toBe('R1-000001');
    await replica.act({ kind: 'record-sale', sale: { ...sale, receipt } }, staff);
    const page = await seen(replica.orders(inStore), ({ total }) => total === 1);
    expect(page.rows[0]?.order.number).toBe('R1-000001');
    expect(await replica.nextReceipt()).toBe('R1-000002');
    await expect(replica.act({ kind: 'record-sale', sale: { ...sale, receipt } }, staff)).rejects.toMatchObject({
      code: 'receipt-used',
    });
    const totals: number[] = [];
    const watch = replica.orders(inStore).subscribe(({ rows, total }) => totals.push(total, rows.length));
    await hub.start();
    await seen(replica.waiting(), (waiting) => waiting[0]?.state === 'sent');
    hub.settle();
    await seen(replica.waiting(), (waiting) => waiting.length === 0);
    await seen(replica.orders(inStore), ({ rows }) => rows[0]?.pending.length === 0);
    watch.unsubscribe();
    expect(new Set(totals)).toEqual(new Set([1]));
    expect(await replica.nextReceipt()).toBe('R1-000002');
  });

  test('two registers ring and both fall silent when one acknowledges', async () => {
    const one = await open();
    const two = await open({ register: { id: 'reg-b', name: 'Counter 2', code: 'R2' } });
    hub.putOrder(order(1));
    for (const replica of [one, two]) await seen(replica.alarm(), ({ ringing }) => ringing.length === 1);
    const { kind, orderId } = acknowledges('c-1', order(1));
    await one.act({ kind, orderId }, staff);
    await seen(one.alarm(), ({ ringing }) => ringing.length === 0);
    await seen(one.waiting(), (waiting) => waiting[0]?.state === 'sent');
    hub.settle();
    await seen(two.alarm(), ({ ringing }) => ringing.length === 0);
  });
});
