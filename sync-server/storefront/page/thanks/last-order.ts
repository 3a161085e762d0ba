import { z } from 'zod';
import { placedSchema } from '../../wire/priced.ts';
import { jsonOrNull, type KeptText } from '../kept-text.ts';

const LAST_ORDER_KEY = 'shopbell-store-last-order';

const lastOrderSchema = placedSchema.extend({
  /** True when the order holds other goods than the cart that was paid for: an earlier payment had gone through. */
  earlier: z.boolean(),
});

export type LastOrder = z.infer<typeof lastOrderSchema>;

/** The order just placed in this tab, so that a reload of the thank-you page still shows its number. */
export function readLastOrder(kept: KeptText): LastOrder | null {
  const read = lastOrderSchema.safeParse(jsonOrNull(kept.get(LAST_ORDER_KEY)));
  return read.success ? read.data : null;
}

export function writeLastOrder(kept: KeptText, order: LastOrder): void {
  kept.set(LAST_ORDER_KEY, JSON.stringify(order));
}
