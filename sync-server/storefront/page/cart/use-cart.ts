import { useEffect, useState } from 'react';
import type { KeptText } from '../kept-text.ts';
import type { Cart } from './cart.ts';
import { CART_KEY, parseCart, readCart, writeCart } from './cart-storage.ts';

/** Change the cart, from what it is at that moment. */
export type ChangeCart = (next: (cart: Cart) => Cart) => void;

/** The cart, kept over reloads and shared by all tabs of this browser. */
export function useCart(kept: KeptText): readonly [Cart, ChangeCart] {
  const [cart, setCart] = useState<Cart>(() => readCart(kept));

  useEffect(() => {
    const follow = (event: StorageEvent) => {
      if (event.key === CART_KEY || event.key === null) setCart(parseCart(event.newValue));
    };
    window.addEventListener('storage', follow);
    return () => window.removeEventListener('storage', follow);
  }, []);

  const change: ChangeCart = (next) =>
    setCart((before) => {
      const after = next(before);
      // Writing the same cart twice is harmless, so it may stand in an updater.
      writeCart(kept, after);
      return after;
    });

  return [cart, change];
}
