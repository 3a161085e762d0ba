import type { RxCollection } from 'rxdb';
import type { ShopFact } from '../../domain/shop.ts';
import type { FactRow } from './collections.ts';
import { SINCE_ID } from './pull-facts.ts';
import type { ShopFacts } from './replica.ts';

/** Everything stored about the shop, sorted by name. */
export async function readShopFacts(collection: RxCollection<FactRow>): Promise<ShopFacts> {
  const rows = await collection.find().exec();
  const facts = rows.filter((row) => row.id !== SINCE_ID).map((row) => row.toJSON().fact as ShopFact);
  const of = <T extends ShopFact['type']>(type: T): Extract<ShopFact, { type: T }>[] =>
    facts
      .filter((fact): fact is Extract<ShopFact, { type: T }> => fact.type === type)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    profile: of('profile')[0] ?? null,
    staff: of('staff'),
    couriers: of('courier'),
    products: of('product'),
    registers: of('register'),
  };
}
