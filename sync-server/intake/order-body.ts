import { z } from 'zod';
import { CURRENCY_DECIMALS, type Currency } from '../../domain/money.ts';
import { isEmailAddress } from './email-address.ts';
import { filledLine, line, prose } from './text.ts';

/** Largest amount in one field, minor units: any sum of 500 lines of it stays a safe integer. */
const LARGEST_AMOUNT = 1_000_000_000_000;
const LARGEST_QUANTITY = 1000;

const amount = z
  .int('must be a whole number of minor units (cents), not a decimal')
  .min(0, 'must not be negative')
  .max(LARGEST_AMOUNT, 'is too large')
  .transform((value) => value + 0); // -0 becomes 0

const time = z.iso.datetime('must be a UTC time such as 2026-01-31T09:30:00Z');

const option = z.strictObject({ name: filledLine(100), value: line(200) });

const orderLine = z.strictObject({
  sku: line(100).default(''),
  name: filledLine(300),
  options: z.array(option).max(20, 'must not have more than 20 entries').default([]),
  quantity: z
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(LARGEST_QUANTITY, `must not be more than ${LARGEST_QUANTITY}`),
  unitPrice: amount,
  discount: amount.default(0).describe('Off this line as a whole.'),
  total: amount.optional().describe('unitPrice x quantity - discount; checked when given.'),
});

const totals = z.strictObject({
  subtotal: amount.optional().describe("Sum of the lines' totals; checked when given."),
  discount: amount.default(0).describe('Off the whole order.'),
  shipping: amount.default(0),
  tax: amount.default(0),
  taxIncluded: z.boolean('must be true or false').default(true),
  total: amount.optional().describe('subtotal - discount + shipping (+ tax when not included); checked when given.'),
});

const contact = z.strictObject({
  name: filledLine(200),
  email: z
    .string('must be text')
    .refine((text) => text === '' || isEmailAddress(text), 'must be an e-mail address such as ann@example.com')
    .default(''),
  phone: line(60).default(''),
});

const address = z.strictObject({
  name: line(200).default(''),
  phone: line(60).default(''),
  address1: filledLine(300),
  address2: line(300).default(''),
  city: line(120).default(''),
  postcode: line(30).default(''),
  region: line(120).default(''),
  country: line(80).default(''),
});

const payment = z.strictObject({
  status: z.enum(['paid', 'unpaid'], 'must be paid or unpaid'),
  method: line(80).default(''),
  paidAt: time.optional(),
  reference: line(200).optional(),
});

const currencies = Object.keys(CURRENCY_DECIMALS) as [Currency, ...Currency[]];

/**
 * The body of `POST /api/orders`. Amounts are whole minor units of `currency`. Fields that are not listed are refused, so
 * that a misspelt one is never silently lost.
 */
export const orderBody = z
  .strictObject({
    source: z
      .strictObject({ name: filledLine(100).optional(), reference: line(200).optional() })
      .optional()
      .describe("The store's name, and its own number or reference of this order."),
    placedAt: time.optional().describe('UTC; now when left out.'),
    currency: z.enum(currencies, `must be one of ${currencies.join(', ')}`),
    method: z.enum(['delivery', 'pickup'], 'must be delivery or pickup'),
    payment,
    lines: z.array(orderLine).min(1, 'must have at least one line').max(500, 'must not have more than 500 lines'),
    totals: totals.optional().describe('Computed from the lines when left out.'),
    contact,
    shipping: address.nullish().describe('Needed for delivery; null or left out for pickup.'),
    note: prose(5000).default(''),
  })
  .refine((body) => body.method !== 'delivery' || Boolean(body.shipping), {
    path: ['shipping'],
    message: 'must be given for an order that is delivered',
  });

/** A checked order as it comes from an online store. */
export type OrderBody = z.output<typeof orderBody>;

/** What an online store may send. */
export type OrderInput = z.input<typeof orderBody>;
