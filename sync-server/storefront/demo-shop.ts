import type { ShopFact, ShopProfile, StaffMember } from '../../domain/shop.ts';
import { DEMO_COURIERS } from './demo/couriers.ts';
import { DEMO_PRODUCTS } from './demo/products.ts';

const profile = (shop: string): ShopProfile => ({
  type: 'profile',
  id: 'profile',
  shop,
  name: 'Daun & Tanah',
  email: 'hello@daun-tanah.example',
  phone: '+60 4-555 0142',
  address: '18 Lorong Seri Cempaka, 10200 George Town, Pulau Pinang',
  currency: 'MYR',
  country: 'MY',
  locale: 'en-MY',
  taxRate: 600,
  shippingFee: 890,
});

const DEMO_STAFF: readonly StaffMember[] = [
  { type: 'staff', id: 'staff:aisyah', name: 'Aisyah Rahim', role: 'owner' },
  { type: 'staff', id: 'staff:weiming', name: 'Tan Wei Ming', role: 'cashier' },
  { type: 'staff', id: 'staff:kavitha', name: 'Kavitha Nair', role: 'cashier' },
  { type: 'staff', id: 'staff:jolin', name: 'Jolin Sipaun', role: 'cashier' },
];

/**
 * Everything the demo shop's database starts with: an invented tea and homeware shop in George Town. People, address
 * and phone are invented. Prices and the shipping fee are in sen and contain 6 % tax.
 */
export function demoShopFacts(shop: string): ShopFact[] {
  return [profile(shop), ...DEMO_STAFF, ...DEMO_COURIERS, ...DEMO_PRODUCTS];
}
