import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '../../domain/order.ts';
import { openTestServer, type TestServer } from '../testing/open-server.ts';
import { sampleOrder } from '../testing/sample-order.ts';
import { openIntake } from './intake.ts';
import { orderBody } from './order-body.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const stored = () => server.databases.orders.list<Order>('o-');
const orderOf = async (body: Record<string, unknown>) => {
  const order = await server.databases.orders.get<Order>(String(body['id']));
  if (!order) throw new Error('the order is not there');
  return order;
};

describe('POST /api/orders', () => {
  test('takes an order in, rings it, and answers with its number', async () => {
    const { status, body } = await server.post(sampleOrder(), 'first');
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^o-[0-9a-f]{24}$/),
      number: expect.stringMatching(/^\d{4,}$/),
      status: 'paid',
    });
    expect(await orderOf(body)).toMatchObject({
      shop: 'demo',
      channel: 'online',
      number: body['number'],
      alarm: { state: 'ringing' },
      totals: { subtotal: 3900, shipping: 800, total: 4700 },
      history: [{ what: 'placed' }],
    });
  });

  test("the README's example order is taken as it stands", async () => {
    const example = readFileSync(join(import.meta.dirname, '../../docs/example-order.json'), 'utf8');
    const { status, body } = await server.post(JSON.parse(example) as Record<string, unknown>, 'example');
    expect({ status, code: body['code'], errors: body['errors'] }).toEqual({ status: 201 });
    expect((await orderOf(body)).totals).toMatchObject({ subtotal: 10890, total: 11190 });
  });

  test('an unpaid order is taken and stays quiet', async () => {
    const { body } = await server.post(sampleOrder({ payment: { status: 'unpaid' } }), 'unpaid');
    expect(body['status']).toBe('pending-payment');
    expect((await orderOf(body)).alarm).toEqual({ state: 'quiet' });
  });

  test('a pickup needs no address', async () => {
    const { shipping: _shipping, ...order } = sampleOrder({ method: 'pickup' });
    const { status, body } = await server.post(order, 'pickup');
    expect(status).toBe(201);
    expect((await orderOf(body)).shipping).toBeNull();
  });

  test('the same key with the same content is the same order; with other content it is refused', async () => {
    const first = await server.post(sampleOrder(), 'twice');
    const second = await server.post(sampleOrder(), 'twice');
    const other = await server.post(sampleOrder({ note: 'another' }), 'twice');
    expect([first.status, second.status, other.status]).toEqual([201, 200, 409]);
    expect(second.body).toEqual(first.body);
    expect(other.body['code']).toBe('idempotency-mismatch');
  });

  test('a hundred posts of one key at once are one order with one number', async () => {
    const before = (await stored()).length;
    const answers = await Promise.all(Array.from({ length: 100 }, () => server.post(sampleOrder(), 'rush')));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(99);
    expect(new Set(answers.map((answer) => answer.body['number'])).size).toBe(1);
    expect(await stored()).toHaveLength(before + 1);
  });

  test('a hundred different orders at once get a hundred numbers', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_each, index) => server.post(sampleOrder(), `different ${index}`)),
    );
    expect(new Set(answers.map((answer) => answer.body['number'])).size).toBe(100);
    expect(answers.every((answer) => answer.status === 201)).toBe(true);
  });

  test('two servers on one hub never give the same number', async () => {
    const body = orderBody.parse(sampleOrder());
    const intakes = [1, 2].map(() =>
      openIntake({ shop: 'demo', databases: () => server.databases, now: () => Date.now() }),
    );
    const taken = await Promise.all(
      Array.from({ length: 30 }, (_each, index) =>
        intakes.map((intake) => intake(body, `side by side ${index}`, 'api')),
      ).flat(),
    );
    expect(taken.filter((each) => each.created)).toHaveLength(30);
    expect(new Set(taken.map((each) => each.number)).size).toBe(30);
    expect(new Set(taken.map((each) => each.id)).size).toBe(30);
  });

  test('a crash between receipt and order is mended by sending again, with the same number', async () => {
    const first = await server.post(sampleOrder(), 'cut');
    const order = await orderOf(first.body);
    await server.databases.orders.remove(order.id, order._rev);
    const again = await server.post(sampleOrder(), 'cut');
    expect(again.body).toEqual(first.body);
    expect(await stored()).toContainEqual(expect.objectContaining({ id: order.id, number: order.number }));
  });
});

const HTML = '<img src=x onerror=alert(1)>"\'&`${7*7}{{7*7}}';

describe('text as customers type it', () => {
  test('HTML, right-to-left and emoji are kept as they are; control characters are dropped', async () => {
    const { status, body } = await server.post(
      sampleOrder({
        note: `${HTML}\u0000\u0007\u001b@ line\r\nnext\ttab \u202E 👩‍👩‍👧`,
        contact: { name: `${HTML}\r\nBcc: x`, email: 'ann@example.test' },
      }),
      'html',
    );
    expect(status).toBe(201);
    const order = await orderOf(body);
    expect(order.note).toBe(`${HTML}@ line\nnext\ttab \u202E 👩‍👩‍👧`);
    expect(order.contact.name).toBe(`${HTML} Bcc: x`);
  });

  test('half a surrogate pair becomes a replacement sign', async () => {
    const text = JSON.stringify(sampleOrder({ note: 'NOTE' })).replace('NOTE', 'a\\ud800b');
    const { status, body } = await server.post(text, 'surrogate');
    expect(status).toBe(201);
    expect((await orderOf(body)).note).toBe('a\ufffdb');
  });
});

describe('what is refused, in plain words, with nothing stored', () => {
  const big = 'x'.repeat(10 * 1024 * 1024);
  const raw = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));
  const withField = (field: string) => raw(sampleOrder()).replace('{', `{${field},`);
  const line = { name: 'Cup', quantity: 1, unitPrice: 100 };

  test.each<[string, unknown, number, string, string?]>([
    ['no JSON', 'hello', 400, 'bad-json'],
    ['nothing', '', 400, 'bad-json'],
    ['a list', [], 400, 'invalid'],
    ['null', 'null', 400, 'invalid'],
    ['an empty object', {}, 400, 'invalid', 'currency'],
    ['__proto__', withField('"__proto__":{"isAdmin":true}'), 400, 'bad-json'],
    ['constructor.prototype', withField('"constructor":{"prototype":{"isAdmin":true}}'), 400, 'bad-json'],
    ['a field twice', withField('"currency":"USD"'), 400, 'bad-json'],
    ['depth 100,000', withField(`"note":${'['.repeat(100_000)}${']'.repeat(100_000)}`), 400, 'bad-json'],
    ['an unknown field', withField('"coupon":"X"'), 400, 'invalid', 'coupon'],
    ['_id and _rev', withField('"_id":"_design/x","_rev":"1-a"'), 400, 'invalid', '_id'],
    ['_deleted', withField('"_deleted":true'), 400, 'invalid', '_deleted'],
    ['10 MB', withField(`"coupon":"${big}"`), 413, 'too-large'],
    ['an unknown currency', { ...sampleOrder(), currency: 'XXX' }, 400, 'invalid', 'currency'],
    ['a currency in small letters', { ...sampleOrder(), currency: 'myr' }, 400, 'invalid', 'currency'],
    ['a currency called constructor', { ...sampleOrder(), currency: 'constructor' }, 400, 'invalid', 'currency'],
    ['no lines', sampleOrder({ lines: [] }), 400, 'invalid', 'lines'],
    ['501 lines', sampleOrder({ lines: Array.from({ length: 501 }, () => line), totals: {} }), 400, 'invalid', 'lines'],
    ['quantity -1', sampleOrder({ lines: [{ ...line, quantity: -1 }] }), 400, 'invalid', 'lines.0.quantity'],
    ['quantity 0', sampleOrder({ lines: [{ ...line, quantity: 0 }] }), 400, 'invalid', 'lines.0.quantity'],
    ['quantity 1.5', sampleOrder({ lines: [{ ...line, quantity: 1.5 }] }), 400, 'invalid', 'lines.0.quantity'],
    ['quantity "1"', { ...sampleOrder(), lines: [{ ...line, quantity: '1' }] }, 400, 'invalid', 'lines.0.quantity'],
    ['a price of 0.1', sampleOrder({ lines: [{ ...line, unitPrice: 0.1 }] }), 400, 'invalid', 'lines.0.unitPrice'],
    ['a price below zero', sampleOrder({ lines: [{ ...line, unitPrice: -1 }] }), 400, 'invalid', 'lines.0.unitPrice'],
    ['a price of 1e308', raw(sampleOrder()).replace('1500', '1e308'), 400, 'invalid', 'lines.0.unitPrice'],
    ['a price of 1e999', raw(sampleOrder()).replace('1500', '1e999'), 400, 'invalid', 'lines.0.unitPrice'],
    ['a price of 2^53+1', raw(sampleOrder()).replace('1500', '9007199254740993'), 400, 'invalid', 'lines.0.unitPrice'],
    ['a wrong total', sampleOrder({ totals: { shipping: 800, total: 4701 } }), 400, 'sums-wrong', 'totals.total'],
    ['delivery without an address', { ...sampleOrder(), shipping: undefined }, 400, 'invalid', 'shipping'],
    ['another method', { ...sampleOrder(), method: 'drone' }, 400, 'invalid', 'method'],
    ['counter sales', { ...sampleOrder(), method: 'counter' }, 400, 'invalid', 'method'],
    ['refunded payments', { ...sampleOrder(), payment: { status: 'refunded' } }, 400, 'invalid', 'payment.status'],
    ['no name', sampleOrder({ contact: { name: ' \u0000 ' } }), 400, 'invalid', 'contact.name'],
    [
      'an e-mail with a line break',
      sampleOrder({ contact: { name: 'A', email: 'a@example.test\r\nBcc: all@example.test' } }),
      400,
      'invalid',
      'contact.email',
    ],
    ['a note of 5001 signs', sampleOrder({ note: 'x'.repeat(5001) }), 400, 'invalid', 'note'],
    ['the year 1970', sampleOrder({ placedAt: '1970-01-01T00:00:00Z' }), 400, 'invalid', 'placedAt'],
    ['the year 9999', sampleOrder({ placedAt: '9999-01-01T00:00:00Z' }), 400, 'invalid', 'placedAt'],
    ['a time without zone', sampleOrder({ placedAt: '2026-01-31T09:30:00' }), 400, 'invalid', 'placedAt'],
    ['the 30th of February', sampleOrder({ placedAt: '2026-02-30T09:30:00Z' }), 400, 'invalid', 'placedAt'],
  ])('%s', async (what, body, status, code, path) => {
    const before = (await stored()).length;
    const answer = await server.post(body, `refused: ${what}`);
    expect(answer.body).toMatchObject({ type: 'about:blank', status, code, detail: expect.stringMatching(/\.$/) });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    if (path) expect(answer.body['errors']).toContainEqual({ path, message: expect.any(String) });
    expect(await stored()).toHaveLength(before);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test.each<[string, Record<string, string>, number]>([
    ['no key', { authorization: '' }, 401],
    ['a wrong key', { authorization: 'Bearer wrong' }, 401],
    ['the right key as Basic', { authorization: 'Basic test-key' }, 401],
    ['a key that only begins right', { authorization: 'Bearer test-key2' }, 401],
    ['no idempotency key', { 'idempotency-key': '' }, 400],
    ['an idempotency key of 201 signs', { 'idempotency-key': 'x'.repeat(201) }, 400],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { 'content-type': 'text/plain' }, 415],
  ])('%s', async (what, headers, status) => {
    const before = (await stored()).length;
    const answer = await server.post(sampleOrder(), `refused: ${what}`, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ type: 'about:blank', status });
    expect(await stored()).toHaveLength(before);
  });

  test('a body without end is cut off at the limit', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const endless = request(`${server.address}/api/orders`, {
        method: 'POST',
        headers: { authorization: 'Bearer test-key', 'idempotency-key': 'endless', 'content-type': 'application/json' },
      });
      const chunk = ' '.repeat(64 * 1024);
      const more = () => endless.write(chunk, () => !endless.destroyed && setImmediate(more));
      endless.on('response', (answer) => {
        resolve(answer.statusCode ?? 0);
        endless.destroy();
      });
      endless.on('error', reject);
      more();
    });
    expect(status).toBe(413);
  });
});

test('nothing that a customer typed, and no key, was logged', () => {
  const log = server.logged.join('');
  for (const secret of ['Ann', 'ann@', 'Example Road', 'test-key', 'TRK']) expect(log).not.toContain(secret);
});
