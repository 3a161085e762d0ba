import type { Sale } from '../../../../domain/change.ts';
import type { MinorUnits } from '../../../../domain/money.ts';
import type { Product, ShopProfile } from '../../../../domain/shop.ts';
import type { CartEntry } from '../../state/cart-store.ts';
import { cartLines, saleLines, saleTotals } from './cart-lines.ts';

/** How the customer paid. `tendered` is the cash handed over, minor units. */
export type Paid = { readonly method: 'card' } | { readonly method: 'cash'; readonly tendered: MinorUnits };

/** The sale that a cart makes at today's prices, but for its receipt number. */
export type SaleDraft = Omit<Sale, 'receipt'>;

/** The cart as a sale. */
export function makeSale(
  entries: readonly CartEntry[],
  products: readonly Product[],
  profile: Pick<ShopProfile, 'currency' | 'taxRate'>,
  paid: Paid,
): SaleDraft {
  const lines = saleLines(cartLines(entries, products));
  return { currency: profile.currency, lines, totals: saleTotals(lines, profile.taxRate), payment: paid };
}
