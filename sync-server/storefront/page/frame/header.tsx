import { IconShoppingBag } from '@tabler/icons-react';
import type { Catalogue } from '../../wire/catalogue.ts';

type Props = {
  readonly shop: Catalogue['shop'];
  readonly count: number;
  readonly onHome: () => void;
  readonly onCart: () => void;
};

/** The shop's name and the way to the cart, always in sight. */
export function Header({ shop, count, onHome, onCart }: Props) {
  return (
    <header className="header">
      <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the content
      </button>
      <div className="header-row">
        <button type="button" className="brand" onClick={onHome}>
          <img src="/store/leaf.svg" alt="" width="40" height="40" />
          <span>{shop.name}</span>
        </button>
        <button type="button" className="cart-button" data-testid="open-cart" onClick={onCart}>
          <IconShoppingBag size={22} stroke={1.8} aria-hidden />
          <span className="cart-word">Cart</span>
          <span className="cart-count" data-filled={count > 0 || undefined} aria-hidden>
            {count}
          </span>
          <span className="unseen" role="status">
            {count === 1 ? '1 item in the cart' : `${count} items in the cart`}
          </span>
        </button>
      </div>
    </header>
  );
}
