import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, test } from 'vitest';
import type { Order } from '../../domain/order.ts';
import { Refusal } from '../http/refusal.ts';
import { demoShopFacts } from './demo-shop.ts';
import type { IntakeOrder, TakeOrder } from './intake-order.ts';
import { storefrontRoutes } from './routes.ts';
import { catalogueSchema } from './wire/catalogue.ts';
import { placedSchema, quoteAnswerSchema } from './wire/priced.ts';

const KEY = 'k-0123456789abcdef';
const CUP = { sku: 'DT-301', options: [{ name: 'Colour', value: 'Jade' }], quantity: 2 };
const SHIPPING = { address1: '7 Jalan Mawar', address2: '', city: 'Ipoh', postcode: '30000', region: 'Perak' };
const CONTACT = { name: 'Mei Ling', email: 'mei@example.com', phone: '012-345 6789' };
const BODY = {
  items: [CUP],
  contact: CONTACT,
  method: 'delivery',
  shipping: SHIPPING,
  note: '',
  payment: { outcome: 'approve' },
  expectedTotal: 7690,
  key: KEY,
};

let server: FastifyInstance | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

/** The routes on a real port, before an intake that keeps orders by key as the hub would. */
async function open(facts = demoShopFacts('demo')) {
  const taken = new Map<string, { id: string; number: string; order: IntakeOrder }>();
  const intake: TakeOrder = async (order, key) => {
    const before = taken.get(key);
    if (before) return { ...before, created: false };
    const made = { id: `o-${key}`, number: `W-${taken.size + 1}`, order };
    taken.set(key, made);
    return { ...made, created: true };
  };
  const stored = (doc: object) => ({ ...doc, _id: '', _rev: '1-a' });
  server = Fastify();
  server.setErrorHandler((error, _request, reply) => {
    const refusal = error instanceof Refusal ? error : new Refusal(503, 'other', String(error));
    const { status, code, message: detail, errors } = refusal;
    return reply.code(status).send({ status, code, detail, errors });
  });
  await server.register(
    storefrontRoutes({
      shop: { list: async <T>() => facts.map((fact) => stored(fact) as never as T & { _id: string; _rev: string }) },
      orders: {
        get: async <T>(id: string) => {
          const found = [...taken.values()].find((each) => each.id === id);
          return found
            ? (stored({ ...found.order, id } as Partial<Order>) as never as T & { _id: string; _rev: string })
            : null;
        },
      },
      intake,
    }),
  );
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  const post = async (path: string, body: unknown) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(`${address}/store/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  return { address, post, taken };
}

describe('the catalogue', () => {
  test('gives the shop and its products in the order they are shown, and nothing of the staff', async () => {
    const { address } = await open();
    const text = await (await fetch(`${address}/store/api/catalogue`)).text();
    const catalogue = catalogueSchema.parse(JSON.parse(text));
    expect(catalogue.shop.name).toBe('Daun & Tanah');
    expect(catalogue.products).toHaveLength(14);
    expect(catalogue.products.map((each) => each.sku)).toEqual(catalogue.products.map((each) => each.sku).toSorted());
    expect(text).not.toMatch(/Aisyah|_rev|cashier/);
  });

  test('says that the store is not open while the shop has no profile', async () => {
    const { address } = await open([]);
    const answer = await fetch(`${address}/store/api/catalogue`);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('not open yet');
  });
});

describe('a quote', () => {
  test('prices the cart from the catalogue, with the fee for a delivery only', async () => {
    const { post } = await open();
    const delivered = quoteAnswerSchema.parse((await post('quote', { items: [CUP], method: 'delivery' })).body);
    expect(delivered.totals).toMatchObject({ subtotal: 6800, shipping: 890, total: 7690, tax: 435 });
    const fetched = quoteAnswerSchema.parse((await post('quote', { items: [CUP], method: 'pickup' })).body);
    expect(fetched.totals).toMatchObject({ shipping: 0, total: 6800 });
  });
});

describe('a checkout', () => {
  test('gives intake a whole order, priced by the shop, and answers with its number', async () => {
    const { post, taken } = await open();
    const note = '<b>Ring</b> the bell\u0007\nplease';
    const answer = await post('checkout', { ...BODY, note });
    expect(answer.status).toBe(201);
    const placed = placedSchema.parse(answer.body);
    expect(placed).toMatchObject({ number: 'W-1', created: true, email: 'mei@example.com', method: 'delivery' });
    expect(placed.deliverTo).toEqual(['Mei Ling', '7 Jalan Mawar', '30000 Ipoh', 'Perak']);
    expect(taken.get(KEY)?.order).toEqual({
      source: { name: 'Online Store', reference: 'WEB-89ABCDEF' },
      currency: 'MYR',
      method: 'delivery',
      payment: { status: 'paid', method: 'Test payment', reference: 'TEST-WEB-89ABCDEF' },
      lines: [
        {
          id: 'l1',
          sku: 'DT-301',
          name: 'Kopitiam Cup & Saucer',
          options: CUP.options,
          quantity: 2,
          unitPrice: 3400,
          discount: 0,
          total: 6800,
        },
      ],
      totals: { subtotal: 6800, discount: 0, shipping: 890, tax: 435, taxIncluded: true, total: 7690 },
      contact: CONTACT,
      shipping: { name: 'Mei Ling', phone: '012-345 6789', ...SHIPPING, country: 'MY' },
      note,
    });
  });

  test('for self pickup keeps no address, even when one was sent', async () => {
    const { post, taken } = await open();
    const answer = await post('checkout', { ...BODY, method: 'pickup', expectedTotal: 6800 });
    expect(placedSchema.parse(answer.body).deliverTo).toEqual([]);
    expect(taken.get(KEY)?.order.shipping).toBeNull();
  });

  test('sent many times at once with one key is one order, and every answer shows that order', async () => {
    const { post, taken } = await open();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('checkout', BODY)));
    expect(taken.size).toBe(1);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.body['number']))).toEqual(new Set(['W-1']));
  });

  test('repeated with another cart shows what was truly ordered the first time', async () => {
    const { post } = await open();
    await post('checkout', BODY);
    const again = await post('checkout', { ...BODY, items: [{ ...CUP, quantity: 3 }], expectedTotal: 11_090 });
    expect(again.status).toBe(200);
    expect(placedSchema.parse(again.body)).toMatchObject({ created: false, totals: { total: 7690 } });
  });

  test('with a declined test payment answers 402 and creates nothing', async () => {
    const { post, taken } = await open();
    const answer = await post('checkout', { ...BODY, payment: { outcome: 'decline' } });
    expect(answer).toMatchObject({ status: 402, body: { code: 'payment-declined' } });
    expect(taken.size).toBe(0);
  });

  test('at a total the customer did not see answers 409 and creates nothing', async () => {
    const { post, taken } = await open();
    const answer = await post('checkout', { ...BODY, expectedTotal: 1 });
    expect(answer).toMatchObject({ status: 409, body: { code: 'checkout-total-changed' } });
    expect(taken.size).toBe(0);
  });

  test.each([
    ['an empty cart', { items: [] }, 400, 'items'],
    ['a price smuggled in', { items: [{ ...CUP, price: 1 }] }, 400, 'items.0'],
    ['a negative quantity', { items: [{ ...CUP, quantity: -1 }] }, 400, 'items.0.quantity'],
    ['a quantity in words', { items: [{ ...CUP, quantity: '2' }] }, 400, 'items.0.quantity'],
    ['an unknown product', { items: [{ ...CUP, sku: 'DT-999' }] }, 422, 'items.0.sku'],
    ['an unknown option', { items: [{ ...CUP, options: [] }] }, 422, 'items.0.options'],
    ['no name', { contact: { ...CONTACT, name: '   ' } }, 400, 'contact.name'],
    ['no e-mail address', { contact: { ...CONTACT, email: 'mei at home' } }, 400, 'contact.email'],
    ['a phone of letters', { contact: { ...CONTACT, phone: 'call me' } }, 400, 'contact.phone'],
    ['no address for a delivery', { shipping: null }, 400, 'shipping.address1'],
    ['no town', { shipping: { ...SHIPPING, city: '' } }, 400, 'shipping.city'],
    ['an unknown method', { method: 'drone' }, 400, 'method'],
    ['an endless note', { note: 'x'.repeat(501) }, 400, 'note'],
    ['a short key', { key: 'abc' }, 400, 'key'],
    ['no payment', { payment: undefined }, 400, 'payment'],
  ])('with %s is refused, naming the field, and creates nothing', async (_what, change, status, path) => {
    const { post, taken } = await open();
    const answer = await post('checkout', { ...BODY, ...change });
    expect(answer.status).toBe(status);
    expect((answer.body['errors'] as { path: string }[]).map((fault) => fault.path)).toContain(path);
    expect(taken.size).toBe(0);
  });

  test.each([
    ['nothing', 'null'],
    ['a list', '[]'],
    ['a poisoned prototype', JSON.stringify(BODY).replace('{', '{"__proto__":{"x":1},')],
    ['no JSON', '{"items":'],
    ['far too much', JSON.stringify({ ...BODY, note: 'x'.repeat(100_000) })],
  ])('of %s creates nothing', async (_what, text) => {
    const { post, taken } = await open();
    expect((await post('checkout', text)).status).toBeGreaterThanOrEqual(400);
    expect(taken.size).toBe(0);
  });
});
