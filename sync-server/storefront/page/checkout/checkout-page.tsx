import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { Catalogue, CatalogueProduct } from '../../wire/catalogue.ts';
import type { Cart } from '../cart/cart.ts';
import { EmptyPlace } from '../frame/empty-place.tsx';
import { PlaceHeading } from '../frame/place-heading.tsx';
import type { KeptText } from '../kept-text.ts';
import type { MoneyText } from '../money-text.ts';
import { useQuote } from '../server/use-quote.ts';
import type { LastOrder } from '../thanks/last-order.ts';
import { CheckoutForm } from './checkout-form.tsx';
import { type Draft, EMPTY_DRAFT } from './draft.ts';
import { OrderSummary } from './order-summary.tsx';
import { usePay } from './use-pay.ts';

type Props = {
  readonly shop: Catalogue['shop'];
  readonly products: readonly CatalogueProduct[];
  readonly cart: Cart;
  readonly money: MoneyText;
  readonly kept: KeptText;
  readonly onPlaced: (order: LastOrder) => void;
  readonly onShop: () => void;
  readonly onCart: () => void;
};

/** Contact, delivery, payment; the sums beside them. */
export function CheckoutPage({ shop, products, cart, money, kept, onPlaced, onShop, onCart }: Props) {
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [round, setRound] = useState(0);
  const quote = useQuote(cart, draft.method, round);
  const pay = usePay({ cart, draft, quote, kept, onPlaced, onStale: () => setRound((before) => before + 1) });

  if (cart.length === 0)
    return (
      <EmptyPlace
        heading="Your cart is empty"
        text="Choose something first; then come back here to pay."
        action={{ label: 'To the shop', run: onShop }}
      />
    );

  return (
    <div className="checkout">
      <button type="button" className="back" onClick={onShop}>
        <IconArrowLeft size={20} aria-hidden /> Keep shopping
      </button>
      <PlaceHeading text="Checkout" title={`Checkout · ${shop.name}`} />
      <div className="checkout-columns">
        <CheckoutForm shop={shop} draft={draft} onDraft={setDraft} quote={quote} money={money} pay={pay} />
        <OrderSummary
          quote={quote}
          cart={cart}
          products={products}
          money={money}
          method={draft.method}
          onEdit={onCart}
          onRetry={() => setRound((before) => before + 1)}
        />
      </div>
    </div>
  );
}
