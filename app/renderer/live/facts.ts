import { createContext, use } from 'react';
import type { ShopFacts } from '../../replica/replica.ts';

export const NO_FACTS: ShopFacts = { profile: null, staff: [], couriers: [], products: [], registers: [] };

export const FactsContext = createContext<ShopFacts>(NO_FACTS);

/** Everything this register knows of its shop beside orders; live. */
export function useFacts(): ShopFacts {
  return use(FactsContext);
}
