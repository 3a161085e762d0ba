import { beforeEach, expect, test } from 'vitest';
import { createCartStore, MOST_LINES, MOST_OF_ONE, type CartStore } from './cart-store.ts';

let store: CartStore;
const cart = () => store.getState();
const shown = () => cart().entries.map(({ sku, quantity }) => `${quantity} ${sku}`);
const keyOf = (sku: string) => cart().entries.find((entry) => entry.sku === sku)?.key ?? '';

beforeEach(() => {
  store = createCartStore();
});

test('two taps on the same product are one line, other options are another', () => {
  cart().add('TEA', [{ name: 'Pack', value: 'Loose' }]);
  cart().add('TEA', [{ name: 'Pack', value: 'Loose' }]);
  cart().add('TEA', [{ name: 'Pack', value: 'Bags' }]);
  expect(shown()).toEqual(['2 TEA', '1 TEA']);
});

test('one fewer than one removes the line, and undo brings it back to its place', () => {
  for (const sku of ['A', 'B', 'C']) cart().add(sku, []);
  cart().step(keyOf('B'), -1);
  expect(shown()).toEqual(['1 A', '1 C']);
  cart().undo();
  expect(shown()).toEqual(['1 A', '1 B', '1 C']);
  expect(cart().removed).toEqual([]);
});

test('undo after emptying brings back every line in its order', () => {
  for (const sku of ['A', 'B', 'B', 'C']) cart().add(sku, []);
  cart().clear();
  expect(shown()).toEqual([]);
  cart().undo();
  expect(shown()).toEqual(['1 A', '2 B', '1 C']);
});

test('undo keeps what was added meanwhile', () => {
  cart().add('A', []);
  cart().add('A', []);
  cart().remove(keyOf('A'));
  cart().add('A', []);
  cart().undo();
  expect(shown()).toEqual(['3 A']);
});

test('a line and a cart have an end', () => {
  cart().add('A', []);
  for (let n = 0; n < MOST_OF_ONE + 5; n += 1) cart().step(keyOf('A'), 1);
  expect(shown()).toEqual([`${MOST_OF_ONE} A`]);
  for (let n = 0; n < MOST_LINES + 5; n += 1) cart().add(`S${n}`, []);
  expect(cart().entries).toHaveLength(MOST_LINES);
});

test('a finished cart is empty and another draft', () => {
  cart().add('A', []);
  const before = cart().draft;
  cart().finish({ orderId: 's-1', receipt: 'R1-000001', currency: 'MYR', total: 100, change: null });
  expect(cart()).toMatchObject({ entries: [], removed: [], done: { receipt: 'R1-000001' } });
  expect(cart().draft).not.toBe(before);
  cart().add('B', []);
  expect(cart().done).toBeNull();
});
