import { z } from 'zod';
import { MOST_OF_ONE } from './limits.ts';

const optionSchema = z.strictObject({ name: z.string().min(1).max(60), value: z.string().min(1).max(120) });

/** What a customer wants: a product, what was chosen of each of its options, and how many. Never a price. */
export const cartItemSchema = z.strictObject({
  sku: z.string().min(1).max(64),
  options: z.array(optionSchema).max(10),
  quantity: z
    .int('Choose a whole number.')
    .min(1, 'Choose at least 1.')
    .max(MOST_OF_ONE, `At most ${MOST_OF_ONE} of one product.`),
});

export type CartItem = z.infer<typeof cartItemSchema>;
