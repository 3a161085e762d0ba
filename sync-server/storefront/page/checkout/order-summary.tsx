import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
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

/** What is being paid for: beside the form, or folded above it where the window is narrow. */
export function OrderSummary({
  quote: { quote, fault, fresh },
  cart,
  products,
  money,
  method,
  onEdit,
  onRetry,
}: Props) {
  const wide = useMediaQuery('(min-width: 56.01em)', true, { getInitialValueInEffect: false });
  return (
    <details className="summary" open={wide || fault !== null} aria-busy={!fresh}>
      <summary tabIndex={wide ? -1 : 0}>
        <h2>Your order</h2>
        <strong>{quote ? money(quote.totals.total) : '…'}</strong>
        <IconChevronDown className="summary-mark" size={22} aria-hidden />
      </summary>
      {fault && (
        <div className="trouble" role="alert">
          <p>{fault.detail}</p>
          {fault.errors.map((error) => (
            <p key={error.path}>
              {nameAt(error.path, cart, products)}: {error.message}
            </p>
          ))}
          {fault.errors.length === 0 && (
            <Button variant="default" size="md" onClick={onRetry}>
              Try again
            </Button>
          )}
        </div>
      )}
      {quote && <LineList lines={quote.lines} products={products} money={money} />}
      <button type="button" className="link" onClick={onEdit}>
        Edit cart
      </button>
      {quote && <TotalsList totals={quote.totals} method={method} money={money} />}
    </details>
  );
}

function nameAt(path: string, cart: Cart, products: readonly CatalogueProduct[]): string {
  const sku = cart[Number(path.split('.')[1])]?.sku;
  return products.find((product) => product.sku === sku)?.name ?? sku ?? 'The cart';
}
