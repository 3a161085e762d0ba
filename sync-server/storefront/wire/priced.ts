import { z } from 'zod';

const amount = z.int();

/** A priced line. Money in minor units. */
export const pricedLineSchema = z.object({
  id: z.string(),
  sku: z.string(),
  name: z.string(),
  options: z.array(z.object({ name: z.string(), value: z.string() })),
  quantity: z.int(),
  unitPrice: amount,
  discount: amount,
  total: amount,
});

export const totalsSchema = z.object({
  subtotal: amount,
  discount: amount,
  shipping: amount,
  tax: amount,
  taxIncluded: z.boolean(),
  total: amount,
});

/** The answer of `POST /store/api/quote`: what this cart costs, by the server's own prices. */
export const quoteAnswerSchema = z.object({ lines: z.array(pricedLineSchema), totals: totalsSchema });

/** The answer of `POST /store/api/checkout`: the order as the hub keeps it. */
export const placedSchema = quoteAnswerSchema.extend({
  number: z.string(),
  /** False when this key had already made this order: nothing was ordered a second time. */
  created: z.boolean(),
  method: z.enum(['delivery', 'pickup']),
  email: z.string(),
  /** Address lines for people, empty for a pickup. */
  deliverTo: z.array(z.string()),
});

export type PricedLine = z.infer<typeof pricedLineSchema>;
export type QuoteAnswer = z.infer<typeof quoteAnswerSchema>;
export type Placed = z.infer<typeof placedSchema>;
