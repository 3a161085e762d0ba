import type { CourierFact } from '../../../domain/shop.ts';

/**
 * Couriers a Malaysian shop meets. Patterns are those of the couriers' public tracking pages as published integrations
 * (shop plug-ins, tracking libraries) use them; a pattern is empty where those disagree with one another, because a link that
 * opens the wrong page is worse for a customer than none. Seen in agreement, none of them called from here:
 * Pos Laju `tracking.pos.com.my/tracking/…`, Ninja Van `…/en-my/tracking?id=`, City-Link `…/tracking-result/?track0=`,
 * DHL `…/my-en/home/tracking.html?tracking-id=` (one page for Express and eCommerce), FedEx `…/fedextrack/?trknbr=`,
 * UPS `…/track?tracknum=`. In disagreement: J&T Express (six different parameters), GDEX (four different pages).
 */
export const DEMO_COURIERS: readonly CourierFact[] = [
  courier('pos-laju', 'Pos Laju', 'https://tracking.pos.com.my/tracking/{id}'),
  courier('jt-express', 'J&T Express', ''),
  courier('ninja-van', 'Ninja Van', 'https://www.ninjavan.co/en-my/tracking?id={id}'),
  courier('gdex', 'GDEX', ''),
  courier('city-link', 'City-Link Express', 'https://www.citylinkexpress.com/tracking-result/?track0={id}'),
  courier('dhl-ecommerce', 'DHL eCommerce', 'https://www.dhl.com/my-en/home/tracking.html?tracking-id={id}'),
  courier('dhl-express', 'DHL Express', 'https://www.dhl.com/my-en/home/tracking.html?tracking-id={id}'),
  courier('fedex', 'FedEx', 'https://www.fedex.com/fedextrack/?trknbr={id}'),
  courier('ups', 'UPS', 'https://www.ups.com/track?tracknum={id}'),
];

function courier(slug: string, name: string, trackingUrl: string): CourierFact {
  return { type: 'courier', id: `courier:${slug}`, name, trackingUrl };
}
