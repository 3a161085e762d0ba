import { z } from 'zod';
import { type Currency, isCurrency } from '../../../domain/money.ts';

const minorUnits = z.int().nonnegative();
const currency = z.custom<Currency>(isCurrency, 'This currency is not known.');

/** A product as the page shows it. Money in minor units of the shop's currency. */
export const productSchema = z.object({
  sku: z.string(),
  name: z.string(),
  description: z.string(),
  category: z.string(),
  price: minorUnits,
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  picture: z.string(),
  colour: z.string(),
});

/** The answer of `GET /store/api/catalogue`: the shop, and its products in the order they are shown. */
export const catalogueSchema = z.object({
  shop: z.object({
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    address: z.string(),
    currency,
    country: z.string(),
    locale: z.string(),
    taxRate: z.int().nonnegative(),
    shippingFee: minorUnits,
  }),
  products: z.array(productSchema),
});

export type Catalogue = z.infer<typeof catalogueSchema>;
export type CatalogueProduct = z.infer<typeof productSchema>;
