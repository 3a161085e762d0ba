import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CURRENCY_DECIMALS, type Currency } from '../../../../domain/money.ts';
import { parseChange } from '../../../../domain/parse-change.ts';
import { saleFault } from '../../../../domain/sale.ts';
import { aSale } from '../../../../domain/testing/fixtures.ts';
import { entryKey, MOST_OF_ONE, type CartEntry } from '../../state/cart-store.ts';
import { canBeSold, cartLines, cartTotal } from './cart-lines.ts';
import { makeSale, type Paid } from './make-sale.ts';
import { aProduct } from './testing/products.ts';

const currencies = Object.keys(CURRENCY_DECIMALS) as Currency[];
const skus = ['A', 'B', 'C', 'D'];

const cart = fc.record({
  products: fc.tuple(...skus.map((sku) => fc.nat(1_000_000).map((price) => aProduct({ sku, price })))),
  entries: fc.uniqueArray(
    fc.record({ sku: fc.constantFrom(...skus), quantity: fc.integer({ min: 1, max: MOST_OF_ONE }) }),
    { minLength: 1, selector: ({ sku }) => sku },
  ),
  taxRate: fc.nat(3_000),
  currency: fc.constantFrom(...currencies),
  more: fc.nat(10_000),
  card: fc.boolean(),
});

const entriesOf = (picked: readonly { sku: string; quantity: number }[]): CartEntry[] =>
  picked.map((each) => ({ ...each, key: entryKey(each.sku, []), options: [] }));

test('every cart makes a sale whose sums the hub accepts', () => {
  fc.assert(
    fc.property(cart, ({ products, entries, taxRate, currency, more, card }) => {
      const lines = cartLines(entriesOf(entries), products);
      const paid: Paid = card ? { method: 'card' } : { method: 'cash', tendered: cartTotal(lines) + more };
      const sale = { receipt: 'R1-000001', ...makeSale(entriesOf(entries), products, { currency, taxRate }, paid) };
      expect(saleFault(sale)).toBeNull();
      expect(parseChange(aSale('c-1', sale)).ok).toBe(true);
      expect(sale.totals.total).toBe(cartTotal(lines));
      expect(sale.totals.taxIncluded).toBe(true);
      expect(sale.totals.tax).toBeLessThanOrEqual(sale.totals.total);
    }),
  );
});

test('too little cash is a fault, so it never becomes a sale', () => {
  const products = [aProduct({ sku: 'A', price: 1800 })];
  const entries = entriesOf([{ sku: 'A', quantity: 1 }]);
  const paid: Paid = { method: 'cash', tendered: 1799 };
  const draft = makeSale(entries, products, { currency: 'MYR', taxRate: 600 }, paid);
  expect(saleFault({ receipt: 'R1-000001', ...draft })).toBe('sums-wrong');
});

test('the tax is the part contained in the price', () => {
  const products = [aProduct({ sku: 'A', price: 5300 })];
  const draft = makeSale(
    entriesOf([{ sku: 'A', quantity: 2 }]),
    products,
    { currency: 'MYR', taxRate: 600 },
    {
      method: 'card',
    },
  );
  expect(draft.totals).toEqual({
    subtotal: 10_600,
    discount: 0,
    shipping: 0,
    tax: 600,
    taxIncluded: true,
    total: 10_600,
  });
  expect(draft.payment).toEqual({ method: 'card' });
});

test('a product that is not sold any more costs nothing and stops the sale', () => {
  const lines = cartLines(entriesOf([{ sku: 'GONE', quantity: 2 }]), [aProduct({ sku: 'A' })]);
  expect(cartTotal(lines)).toBe(0);
  expect(canBeSold(lines)).toBe(false);
  expect(canBeSold([])).toBe(false);
});
