import { sum, taxWithin, times, type MinorUnits } from '../../../../domain/money.ts';
import type { OrderLine, Totals } from '../../../../domain/line.ts';
import type { Product } from '../../../../domain/shop.ts';
import type { CartEntry } from '../../state/cart-store.ts';

/** A line of the cart as shown: `product` is null when the shop no longer sells it, and then nothing is charged for it. */
export type CartLine = {
  readonly entry: CartEntry;
  readonly product: Product | null;
  /** Minor units. */
  readonly total: MinorUnits;
};

/** The cart at today's names and prices. */
export function cartLines(entries: readonly CartEntry[], products: readonly Product[]): readonly CartLine[] {
  const bySku = new Map(products.map((product) => [product.sku, product]));
  return entries.map((entry) => {
    const product = bySku.get(entry.sku) ?? null;
    return { entry, product, total: product ? times(product.price, entry.quantity) : 0 };
  });
}

/** What the customer pays, minor units. */
export function cartTotal(lines: readonly CartLine[]): MinorUnits {
  return sum(lines.map((line) => line.total));
}

/** True when every line can be sold and there is one at least. */
export function canBeSold(lines: readonly CartLine[]): boolean {
  return lines.length > 0 && lines.every((line) => line.product !== null);
}

/** The lines of the sale; those without a product are left out, so ask `canBeSold` first. */
export function saleLines(lines: readonly CartLine[]): readonly OrderLine[] {
  return lines.flatMap(({ entry, product, total }, index) =>
    product
      ? [
          {
            id: `l${index + 1}`,
            sku: product.sku,
            name: product.name,
            options: entry.options,
            quantity: entry.quantity,
            unitPrice: product.price,
            discount: 0,
            total,
          },
        ]
      : [],
  );
}

/**
 * The sums of a sale over the counter: prices hold the tax, nothing is shipped.
 * @param taxRate basis points, from the shop's profile.
 */
export function saleTotals(lines: readonly OrderLine[], taxRate: number): Totals {
  const subtotal = sum(lines.map((line) => line.total));
  return {
    subtotal,
    discount: 0,
    shipping: 0,
    tax: taxWithin(subtotal, taxRate),
    taxIncluded: true,
    total: subtotal,
  };
}
