import type { ShopProfile } from '../../domain/shop.ts';

/** The profile a shop starts with when it is not the demo shop: enough to work, to be changed by its owner. */
export function plainProfile(shop: string): ShopProfile {
  return {
    type: 'profile',
    id: 'profile',
    shop,
    name: 'My Shop',
    email: '',
    phone: '',
    address: '',
    currency: 'USD',
    country: 'US',
    locale: 'en-US',
    taxRate: 0,
    shippingFee: 0,
  };
}
