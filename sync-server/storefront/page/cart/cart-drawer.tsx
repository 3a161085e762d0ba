import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import type { CatalogueProduct } from '../../wire/catalogue.ts';
import type { CartItem } from '../../wire/cart-item.ts';
import type { MoneyText } from '../money-text.ts';
import { useQuote } from '../server/use-quote.ts';
import { CartRow } from './cart-row.tsx';
import { type Cart, lineKey, putBack, removeLine, setQuantity } from './cart.ts';
import { RemovedNote } from './removed-note.tsx';
import type { ChangeCart } from './use-cart.ts';

type Props = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly cart: Cart;
  readonly changeCart: ChangeCart;
  readonly products: readonly CatalogueProduct[];
  readonly money: MoneyText;
  readonly onCheckout: () => void;
  readonly onShop: () => void;
};

type Removed = { readonly item: CartItem; readonly index: number };

/** What the customer has gathered, from any place of the store. Amounts are the server's quote. */
export function CartDrawer({ opened, onClose, cart, changeCart, products, money, onCheckout, onShop }: Props) {
  const [removed, setRemoved] = useState<Removed | null>(null);
  // Going on to the checkout: its heading takes the focus, not the button that opened the cart.
  const [leaving, setLeaving] = useState(false);
  const { quote, fault, fresh } = useQuote(opened ? cart : NO_CART, 'pickup');
  const productOf = (item: CartItem) => products.find((product) => product.sku === item.sku) ?? null;

  const remove = (item: CartItem, index: number) => {
    setRemoved({ item, index });
    changeCart((before) => removeLine(before, lineKey(item)));
  };
  const close = () => {
    setRemoved(null);
    onClose();
  };

  return (
    <Drawer
      opened={opened}
      onClose={close}
      returnFocus={!leaving}
      onEnterTransitionEnd={() => setLeaving(false)}
      position="right"
      size={440}
      title="Your cart"
      padding="lg"
      overlayProps={{ backgroundOpacity: 0.45, color: '#152b22' }}
      closeButtonProps={{ size: 44, iconSize: 22, 'aria-label': 'Close the cart' }}
      classNames={{ content: 'drawer', body: 'drawer-body', title: 'drawer-title', header: 'drawer-header' }}
    >
      {removed && (
        <RemovedNote
          name={productOf(removed.item)?.name ?? 'The product'}
          onUndo={() => {
            changeCart((before) => putBack(before, removed.item, removed.index));
            setRemoved(null);
          }}
        />
      )}
      {cart.length === 0 ? (
        <div className="cart-empty">
          <span className="empty-tile" aria-hidden />
          <p>Nothing in here yet.</p>
          <Button
            variant="light"
            size="md"
            onClick={() => {
              close();
              onShop();
            }}
          >
            Look around
          </Button>
        </div>
      ) : (
        <>
          <ul className="cart-rows">
            {cart.map((item, index) => (
              <CartRow
                key={lineKey(item)}
                item={item}
                product={productOf(item)}
                total={quote?.lines.find((line) => lineKey(line) === lineKey(item)) ?? null}
                problem={fault?.errors.find((each) => each.path.startsWith(`items.${index}.`))?.message ?? null}
                money={money}
                onQuantity={(quantity) => changeCart((before) => setQuantity(before, lineKey(item), quantity))}
                onRemove={() => remove(item, index)}
              />
            ))}
          </ul>
          <div className="cart-foot">
            {fault && (
              <p className="fault" role="alert">
                {fault.detail}
              </p>
            )}
            <p className="cart-sum" aria-live="polite">
              <span>Subtotal</span>
              <strong data-stale={!fresh || undefined}>{quote ? money(quote.totals.subtotal) : '…'}</strong>
            </p>
            <p className="hint">Delivery is added at checkout. Prices contain tax.</p>
            <Button
              fullWidth
              size="lg"
              color="clay.6"
              data-testid="checkout"
              disabled={fault !== null && fault.errors.length > 0}
              onClick={() => {
                setRemoved(null);
                setLeaving(true);
                onCheckout();
              }}
            >
              Check out
            </Button>
          </div>
        </>
      )}
    </Drawer>
  );
}

/** A closed drawer asks for no prices; one and the same list, so that nothing is asked twice. */
const NO_CART: Cart = [];
