import { z } from 'zod';
import { cartItemSchema } from './cart-item.ts';
import { MOST_LINES } from './limits.ts';

const words = (missing: string, most: number) =>
  z.string().trim().min(1, missing).max(most, `Please keep this under ${most} characters.`);
const maybeWords = (most: number) => z.string().trim().max(most, `Please keep this under ${most} characters.`);

/** Contact details: one rule, run by the page to help and by the server to decide. */
export const contactSchema = z.strictObject({
  name: words('Enter your name.', 100),
  email: z
    .string()
    .trim()
    .min(1, 'Enter your e-mail address.')
    .max(254, 'This e-mail address is too long.')
    .pipe(z.email('Enter an e-mail address like name@example.com.')),
  phone: z
    .string()
    .trim()
    .min(1, 'Enter a phone number.')
    .regex(/^\+?[0-9 ()./-]{6,24}$/, 'Enter a phone number like 012-345 6789.'),
});

/** Where to deliver. The country is the shop's own, name and phone are those of the contact. */
export const shippingSchema = z.strictObject({
  address1: words('Enter the street and house number.', 120),
  address2: maybeWords(120),
  city: words('Enter the town or city.', 80),
  postcode: words('Enter the postcode.', 12).regex(/^[A-Za-z0-9 -]+$/, 'A postcode has only letters and digits.'),
  region: words('Enter the state.', 80),
});

const itemsSchema = z
  .array(cartItemSchema)
  .min(1, 'The cart is empty. Add something first.')
  .max(MOST_LINES, `At most ${MOST_LINES} different lines in one order.`);

const methodSchema = z.enum(['delivery', 'pickup']);

/** The body of `POST /store/api/quote`. */
export const quoteSchema = z.strictObject({ items: itemsSchema, method: methodSchema });

/** The body of `POST /store/api/checkout`. */
export const checkoutSchema = z
  .strictObject({
    items: itemsSchema,
    contact: contactSchema,
    method: methodSchema,
    shipping: shippingSchema.nullable(),
    note: maybeWords(500),
    /** The built-in test payment: the customer chooses how it ends, and no money moves. */
    payment: z.strictObject({ outcome: z.enum(['approve', 'decline']) }),
    /** What the customer saw as the total, minor units: never used as a price, only to refuse a surprise. */
    expectedTotal: z.int().nonnegative(),
    /** One per checkout attempt: the same key is the same order. */
    key: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, 'The order key is not valid. Load the page again.'),
  })
  .refine((body) => body.method === 'pickup' || body.shipping !== null, {
    path: ['shipping', 'address1'],
    message: 'Enter the address to deliver to.',
  });

export type QuoteRequest = z.infer<typeof quoteSchema>;
export type CheckoutRequest = z.infer<typeof checkoutSchema>;
export type CheckoutContact = z.infer<typeof contactSchema>;
export type CheckoutShipping = z.infer<typeof shippingSchema>;
export type StoreMethod = z.infer<typeof methodSchema>;
