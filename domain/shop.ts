import type { Courier } from './courier.ts';
import type { Currency, MinorUnits } from './money.ts';

/** The shop as customers and staff know it. One document, id `profile`. */
export type ShopProfile = {
  readonly type: 'profile';
  readonly id: 'profile';
  readonly shop: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly currency: Currency;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** BCP 47, for money and dates. */
  readonly locale: string;
  /** Basis points contained in prices: 600 is 6 %; 0 for none. */
  readonly taxRate: number;
  /** Minor units, for orders that are delivered. */
  readonly shippingFee: MinorUnits;
};

/** A person who may stand at a register. Id `staff:<id>`. */
export type StaffMember = {
  readonly type: 'staff';
  readonly id: string;
  readonly name: string;
  readonly role: 'owner' | 'cashier';
};

/** A courier of the shop. Id `courier:<slug>`. */
export type CourierFact = Courier & { readonly type: 'courier'; readonly id: string };

/** Something the shop sells. Id `product:<sku>`. */
export type Product = {
  readonly type: 'product';
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly category: string;
  readonly price: MinorUnits;
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** File name of a picture shipped with the product's pages, and a CSS colour to stand behind it. */
  readonly picture: string;
  readonly colour: string;
};

/** A paired device. Id `register:<hub user>`. `code` heads its receipt numbers. */
export type RegisterFact = {
  readonly type: 'register';
  readonly id: string;
  readonly register: string;
  readonly name: string;
  readonly code: string;
  /** UTC ISO. */
  readonly pairedAt: string;
};

/** What a register needs to know beside the orders. These documents travel only down. */
export type ShopFact = ShopProfile | StaffMember | CourierFact | Product | RegisterFact;
