import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Replica } from '../../../replica/replica.ts';
import { faultyStorage } from '../../../replica/testing/faulty-storage.ts';
import { openForTest, seen } from '../../../replica/testing/open-for-test.ts';
import { createCartStore, type CartStore } from '../../state/cart-store.ts';
import { createCheckout, type Checkout } from './checkout.ts';
import { makeSale, type Paid } from './make-sale.ts';
import { aProduct } from './testing/products.ts';

const staff = { id: 'staff:aina', name: 'Aina' };
const cash: Paid = { method: 'cash', tendered: 2000 };

let disk: ReturnType<typeof faultyStorage>;
let replica: Replica;
let cart: CartStore;
let checkout: Checkout;

/** The sales this register keeps, on a real local copy whose hub never answers. */
const receipts = async (count: number) => {
  const waiting = await seen(replica.waiting(), (rows) => rows.length === count);
  return waiting.map(({ change }) => change.kind === 'record-sale' && change.sale.receipt);
};
const draft = () => {
  const products = [aProduct({ sku: 'A', price: 1800 })];
  return makeSale(cart.getState().entries, products, { currency: 'MYR', taxRate: 600 }, cash);
};

beforeEach(async () => {
  disk = faultyStorage(getRxStorageMemory());
  replica = await openForTest('http://127.0.0.1:9', {
    storage: disk.storage,
    fetch: () => Promise.reject(new Error('cable out')),
  });
  cart = createCartStore();
  checkout = createCheckout({ replica, cart });
  cart.getState().add('A', []);
});
afterEach(() => replica.close());

test('offline, a sale is kept, empties the cart and says receipt and change', async () => {
  const result = await checkout.complete(draft(), staff);
  expect(result).toMatchObject({ ok: true, done: { receipt: 'R1-000001', total: 1800, change: 200 } });
  expect(cart.getState()).toMatchObject({ entries: [], completing: false, done: { receipt: 'R1-000001' } });
  expect(await receipts(1)).toEqual(['R1-000001']);
  const orderId = cart.getState().done?.orderId ?? '';
  const view = await seen(replica.order(orderId), (order) => order !== null);
  expect(view).toMatchObject({ label: 'paid', order: { channel: 'in-store', number: 'R1-000001' } });
});

test('a double tap makes one sale, and both taps get its answer', async () => {
  const [first, second] = [checkout.complete(draft(), staff), checkout.complete(draft(), staff)];
  expect(await second).toEqual(await first);
  expect(await receipts(1)).toEqual(['R1-000001']);
});

test('the next cart makes the next sale', async () => {
  await checkout.complete(draft(), staff);
  cart.getState().add('A', []);
  await checkout.complete(draft(), staff);
  expect(await receipts(2)).toEqual(['R1-000001', 'R1-000002']);
});

test('a receipt number that was taken meanwhile is replaced by the next one', async () => {
  await checkout.complete(draft(), staff);
  cart.getState().add('A', []);
  const asked: Promise<string>[] = [];
  const late = createCheckout({
    cart,
    replica: {
      act: (...made) => replica.act(...made),
      nextReceipt: () => {
        asked.push(asked.length === 0 ? Promise.resolve('R1-000001') : replica.nextReceipt());
        return asked.at(-1) ?? replica.nextReceipt();
      },
    },
  });
  expect(await late.complete(draft(), staff)).toMatchObject({ ok: true, done: { receipt: 'R1-000002' } });
  expect(asked).toHaveLength(2);
});

test('taken twice in a row it is given up, and the cart stays', async () => {
  await checkout.complete(draft(), staff);
  cart.getState().add('A', []);
  const stuck = createCheckout({
    cart,
    replica: { act: (...made) => replica.act(...made), nextReceipt: async () => 'R1-000001' },
  });
  expect(await stuck.complete(draft(), staff)).toEqual({ ok: false, code: 'receipt-used' });
  expect(cart.getState().entries).toHaveLength(1);
  expect(await receipts(1)).toEqual(['R1-000001']);
});

test('on a full disk nothing is sold, the cart stays, and it can be tried again', async () => {
  disk.set('changes', 'fail', 1);
  expect(await checkout.complete(draft(), staff)).toEqual({ ok: false, code: 'not-saved' });
  expect(cart.getState()).toMatchObject({ completing: false, done: null, entries: [{ sku: 'A' }] });
  expect(await checkout.complete(draft(), staff)).toMatchObject({ ok: true });
  expect(await receipts(1)).toEqual(['R1-000001']);
});

test('a sale whose sums are wrong is never stored', async () => {
  const wrong = { ...draft(), payment: { method: 'cash', tendered: 1 } } as const;
  expect(await checkout.complete(wrong, staff)).toEqual({ ok: false, code: 'sums-wrong' });
  expect(await receipts(0)).toEqual([]);
});

test('the cart stands still while its sale is being stored', async () => {
  const result = checkout.complete(draft(), staff);
  cart.getState().add('A', []);
  cart.getState().clear();
  expect(cart.getState().entries).toMatchObject([{ sku: 'A', quantity: 1 }]);
  await result;
});
