import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { anOrder } from '../../domain/testing/fixtures.ts';
import { countingFetch, openForTest, seen, until } from './testing/open-for-test.ts';
import {
  answerEmpty,
  answerHtml,
  answerHuge,
  answerJson,
  cutMidBody,
  type Fault,
  loseAnswer,
  neverAnswer,
  openScriptedHub,
  refuseConnection,
  type RequestKind,
  type ScriptedHub,
} from './testing/scripted-hub.ts';
import type { OrderQuery, Replica } from './replica.ts';

const staff = { id: 'staff:aina', name: 'Aina' };
const online: OrderQuery = { channel: 'online', statuses: [], search: '', limit: 50 };
const order = (n: number) => anOrder({ id: `o-${String(n).padStart(24, '0')}`, number: String(1000 + n) });
const note = (n: number, text = 'Fragile') => ({ kind: 'add-note' as const, orderId: order(n).id, text });

const couch = (status: number, error: string) => answerJson(status, { error, reason: 'scripted' });
const FAULTS: Record<string, Fault> = {
  'JSON 401': couch(401, 'unauthorized'),
  'JSON 403': couch(403, 'forbidden'),
  'JSON 404': couch(404, 'not_found'),
  'JSON 429': couch(429, 'too_many_requests'),
  'JSON 500': couch(500, 'internal_server_error'),
  'JSON 503': couch(503, 'service_unavailable'),
  'HTML 200': answerHtml(200),
  'HTML 403': answerHtml(403),
  'HTML 502': answerHtml(502),
  'an empty 200': answerEmpty(200),
  'an empty 204': answerEmpty(204),
  'half an answer': cutMidBody,
  '10 MB of something else': answerHuge,
  'no answer ever': neverAnswer,
  'a broken connection': refuseConnection,
  'JSON 200 {}': answerJson(200, {}),
  'JSON 200 null': answerJson(200, null),
  'JSON 200 []': answerJson(200, []),
  'rows of a wrong type': answerJson(200, { results: [1, null, 'x'], last_seq: 7 }),
  'results of a wrong type': answerJson(200, { results: {}, last_seq: [1] }),
};
const KINDS: readonly RequestKind[] = ['pull', 'longpoll', 'facts', 'push'];

let hub: ScriptedHub;
let replica: Replica | null;
let counted: ReturnType<typeof countingFetch>;
const open = async (): Promise<Replica> => {
  replica = await openForTest(hub.url, { fetch: counted.fetch });
  return replica;
};

beforeEach(async () => {
  hub = await openScriptedHub();
  counted = countingFetch();
  replica = null;
});
afterEach(async () => {
  await replica?.close();
  await hub.close();
  expect(counted.count.most).toBeLessThanOrEqual(1);
  expect(counted.count.polls).toBe(0);
});

describe.each(KINDS)('on %s', (kind) => {
  test.each(Object.keys(FAULTS))('%s is survived, and no order or change is missed', async (name) => {
    const fault = FAULTS[name] ?? answerEmpty(500);
    // An empty list is a whole and honest answer to "anything new?" on no request but a push, which it leaves undecided.
    hub.put('shop', { id: 'staff:aina', type: 'staff', name: 'Aina', role: 'cashier' });
    hub.putOrder(order(1));
    hub.play(kind, fault, 3);
    const own = await open();
    await own.act(note(1), staff);
    hub.putOrder(order(2));
    await seen(own.orders(online), ({ total }) => total === 2);
    await until(() => hub.changes().length === 1);
    await until(() => kind !== 'longpoll' || hub.requests.filter((each) => each === 'longpoll').length > 3);
    hub.putOrder(order(3));
    await seen(own.orders(online), ({ total }) => total === 3);
    await seen(own.facts(), ({ staff: people }) => people.length === 1);
    await seen(own.waiting(), (waiting) => waiting[0]?.state === 'sent');
    await seen(own.connection(), ({ state, caughtUp }) => state === 'online' && caughtUp);
    expect(hub.changes()).toHaveLength(1);
  });
});

test('the state says what the fault was while it lasts', async () => {
  const states: Record<string, { state: string; reason: string }> = {
    'JSON 401': { state: 'unpaired', reason: 'http-401' },
    'JSON 403': { state: 'unpaired', reason: 'http-403' },
    'HTML 403': { state: 'trouble', reason: 'http-403' },
    'JSON 503': { state: 'trouble', reason: 'http-503' },
    'HTML 200': { state: 'trouble', reason: 'bad-answer' },
    'no answer ever': { state: 'offline', reason: 'timeout' },
    'a broken connection': { state: 'offline', reason: 'unreachable' },
  };
  const own = await open();
  await seen(own.connection(), ({ caughtUp }) => caughtUp);
  for (const [name, expected] of Object.entries(states)) {
    for (const kind of ['pull', 'longpoll'] as const) hub.play(kind, FAULTS[name] ?? neverAnswer, Infinity);
    own.reconnect();
    const connection = await seen(own.connection(), ({ reason }) => reason === expected.reason);
    expect(connection).toMatchObject(expected);
    expect(connection.hubSeenAt).toBeGreaterThan(0);
    hub.heal();
    own.reconnect();
    await seen(own.connection(), ({ state }) => state === 'online');
  }
});

test('an order written between the reading and the long-poll is not missed', async () => {
  hub.putOrder(order(1));
  hub.afterNextPull(() => hub.putOrder(order(2)));
  const own = await open();
  await seen(own.orders(online), ({ total }) => total === 2);
});

test('a start with the hub down catches up by itself when it comes', async () => {
  await hub.stop();
  const own = await open();
  await seen(own.connection(), ({ state }) => state === 'offline');
  hub.putOrder(order(1));
  await hub.start();
  await seen(own.orders(online), ({ total }) => total === 1);
  await seen(own.connection(), ({ state, caughtUp }) => state === 'online' && caughtUp);
});

test('an answer lost after the commit makes no second change', async () => {
  hub.putOrder(order(1));
  hub.play('push', loseAnswer, 2);
  const own = await open();
  await own.act(note(1), staff);
  await seen(own.waiting(), (waiting) => waiting[0]?.state === 'sent');
  expect(hub.changes()).toHaveLength(1);
  expect(hub.bulks).toHaveLength(3);
});

test('one refused change among five is parked with the reason; the four others go on', async () => {
  for (let n = 1; n <= 5; n += 1) hub.putOrder(order(n));
  await hub.stop();
  const own = await open();
  for (let n = 1; n <= 5; n += 1) await own.act(note(n, n === 2 ? 'FORBID' : 'Fragile'), staff);
  await hub.start();
  const waiting = await seen(own.waiting(), (rows) => rows.every(({ state }) => state !== 'queued'));
  expect(waiting.map(({ state }) => state)).toEqual(['sent', 'refused', 'sent', 'sent', 'sent']);
  expect(waiting[1]).toMatchObject({ code: 'not-accepted', reason: 'The law says no.' });
  hub.settle();
  const left = await seen(own.waiting(), (rows) => rows.length === 1);
  await own.discard(left[0]?.change.id ?? '');
  await seen(own.waiting(), (rows) => rows.length === 0);
});

test('a request that is too large is split until it fits, and only what never fits is parked', async () => {
  for (let n = 1; n <= 5; n += 1) hub.putOrder(order(n));
  await hub.stop();
  const own = await open();
  for (let n = 1; n <= 5; n += 1) await own.act(note(n, n === 3 ? 'x'.repeat(1500) : 'small'), staff);
  hub.play(
    'push',
    (request, response) => {
      if (Number(request.headers['content-length']) < 900) return true;
      answerJson(413, { error: 'too_large', reason: 'the request entity is too large' })(request, response);
      return false;
    },
    Infinity,
  );
  await hub.start();
  const waiting = await seen(own.waiting(), (rows) => rows.every(({ state }) => state !== 'queued'));
  expect(waiting.map(({ state }) => state)).toEqual(['sent', 'sent', 'refused', 'sent', 'sent']);
});

test('a change that makes the hub fail is set aside; the others reach it', async () => {
  for (let n = 1; n <= 4; n += 1) hub.putOrder(order(n));
  await hub.stop();
  const own = await open();
  for (let n = 1; n <= 4; n += 1) await own.act(note(n, n === 1 ? 'x'.repeat(1500) : 'small'), staff);
  hub.play(
    'push',
    (request, response) => {
      if (Number(request.headers['content-length']) < 1500) return true;
      couch(500, 'internal_server_error')(request, response);
      return false;
    },
    Infinity,
  );
  await hub.start();
  const waiting = await seen(own.waiting(), (rows) => rows.filter(({ state }) => state === 'sent').length === 3);
  expect(waiting[0]?.state).toBe('queued');
  hub.heal();
  await seen(own.waiting(), (rows) => rows.every(({ state }) => state === 'sent'));
});

test('changes of one order reach the hub in the order they were made, also over broken answers', async () => {
  hub.putOrder(order(1));
  const own = await open();
  hub.play('push', couch(503, 'service_unavailable'), 2);
  const texts = Array.from({ length: 12 }, (_, n) => `note ${n}`);
  for (const text of texts) await own.act(note(1, text), staff);
  await until(() => hub.changes().length === texts.length);
  expect(hub.changes().map((change) => (change.kind === 'add-note' ? change.text : ''))).toEqual(texts);
});

test('poison documents are left out and counted; the orders after them arrive', async () => {
  hub.put('orders', { _id: '_design/law', views: {} });
  hub.put('orders', { _id: 'o-odd&id#', ...order(8), id: 'o-odd&id#' });
  hub.put('orders', { ...order(9), lines: 'none' });
  hub.put('orders', { ...order(10), shop: 'another' });
  hub.put('orders', { _id: 'x', type: 'order' });
  hub.putOrder({ ...order(1), __proto__: { a: 1 }, unknownField: { deep: true } } as ReturnType<typeof order>);
  const own = await open();
  await seen(own.orders(online), ({ total }) => total === 1);
  await seen(own.connection(), ({ skipped }) => skipped === 4);
  hub.putOrder(order(9));
  await seen(own.orders(online), ({ total }) => total === 2);
  await seen(own.connection(), ({ skipped }) => skipped === 3);
});

test('a refused verdict comes back beside the orders and parks the change', async () => {
  const own = await open();
  await own.act(note(77), staff);
  await seen(own.waiting(), (waiting) => waiting[0]?.state === 'sent');
  hub.settle();
  await seen(own.waiting(), (waiting) => waiting[0]?.state === 'refused' && waiting[0].code === 'order-unknown');
});

test('reconnecting over and over leaves one long-poll', async () => {
  const own = await open();
  await seen(own.connection(), ({ caughtUp }) => caughtUp);
  for (let n = 0; n < 20; n += 1) own.reconnect();
  await until(() => hub.waiting() === 1);
  hub.putOrder(order(1));
  await seen(own.orders(online), ({ total }) => total === 1);
  expect(hub.waiting()).toBeLessThanOrEqual(1);
});
