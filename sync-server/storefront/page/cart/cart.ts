import type { CartItem } from '../../wire/cart-item.ts';
import { MOST_LINES, MOST_OF_ONE } from '../../wire/limits.ts';

/** What the customer wants so far, oldest first. No prices: those come from the server. */
export type Cart = readonly CartItem[];

/** What makes two items the same line: the product and everything chosen. */
export function lineKey(item: Pick<CartItem, 'sku' | 'options'>): string {
  return JSON.stringify([
    item.sku,
    ...item.options.map((option) => JSON.stringify([option.name, option.value])).toSorted(inOrder),
  ]);
}

/** The cart with an item added, joined to its line when there is one; never above what one order may hold. */
export function addItem(cart: Cart, item: CartItem): Cart {
  const key = lineKey(item);
  const before = cart.find((each) => lineKey(each) === key);
  if (before) return setQuantity(cart, key, before.quantity + item.quantity);
  return cart.length < MOST_LINES ? [...cart, { ...item, quantity: allowed(item.quantity) }] : cart;
}

/** The cart with another quantity on one line, kept between 1 and the most of one product. */
export function setQuantity(cart: Cart, key: string, quantity: number): Cart {
  return cart.map((item) => (lineKey(item) === key ? { ...item, quantity: allowed(quantity) } : item));
}

/** The cart without one line. */
export function removeLine(cart: Cart, key: string): Cart {
  return cart.filter((item) => lineKey(item) !== key);
}

/** Undo of a removal: the line back where it was. */
export function putBack(cart: Cart, item: CartItem, index: number): Cart {
  return cart.some((each) => lineKey(each) === lineKey(item)) ? addItem(cart, item) : cart.toSpliced(index, 0, item);
}

/** How many pieces, for the badge. */
export function pieces(cart: Cart): number {
  return cart.reduce((count, item) => count + item.quantity, 0);
}

/** True when an order holds exactly what this cart holds. */
export function sameGoods(cart: Cart, lines: readonly Pick<CartItem, 'sku' | 'options' | 'quantity'>[]): boolean {
  const text = (items: typeof lines) =>
    JSON.stringify(items.map((item) => `${lineKey(item)} ${item.quantity}`).toSorted(inOrder));
  return text(cart) === text(lines);
}

function allowed(quantity: number): number {
  return Number.isFinite(quantity) ? Math.min(MOST_OF_ONE, Math.max(1, Math.floor(quantity))) : 1;
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
