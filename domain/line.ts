import type { MinorUnits } from './money.ts';

/** A chosen option of a product, for example Size: Large. */
export type LineOption = { readonly name: string; readonly value: string };

/** One line of an order. Money in minor units of the order's currency. */
export type OrderLine = {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly options: readonly LineOption[];
  readonly quantity: number;
  readonly unitPrice: MinorUnits;
  readonly discount: MinorUnits;
  /** `unitPrice * quantity - discount`. */
  readonly total: MinorUnits;
};

/** The sums of an order, minor units. `total = subtotal - discount + shipping (+ tax when not included)`. */
export type Totals = {
  /** Sum of the lines' totals. */
  readonly subtotal: MinorUnits;
  /** Discount on the whole order, beside the lines' own. */
  readonly discount: MinorUnits;
  readonly shipping: MinorUnits;
  readonly tax: MinorUnits;
  readonly taxIncluded: boolean;
  readonly total: MinorUnits;
};
