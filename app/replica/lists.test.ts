import { afterEach, beforeEach, expect, test } from 'vitest';
import { anOrder } from '../../domain/testing/fixtures.ts';
import type { Order } from '../../domain/order.ts';
import { openForTest, seen } from './testing/open-for-test.ts';
import { openScriptedHub, type ScriptedHub } from './testing/scripted-hub.ts';
import type { OrderPage, OrderQuery, Replica } from './replica.ts';

const staff = { id: 'staff:aina', name: 'Aina' };
const all: OrderQuery = { channel: 'online', statuses: [], search: '', limit: 3 };
const idOf = (n: number) => `o-${String(n).padStart(24, '0')}`;
const order = (n: number, over: Partial<Order> = {}): Order =>
  anOrder({
    id: idOf(n),
    number: String(1000 + n),
    placedAt: new Date(Date.UTC(2026, 2, 1, 0, n)).toISOString(),
    ...over,
  });
const numbers = (page: OrderPage) => page.rows.map((row) => row.order.number);

let hub: ScriptedHub;
let own: Replica;
beforeEach(async () => {
  hub = await openScriptedHub();
  for (let n = 1; n <= 6; n += 1)
    hub.putOrder(order(n, n > 4 ? { fulfilment: 'shipped', alarm: { state: 'quiet' } } : {}));
  own = await openForTest(hub.url);
  await seen(own.connection(), ({ caughtUp }) => caughtUp);
  await hub.stop();
});
afterEach(() => own.close());

test('a status list holds what an order will be, not what lies on disk', async () => {
  const paid = await seen(own.orders({ ...all, statuses: ['paid'] }), () => true);
  expect([numbers(paid), paid.total]).toEqual([['1004', '1003', '1002'], 4]);
  await own.act({ kind: 'change-status', orderId: idOf(3), seen: 'paid', to: 'preparing' }, staff);
  const left = await seen(own.orders({ ...all, statuses: ['paid'] }), ({ total }) => total === 3);
  expect(numbers(left)).toEqual(['1004', '1002', '1001']);
  const preparing = await seen(own.orders({ ...all, statuses: ['preparing'] }), () => true);
  expect([numbers(preparing), preparing.total]).toEqual([['1003'], 1]);
  const both = await seen(own.orders({ ...all, limit: 9, statuses: ['preparing', 'shipped', 'shipped'] }), () => true);
  expect([numbers(both), both.total]).toEqual([['1006', '1005', '1003'], 3]);
});

test('search finds every word in number, name or product, within channel and status, newest first', async () => {
  const found = await seen(own.orders({ ...all, search: '  MEI mug ' }), () => true);
  expect([numbers(found), found.total]).toEqual([['1006', '1005', '1004'], 6]);
  const shipped = await seen(own.orders({ ...all, search: 'mei', statuses: ['shipped'] }), () => true);
  expect([numbers(shipped), shipped.total]).toEqual([['1006', '1005'], 2]);
  expect((await seen(own.orders({ ...all, search: '1002' }), () => true)).total).toBe(1);
  expect((await seen(own.orders({ ...all, search: 'mei sofa' }), () => true)).total).toBe(0);
  expect((await seen(own.orders({ ...all, channel: 'in-store', search: 'mei' }), () => true)).total).toBe(0);
});

test('search finds a tracking ID that only waits to be sent, and orders that came after the first search', async () => {
  await seen(own.orders({ ...all, search: 'en99' }), ({ total }) => total === 0);
  const parcel = { courier: 'Pos Laju', trackingId: 'EN99' };
  await own.act({ kind: 'change-status', orderId: idOf(2), seen: 'paid', to: 'shipped', parcel }, staff);
  expect(numbers(await seen(own.orders({ ...all, search: 'en99' }), ({ total }) => total === 1))).toEqual(['1002']);
  await hub.start();
  hub.putOrder(order(7, { note: '', contact: { name: 'Zainab', email: 'z@example.com', phone: '' } }));
  expect(numbers(await seen(own.orders({ ...all, search: 'zainab' }), ({ total }) => total === 1))).toEqual(['1007']);
});

test('the badge counts what rings or is Paid and untouched, waiting changes counted in', async () => {
  await seen(own.newOrders(), (count) => count === 4);
  await own.act({ kind: 'acknowledge', orderId: idOf(1) }, staff);
  await seen(own.newOrders(), (count) => count === 4);
  await own.act({ kind: 'change-status', orderId: idOf(1), seen: 'paid', to: 'preparing' }, staff);
  await seen(own.newOrders(), (count) => count === 3);
});

test('the alarm counts an unsent acknowledgement and an unsent status change in, oldest first', async () => {
  const view = await seen(own.alarm(), ({ ringing }) => ringing.length === 4);
  expect(view.ringing.map((each) => each.order.number)).toEqual(['1001', '1002', '1003', '1004']);
  await own.act({ kind: 'acknowledge', orderId: idOf(1) }, staff);
  await own.act({ kind: 'change-status', orderId: idOf(2), seen: 'paid', to: 'preparing' }, staff);
  await seen(own.alarm(), ({ ringing }) => ringing.length === 2);
});

test('an order nobody knows is null, and facts that have not come are empty', async () => {
  expect(await seen(own.order('o-none'), () => true)).toBeNull();
  expect(await seen(own.facts(), () => true)).toEqual({
    profile: null,
    staff: [],
    couriers: [],
    products: [],
    registers: [],
  });
});

test('facts come down, change and go, and a broken one hinders no other', async () => {
  await hub.start();
  hub.put('shop', { id: 'staff:aina', type: 'staff', name: 'Aina', role: 'cashier' });
  hub.put('shop', { id: 'courier:pos', type: 'courier', name: 7 });
  hub.put('shop', { id: 'courier:gdex', type: 'courier', name: 'GDEX', trackingUrl: '' });
  await seen(own.facts(), ({ staff: people, couriers }) => people.length === 1 && couriers.length === 1);
  hub.put('shop', { id: 'staff:aina', type: 'staff', name: 'Aina Wong', role: 'owner' });
  hub.put('shop', { _id: 'courier:gdex', _deleted: true });
  await seen(own.facts(), ({ staff: people, couriers }) => people[0]?.role === 'owner' && couriers.length === 0);
});

test('an act that is not whole is refused in plain words and nothing waits', async () => {
  const act = own.act({ kind: 'add-note', orderId: idOf(1), text: '   ' }, staff);
  await expect(act).rejects.toMatchObject({ code: 'malformed' });
  await seen(own.waiting(), (waiting) => waiting.length === 0);
});
