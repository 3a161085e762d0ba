import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isMinorUnits, sum, taxWithin } from '../../domain/money.ts';
import { saleFault } from '../../domain/sale.ts';
import { DEMO_PRODUCTS } from './demo/products.ts';
import { priceItems } from './price-items.ts';
import type { CartItem } from './wire/cart-item.ts';
import { MOST_OF_ONE } from './wire/limits.ts';

const terms = fc.record({ taxRate: fc.integer({ min: 0, max: 3000 }), shippingFee: fc.integer({ min: 0, max: 5000 }) });
const method = fc.constantFrom('delivery' as const, 'pickup' as const);

/** Products at any price, sold with the demo shop's options. */
const products = fc
  .array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: DEMO_PRODUCTS.length, maxLength: DEMO_PRODUCTS.length })
  .map((prices) => DEMO_PRODUCTS.map((product, index) => ({ ...product, price: prices[index] ?? 0 })));

const item: fc.Arbitrary<CartItem> = fc.constantFrom(...DEMO_PRODUCTS).chain((product) =>
  fc.record({
    sku: fc.constant(product.sku),
    options: fc
      .tuple(...product.options.map((option) => fc.constantFrom(...option.values)))
      .map((values) => product.options.map((option, index) => ({ name: option.name, value: values[index] ?? '' }))),
    quantity: fc.integer({ min: 1, max: MOST_OF_ONE }),
  }),
);
const identity = (each: CartItem) => JSON.stringify([each.sku, each.options.map((option) => option.value)]);
const cart = fc.uniqueArray(item, { minLength: 1, maxLength: 12, selector: identity });

describe('pricing a cart', () => {
  test('sums add up to the cent for any prices, quantities, tax rate and fee', () => {
    fc.assert(
      fc.property(terms, products, cart, method, (shop, sold, items, how) => {
        const priced = priceItems(shop, sold, items, how);
        if (!priced.ok) throw new Error(JSON.stringify(priced.faults));
        const { lines, totals } = priced;
        for (const line of lines) expect(line.total).toBe(line.unitPrice * line.quantity - line.discount);
        expect(totals.subtotal).toBe(sum(lines.map((line) => line.total)));
        expect(totals.shipping).toBe(how === 'delivery' ? shop.shippingFee : 0);
        expect(totals.taxIncluded).toBe(true);
        expect(totals.total).toBe(totals.subtotal - totals.discount + totals.shipping);
        expect(totals.tax).toBe(taxWithin(totals.total, shop.taxRate));
        expect(Object.values(totals).every((each) => typeof each === 'boolean' || isMinorUnits(each))).toBe(true);
        const sale = { receipt: 'R1-1', currency: 'MYR' as const, lines, totals, payment: { method: 'card' as const } };
        expect(saleFault(sale)).toBeNull();
      }),
    );
  });

  test('every line takes its price from the catalogue and its own id', () => {
    fc.assert(
      fc.property(products, cart, (sold, items) => {
        const priced = priceItems({ taxRate: 0, shippingFee: 0 }, sold, items, 'pickup');
        if (!priced.ok) throw new Error('should price');
        expect(new Set(priced.lines.map((line) => line.id)).size).toBe(priced.lines.length);
        for (const line of priced.lines)
          expect(line.unitPrice).toBe(sold.find((product) => product.sku === line.sku)?.price);
      }),
    );
  });

  test('the same product with the same options twice is one line, whatever order the options came in', () => {
    const chosen = [
      { name: 'Size', value: 'S–M' },
      { name: 'Colour', value: 'Oat' },
    ];
    const items = [
      { sku: 'DT-402', options: chosen, quantity: 2 },
      { sku: 'DT-402', options: chosen.toReversed(), quantity: 3 },
      { sku: 'DT-402', options: [chosen[0], { name: 'Colour', value: 'Clay' }].filter((each) => !!each), quantity: 1 },
    ];
    const priced = priceItems({ taxRate: 600, shippingFee: 890 }, DEMO_PRODUCTS, items, 'delivery');
    if (!priced.ok) throw new Error('should price');
    expect(priced.lines.map((line) => [line.id, line.quantity, line.total])).toEqual([
      ['l1', 5, 54_500],
      ['l2', 1, 10_900],
    ]);
    expect(priced.totals).toEqual({
      subtotal: 65_400,
      discount: 0,
      shipping: 890,
      tax: 3752,
      taxIncluded: true,
      total: 66_290,
    });
  });

  test.each([
    ['an unknown product', { sku: 'DT-999', options: [], quantity: 1 }, 'items.1.sku'],
    ['a missing option', { sku: 'DT-301', options: [], quantity: 1 }, 'items.1.options'],
    [
      'a value not offered',
      { sku: 'DT-301', options: [{ name: 'Colour', value: 'Pink' }], quantity: 1 },
      'items.1.options',
    ],
    [
      'an option twice',
      {
        sku: 'DT-301',
        options: [
          { name: 'Colour', value: 'Jade' },
          { name: 'Colour', value: 'Indigo' },
        ],
        quantity: 1,
      },
      'items.1.options',
    ],
    [
      'an option the product does not have',
      { sku: 'DT-303', options: [{ name: '__proto__', value: 'x' }], quantity: 1 },
      'items.1.options',
    ],
    ['no quantity', { sku: 'DT-303', options: [], quantity: 0 }, 'items.1.quantity'],
    ['a negative quantity', { sku: 'DT-303', options: [], quantity: -2 }, 'items.1.quantity'],
    ['a broken quantity', { sku: 'DT-303', options: [], quantity: 1.5 }, 'items.1.quantity'],
    ['too many', { sku: 'DT-303', options: [], quantity: MOST_OF_ONE + 1 }, 'items.1.quantity'],
    ['too many over two lines', { sku: 'DT-203', options: [], quantity: MOST_OF_ONE }, 'items.1.quantity'],
  ])('%s is refused, naming the field', (_what, wrong, path) => {
    const good = { sku: 'DT-203', options: [], quantity: 1 };
    const priced = priceItems({ taxRate: 600, shippingFee: 890 }, DEMO_PRODUCTS, [good, wrong], 'pickup');
    if (priced.ok) throw new Error('should refuse');
    expect(priced.faults.map((fault) => fault.path)).toEqual([path]);
    expect(priced.faults[0]?.message).toMatch(/[.]$/);
  });
});
