import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_LINES, MOST_OF_ONE } from '../../wire/limits.ts';
import type { CartItem } from '../../wire/cart-item.ts';
import { keepTexts } from '../kept-text.ts';
import { addItem, type Cart, lineKey, pieces, putBack, removeLine, sameGoods, setQuantity } from './cart.ts';
import { parseCart, readCart, writeCart } from './cart-storage.ts';

const cup = (value: string, quantity = 1): CartItem => ({
  sku: 'DT-301',
  options: [{ name: 'Colour', value }],
  quantity,
});
const item: fc.Arbitrary<CartItem> = fc.record({
  sku: fc.constantFrom('DT-101', 'DT-203', 'DT-301'),
  options: fc
    .uniqueArray(fc.constantFrom('Size', 'Colour'), { maxLength: 2 })
    .chain((names) =>
      fc.tuple(...names.map((name) => fc.record({ name: fc.constant(name), value: fc.constantFrom('a', 'b') }))),
    ),
  quantity: fc.integer({ min: 1, max: MOST_OF_ONE }),
});
const cart = fc.array(item, { maxLength: 20 }).map((items) => items.reduce<Cart>(addItem, []));

function memory(texts: Record<string, string> = {}) {
  const map = new Map(Object.entries(texts));
  return keepTexts(() => ({
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, text) => void map.set(key, text),
    removeItem: (key) => void map.delete(key),
  }));
}

describe('the cart', () => {
  test('joins the same product with the same choices, in whatever order they were made', () => {
    const both = [
      { name: 'Size', value: 'S–M' },
      { name: 'Colour', value: 'Oat' },
    ];
    const one = { sku: 'DT-402', options: both, quantity: 1 };
    expect(addItem([one], { ...one, options: both.toReversed(), quantity: 2 })).toEqual([{ ...one, quantity: 3 }]);
    expect(addItem([cup('Jade')], cup('Indigo'))).toHaveLength(2);
  });

  test('never holds two lines of the same, nor a quantity that cannot be ordered', () => {
    fc.assert(
      fc.property(cart, (lines) => {
        expect(new Set(lines.map(lineKey)).size).toBe(lines.length);
        expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
        expect(lines.every((line) => line.quantity >= 1 && line.quantity <= MOST_OF_ONE)).toBe(true);
        expect(pieces(lines)).toBe(lines.reduce((count, line) => count + line.quantity, 0));
      }),
    );
  });

  test.each([
    [0, 1],
    [-3, 1],
    [2.9, 2],
    [999, MOST_OF_ONE],
    [Number.NaN, 1],
  ])('turns a typed quantity of %d into %d', (typed, kept) => {
    expect(setQuantity([cup('Jade', 5)], lineKey(cup('Jade')), typed)[0]?.quantity).toBe(kept);
  });

  test('is as it was after a removal and its undo', () => {
    fc.assert(
      fc.property(cart, fc.nat(), (lines, at) => {
        const index = lines.length === 0 ? 0 : at % lines.length;
        const removed = lines[index];
        if (!removed) return;
        expect(putBack(removeLine(lines, lineKey(removed)), removed, index)).toEqual(lines);
      }),
    );
  });

  test('is the same goods as itself in any order, and not with one piece more', () => {
    fc.assert(
      fc.property(cart, (lines) => {
        expect(sameGoods(lines, lines.toReversed())).toBe(true);
        expect(sameGoods(lines, [...lines, cup('Jade')])).toBe(false);
      }),
    );
  });
});

describe('the kept cart', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(cart, (lines) => {
        const kept = memory();
        writeCart(kept, lines);
        expect(readCart(kept)).toEqual(lines);
      }),
    );
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{"sku'],
    ['no list', '{"sku":"DT-301"}'],
    ['a list of nonsense', '[1,null,"x",{}]'],
  ])('of %s is empty', (_what, text) => {
    expect(parseCart(text)).toEqual([]);
  });

  test('leaves out what is no cart item any more and keeps the rest', () => {
    const stale = [{ ...cup('Jade'), price: 1 }, cup('Indigo', 2), { ...cup('Jade'), quantity: 0 }, cup('Jade', 99)];
    expect(parseCart(JSON.stringify(stale))).toEqual([cup('Indigo', 2)]);
  });

  test('lasts as long as the page where the browser forbids storage', () => {
    const kept = keepTexts(() => {
      throw new Error('SecurityError');
    });
    writeCart(kept, [cup('Jade')]);
    expect(readCart(kept)).toEqual([cup('Jade')]);
  });
});
