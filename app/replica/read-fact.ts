import { isId } from '../../domain/ids.ts';
import type { ShopFact } from '../../domain/shop.ts';
import type { Fields } from './fields.ts';

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  profile: ['shop', 'name', 'currency', 'locale', 'country'],
  staff: ['name', 'role'],
  courier: ['name', 'trackingUrl'],
  product: ['sku', 'name', 'category'],
  register: ['register', 'name', 'code'],
};

/** The fact in a document of the `shop` database, without CouchDB's own fields; null when it is not one. */
export function readFact(doc: Fields): ShopFact | null {
  const needed =
    typeof doc['type'] === 'string' && Object.hasOwn(NEEDED, doc['type']) ? NEEDED[doc['type']] : undefined;
  if (!needed || !isId(doc['id']) || doc['_id'] !== doc['id']) return null;
  if (!needed.every((key) => typeof doc[key] === 'string')) return null;
  if (doc['type'] === 'product' && (!Number.isSafeInteger(doc['price']) || !Array.isArray(doc['options']))) return null;
  return Object.fromEntries(Object.entries(doc).filter(([key]) => !key.startsWith('_'))) as unknown as ShopFact;
}
