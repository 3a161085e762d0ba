import { z } from 'zod';
import { cartItemSchema } from '../../wire/cart-item.ts';
import { jsonOrNull, type KeptText } from '../kept-text.ts';
import { addItem, type Cart } from './cart.ts';

export const CART_KEY = 'shopbell-store-cart';

/** A cart from its kept text. What is not a cart item any more is left out; nothing readable is an empty cart. */
export function parseCart(text: string | null): Cart {
  const list = z.array(z.unknown()).safeParse(jsonOrNull(text));
  if (!list.success) return [];
  const read = list.data.map((each) => cartItemSchema.safeParse(each));
  return read.reduce<Cart>((cart, item) => (item.success ? addItem(cart, item.data) : cart), []);
}

/** The cart of an earlier visit. */
export function readCart(kept: KeptText): Cart {
  return parseCart(kept.get(CART_KEY));
}

/** Keep the cart for the next visit. */
export function writeCart(kept: KeptText, cart: Cart): void {
  kept.set(CART_KEY, JSON.stringify(cart));
}
