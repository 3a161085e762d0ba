import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { aSale, anOrder } from '../../domain/testing/fixtures.ts';
import { systemClock } from '../../sync-server/flows/clock.ts';
import { startApplyChanges } from '../../sync-server/flows/apply-changes/apply-changes.ts';
import type { Flow } from '../../sync-server/flows/flow.ts';
import { connectHub } from '../../sync-server/hub/connect-hub.ts';
import { type EmbeddedHub, openEmbeddedHub } from '../../sync-server/hub/embedded/open-embedded-hub.ts';
import type { Hub, ShopDatabases } from '../../sync-server/hub/hub.ts';
import type { HubFetch } from './hub-line.ts';
import { openForTest, seen } from './testing/open-for-test.ts';
import { systemTimers } from './timers.ts';
import type { OrderQuery, Replica } from './replica.ts';

const staff = { id: 'staff:aina', name: 'Aina' };
const online: OrderQuery = { channel: 'online', statuses: [], search: '', limit: 50 };
const order = (n: number) =>
  anOrder({
    id: `o-${String(n).padStart(24, '0')}`,
    number: String(1000 + n),
    placedAt: new Date(Date.UTC(2026, 2, 1, 0, n)).toISOString(),
  });
const ship = (n: number, trackingId = 'EN1') =>
  ({
    kind: 'change-status',
    orderId: order(n).id,
    seen: 'paid',
    to: 'shipped',
    parcel: { courier: 'Pos Laju', trackingId },
  }) as const;

let dir: string;
let port: number;
let server: FastifyInstance;
let embedded: EmbeddedHub;
let hub: Hub;
let databases: ShopDatabases;
let flow: Flow | null;
let replicas: Replica[];

async function serve(): Promise<void> {
  embedded = await openEmbeddedHub({ dir, adminPassword: 'admin-pw' });
  server = fastify({ logger: false, forceCloseConnections: true });
  await server.register(embedded.plugin, { prefix: '/db' });
  await server.listen({ port, host: '127.0.0.1' });
  port = (server.server.address() as AddressInfo).port;
  hub = connectHub({ kind: 'embedded', url: `http://127.0.0.1:${port}/db`, user: 'admin', password: 'admin-pw' });
  databases = await hub.provision('demo');
}
async function stopServing(): Promise<void> {
  await flow?.close();
  flow = null;
  await server.close();
  await embedded.close();
}
function settleAll(): void {
  flow ??= startApplyChanges({ shop: 'demo', databases, clock: systemClock, log: { warn: () => undefined } });
}

/** A register's own line, authorised as the shell does it. */
const as =
  (user: string, password: string): HubFetch =>
  (url, init) =>
    fetch(url, {
      ...init,
      headers: { ...init.headers, authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
    });
async function open(user = 'reg-a', password = 'pw', code = 'R1'): Promise<Replica> {
  const replica = await openForTest(`http://127.0.0.1:${port}/db`, {
    register: { id: user, name: `Counter ${code}`, code },
    fetch: as(user, password),
    timers: systemTimers,
  });
  replicas.push(replica);
  return replica;
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'shopbell-replica-'));
  port = 0;
  flow = null;
  replicas = [];
  await serve();
  for (const user of ['reg-a', 'reg-b']) await hub.addRegister({ user, password: 'pw', shop: 'demo' });
});
afterEach(async () => {
  await Promise.all(replicas.map((replica) => replica.close()));
  await stopServing();
  await rm(dir, { recursive: true });
});

test('two registers ring, one acknowledges, both fall silent; one ships, both see it settled', async () => {
  settleAll();
  const one = await open();
  const two = await open('reg-b', 'pw', 'R2');
  for (const replica of [one, two]) await seen(replica.connection(), ({ caughtUp }) => caughtUp);
  await databases.orders.put(order(1));
  for (const replica of [one, two]) await seen(replica.alarm(), ({ ringing }) => ringing.length === 1);
  await one.act({ kind: 'acknowledge', orderId: order(1).id }, staff);
  for (const replica of [one, two]) await seen(replica.alarm(), ({ ringing }) => ringing.length === 0);
  await two.act(ship(1), staff);
  for (const replica of [one, two])
    await seen(replica.order(order(1).id), (view) => view?.label === 'shipped' && view.pending.length === 0);
  for (const replica of [one, two]) await seen(replica.waiting(), (waiting) => waiting.length === 0);
  await seen(one.connection(), ({ skipped, state }) => skipped === undefined && state === 'online');
});

test('two registers that ship the same order differently both keep their act, and a person has to decide', async () => {
  await databases.orders.put(order(1));
  const one = await open();
  const two = await open('reg-b', 'pw', 'R2');
  for (const replica of [one, two]) await seen(replica.orders(online), ({ total }) => total === 1);
  await one.act(ship(1, 'EN1'), staff);
  await two.act(ship(1, 'EN2'), staff);
  settleAll();
  for (const replica of [one, two]) {
    const view = await seen(replica.order(order(1).id), (each) => Boolean(each?.needsDecision));
    expect(view?.order.decisions).toHaveLength(1);
    await seen(replica.waiting(), (waiting) => waiting.length === 0);
  }
});

test('the hub goes and comes back: the queue drains, a sale is there once, nothing is missed', async () => {
  await databases.orders.put(order(1));
  const own = await open();
  await seen(own.orders(online), ({ total }) => total === 1);
  await stopServing();
  await seen(own.connection(), ({ state }) => state === 'offline');
  await own.act(ship(1), staff);
  const { sale } = aSale('c-x');
  await own.act({ kind: 'record-sale', sale: { ...sale, receipt: await own.nextReceipt() } }, staff);
  await serve();
  settleAll();
  await databases.orders.put(order(2));
  own.reconnect();
  await seen(own.orders(online), ({ total }) => total === 2);
  await seen(own.waiting(), (waiting) => waiting.length === 0);
  await seen(own.orders({ ...online, channel: 'in-store' }), ({ total, rows }) => total === 1 && rows.length === 1);
  await seen(own.order(order(1).id), (view) => view?.label === 'shipped' && view.pending.length === 0);
  expect((await databases.changes.list('c-')).length).toBe(2);
});

test("what the law forbids is parked with the hub's words; what others do goes on", async () => {
  await databases.orders.put(order(1));
  const forger = await openForTest(`http://127.0.0.1:${port}/db`, {
    register: { id: 'reg-b', name: 'Counter 2', code: 'R2' },
    fetch: as('reg-a', 'pw'),
    timers: systemTimers,
  });
  replicas.push(forger);
  await forger.act(ship(1), staff);
  const [refused] = await seen(forger.waiting(), (waiting) => waiting[0]?.state === 'refused');
  expect(refused).toMatchObject({ code: 'not-accepted', reason: 'A register may only add changes in its own name.' });
  await seen(forger.connection(), ({ state }) => state === 'online');
});

test('a register whose password is no longer known says so and keeps its queue', async () => {
  const own = await open('reg-a', 'wrong');
  await seen(own.connection(), ({ state, reason }) => state === 'unpaired' && reason === 'http-401');
  await own.act(ship(1), staff);
  await seen(own.waiting(), (waiting) => waiting.length === 1 && waiting[0]?.state === 'queued');
});

test('a change about an order nobody knows comes back refused', async () => {
  settleAll();
  const own = await open();
  await own.act(ship(404), staff);
  const [refused] = await seen(own.waiting(), (waiting) => waiting[0]?.state === 'refused');
  expect(refused?.code).toBe('order-unknown');
});

test('a thousand changes drain, each settled once', async () => {
  await databases.orders.putAll(Array.from({ length: 1000 }, (_, n) => order(n)));
  const own = await open();
  await seen(own.orders(online), ({ total }) => total === 1000);
  await stopServing();
  for (let n = 0; n < 1000; n += 1) await own.act(ship(n), staff);
  await serve();
  settleAll();
  own.reconnect();
  await seen(own.waiting(), (waiting) => waiting.length === 0, 30_000);
  await seen(own.orders({ ...online, statuses: ['shipped'] }), ({ total }) => total === 1000);
}, 60_000);
