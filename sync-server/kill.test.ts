import { type ChildProcess, spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { isAct } from '../domain/history.ts';
import type { Order } from '../domain/order.ts';
import { changeOf, shipped } from './testing/changes.ts';
import { connectTo, postOrder, TEST_KEY, tempFolder } from './testing/open-server.ts';
import { sampleOrder } from './testing/sample-order.ts';
import { until } from './testing/until.ts';

const ROOT = resolve(import.meta.dirname, '..');
const MAIN = join(ROOT, 'out', 'server', 'main.js');

beforeAll(() => build({ configFile: join(ROOT, 'build', 'server.vite.config.ts'), logLevel: 'error' }), 60_000);

type Running = { readonly child: ChildProcess; readonly out: () => string; readonly ended: Promise<number | null> };
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** The built server as its own process. */
function run(env: Record<string, string>, args: readonly string[] = []): Running {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', SHOPBELL_API_KEY: TEST_KEY, SHOPBELL_DEMO: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  return { child, out: () => out, ended: new Promise((done) => child.once('exit', (code) => done(code))) };
}

const addressOf = (running: Running) =>
  until(`the address in: ${running.out()}`, () => /^listening on (\S+)$/m.exec(running.out())?.[1]);

test('killed again and again under a stream of orders and changes, the server has every accepted one exactly once', async () => {
  const folder = await tempFolder();
  const accepted = { orders: new Set<string>(), changes: new Map<string, string>() };
  let key = 0;
  for (let round = 0; round < 4; round += 1) {
    const running = run({ SHOPBELL_DATA: folder });
    const address = await addressOf(running);
    const { changes } = await (await connectTo(address, folder)).provision('demo');
    let going = true;
    const stream = async (): Promise<void> => {
      while (going) {
        key += 1;
        const answer = await postOrder(address, sampleOrder({ note: `order ${key}` }), `order ${key}`);
        if (answer.status !== 201) continue;
        const id = String(answer.body['id']);
        accepted.orders.add(id);
        const made = [changeOf({ kind: 'acknowledge', orderId: id }), shipped(id, `T${key}`)];
        const written = await changes.putAll(made);
        made.forEach((change, index) => written[index]?.ok && accepted.changes.set(change.id, id));
      }
    };
    const before = accepted.orders.size;
    const streams = [stream(), stream(), stream()].map((each) => each.catch(() => undefined)); // the kill ends them
    await until('some orders', () => accepted.orders.size >= before + 12);
    running.child.kill('SIGKILL');
    await running.ended;
    going = false;
    await Promise.all(streams);
  }

  const last = run({ SHOPBELL_DATA: folder });
  const address = await addressOf(last);
  const databases = await (await connectTo(address, folder)).provision('demo');
  await until(
    'everything settled',
    async () => {
      const health = (await (await fetch(`${address}/health`)).json()) as {
        queues: { changes: number; messages: number };
        flows: { lag: number }[];
      };
      return health.queues.messages === 0 && health.flows.every((flow) => flow.lag === 0);
    },
    30_000,
  );
  const orders = await databases.orders.list<Order>('o-');
  const byId = new Map(orders.map((order) => [order.id, order]));
  for (const id of accepted.orders) expect(byId.has(id)).toBe(true);
  expect(new Set(orders.map((order) => order.number)).size).toBe(orders.length);
  expect(new Set(orders.map((order) => order.note)).size).toBe(orders.length);
  for (const [change, id] of accepted.changes)
    expect(byId.get(id)?.history.filter((entry) => isAct(entry) && entry.id === change)).toHaveLength(1);
  const shippedOrders = orders.filter((order) => order.parcels.length > 0);
  expect(shippedOrders.every((order) => order.parcels.length === 1 && order.messages.length === 1)).toBe(true);
  expect((await readdir(join(folder, 'outbox'))).filter((file) => file.endsWith('.eml'))).toHaveLength(
    shippedOrders.length,
  );
  last.child.kill('SIGTERM');
  expect(await last.ended).toBe(0);
}, 120_000);

test('a stop by signal ends with 0 and says nothing untoward', async () => {
  const running = run({ SHOPBELL_DATA: await tempFolder() });
  await addressOf(running);
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
  expect(running.out()).not.toMatch(/"level":(50|60)/);
  expect(running.out().match(/^listening on /gm)).toHaveLength(1);
});

test('wrong settings end with 2, a second copy with 3, a port in use with 4, each with a plain sentence', async () => {
  const wrong = run({ SHOPBELL_DATA: await tempFolder(), PORT: 'x', SMTP_URL: 'y' });
  expect(await wrong.ended).toBe(2);
  expect(wrong.out()).toContain('PORT (environment) must be');
  expect(wrong.out()).toContain('SMTP_URL (environment) must');
  const folder = await tempFolder();
  const first = run({}, ['--data', folder]);
  const address = await addressOf(first);
  const second = run({}, ['--data', folder]);
  expect(await second.ended).toBe(3);
  expect(second.out()).toContain(`Shopbell already runs on ${folder} at ${address}`);
  const third = run({ SHOPBELL_DATA: await tempFolder(), PORT: new URL(address).port });
  expect(await third.ended).toBe(4);
  expect(third.out()).toContain('is used by another program');
  expect((await fetch(`${address}/health`)).status).toBe(200);
});
