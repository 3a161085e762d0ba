import type { Order } from '../../domain/order.ts';
import type { HubDatabase } from '../hub/hub.ts';
import { Refusal } from '../http/refusal.ts';
import type { IntakeOrder, TakeOrder } from './intake-order.ts';
import { placedAnswer } from './placed-answer.ts';
import { type Priced, priceItems } from './price-items.ts';
import { readCatalogue, type ShopCatalogue } from './read-catalogue.ts';
import type { CheckoutRequest, QuoteRequest } from './wire/checkout.ts';
import type { Placed } from './wire/priced.ts';

export type StoreDeps = {
  readonly shop: Pick<HubDatabase, 'list'>;
  readonly orders: Pick<HubDatabase, 'get'>;
  readonly intake: TakeOrder;
};

type GoodPrice = Extract<Priced, { ok: true }>;

/**
 * What a cart costs now.
 * @throws Refusal 422 `checkout-refused` naming each item that cannot be sold.
 */
export function priceOrRefuse({ profile, products }: ShopCatalogue, cart: QuoteRequest): GoodPrice {
  const priced = priceItems(profile, products, cart.items, cart.method);
  if (priced.ok) return priced;
  throw new Refusal(422, 'checkout-refused', 'Something in the cart needs another look.', { errors: priced.faults });
}

/**
 * Take a checkout to an order. Prices come from the shop's catalogue alone. The answer shows the order as the hub keeps
 * it, so that a key used twice shows what was truly ordered the first time.
 * @throws Refusal 422 for items, 409 when the total is no longer what the customer saw, 402 when the test
 * payment is declined; nothing is stored then.
 */
export async function placeOrder(deps: StoreDeps, body: CheckoutRequest): Promise<Placed> {
  const catalogue = await readCatalogue(deps.shop);
  const priced = priceOrRefuse(catalogue, body);
  if (priced.totals.total !== body.expectedTotal)
    throw new Refusal(
      409,
      'checkout-total-changed',
      'The price has changed since you opened this page. Nothing was charged: look at the new total and pay again.',
    );
  if (body.payment.outcome === 'decline')
    throw new Refusal(
      402,
      'payment-declined',
      'The payment was declined. Nothing was charged and your cart is unchanged: choose another way and pay again.',
    );
  const order = orderOf(catalogue, body, priced);
  const taken = await deps.intake(order, body.key);
  const stored = await deps.orders.get<Order>(taken.id);
  return placedAnswer(stored ?? order, taken);
}

function orderOf({ profile }: ShopCatalogue, body: CheckoutRequest, { lines, totals }: GoodPrice): IntakeOrder {
  const { contact, method, note } = body;
  // From the key, not from chance: a repeated post must be the same order in every field.
  const reference = `WEB-${body.key.slice(-8).toUpperCase()}`;
  const { name, phone } = contact;
  const shipping =
    method === 'delivery' && body.shipping ? { name, phone, ...body.shipping, country: profile.country } : null;
  return {
    source: { name: 'Online Store', reference },
    currency: profile.currency,
    method,
    payment: { status: 'paid', method: 'Test payment', reference: `TEST-${reference}` },
    lines,
    totals,
    contact,
    shipping,
    note,
  };
}
