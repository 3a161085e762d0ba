import { Refusal } from '../http/refusal.ts';
import type { Product, ShopFact, ShopProfile } from '../../domain/shop.ts';
import type { HubDatabase } from '../hub/hub.ts';
import type { Catalogue } from './wire/catalogue.ts';

/** The shop and its products, in the order of their SKUs. */
export type ShopCatalogue = { readonly profile: ShopProfile; readonly products: readonly Product[] };

/**
 * Read the shop's profile and products from its database.
 * @throws Refusal 503 `store-closed` when the shop has no profile yet; what the hub throws when it cannot be read.
 */
export async function readCatalogue(shop: Pick<HubDatabase, 'list'>): Promise<ShopCatalogue> {
  const facts: readonly ShopFact[] = await shop.list<ShopFact>('');
  const profile = facts.find((fact) => fact.type === 'profile');
  if (!profile) throw new Refusal(503, 'store-closed', 'This store is not open yet. Please come back later.');
  const products = facts.filter((fact) => fact.type === 'product');
  return { profile, products: products.toSorted((one, other) => (one.sku < other.sku ? -1 : 1)) };
}

/** What the page may know: field by field, so that a document's inner fields never slip out. */
export function catalogueAnswer({ profile, products }: ShopCatalogue): Catalogue {
  const { name, email, phone, address, currency, country, locale, taxRate, shippingFee } = profile;
  return {
    shop: { name, email, phone, address, currency, country, locale, taxRate, shippingFee },
    products: products.map((product) => ({
      sku: product.sku,
      name: product.name,
      description: product.description,
      category: product.category,
      price: product.price,
      options: product.options.map((option) => ({ name: option.name, values: [...option.values] })),
      picture: product.picture,
      colour: product.colour,
    })),
  };
}
