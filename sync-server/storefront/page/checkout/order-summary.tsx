import { Button } from '@mantine/core';
import type { CatalogueProduct } from '../../wire/catalogue.ts';
import type { StoreMethod } from '../../wire/checkout.ts';
import type { Cart } from '../cart/cart.ts';
import type { MoneyText } from '../money-text.ts';
import type { QuoteState } from '../server/use-quote.ts';
import { LineList } from './line-list.tsx';
import { TotalsList } from './totals-list.tsx';

type Props = {
  readonly quote: QuoteState;
  readonly cart: Cart;
  readonly products: readonly CatalogueProduct[];
  readonly money: MoneyText;
  readonly method: StoreMethod;
  readonly onEdit: () => void;
  readonly onRetry: () => void;
};

/** What is being paid for, beside the form. */
export function OrderSummary({
  quote: { quote, fault, fresh },
  cart,
  products,
  money,
  method,
  onEdit,
  onRetry,
}: Props) {
  return (
    <aside className="summary" aria-label="Order summary" aria-busy={!fresh}>
      <div className="summary-head">
        <h2>Your order</h2>
        <button type="button" className="link" onClick={onEdit}>
          Edit cart
        </button>
      </div>
      {fault && (
        <div className="trouble" role="alert">
          <p>{fault.detail}</p>
          {fault.errors.map((error) => (
            <p key={error.path}>
              {nameAt(error.path, cart, products)}: {error.message}
            </p>
          ))}
          <Button variant="default" size="md" onClick={fault.errors.length > 0 ? onEdit : onRetry}>
            {fault.errors.length > 0 ? 'Edit cart' : 'Try again'}
          </Button>
        </div>
      )}
      {quote && <LineList lines={quote.lines} products={products} money={money} />}
      {quote && <TotalsList totals={quote.totals} method={method} money={money} />}
    </aside>
  );
}

function nameAt(path: string, cart: Cart, products: readonly CatalogueProduct[]): string {
  const sku = cart[Number(path.split('.')[1])]?.sku;
  return products.find((product) => product.sku === sku)?.name ?? sku ?? 'The cart';
}
