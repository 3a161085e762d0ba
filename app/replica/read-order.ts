import type { Fulfilment } from '../../domain/axes.ts';
import { isId } from '../../domain/ids.ts';
import { isCurrency, isMinorUnits } from '../../domain/money.ts';
import type { Order } from '../../domain/order.ts';
import { type Fields, isFields } from './fields.ts';

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const whole: Check = (value) => Number.isSafeInteger(value);
const time: Check = (value) => typeof value === 'string' && Number.isFinite(Date.parse(value));
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);
const shape =
  (fields: Shape): Check =>
  (value) =>
    isFields(value) && Object.entries(fields).every(([key, check]) => check(value[key]));
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const FULFILMENTS: readonly Fulfilment[] = [
  'open', 'preparing', 'partly-shipped', 'shipped', 'delivered', 'ready', 'picked-up', 'handed-over', 'cancelled',
]; // prettier-ignore

const line = shape({
  id: text,
  sku: text,
  name: text,
  options: listOf(shape({ name: text, value: text })),
  quantity: whole,
  unitPrice: isMinorUnits,
  discount: isMinorUnits,
  total: isMinorUnits,
});

const parcel = shape({
  id: text,
  courier: text,
  trackingId: text,
  lines: listOf(shape({ line: text, quantity: whole })),
  shippedAt: text,
  revision: whole,
  tell: flag,
});

const address = shape(
  Object.fromEntries(
    ['name', 'phone', 'address1', 'address2', 'city', 'postcode', 'region', 'country'].map((key) => [key, text]),
  ),
);

const ORDER = shape({
  type: oneOf('order'),
  id: isId,
  shop: isId,
  channel: oneOf('online', 'in-store'),
  number: text,
  source: shape({ name: text, reference: text }),
  placedAt: time,
  currency: isCurrency,
  method: oneOf('delivery', 'pickup', 'counter'),
  payment: shape({ status: oneOf('unpaid', 'paid', 'refunded'), method: text }),
  fulfilment: oneOf(...FULFILMENTS),
  lines: listOf(line),
  totals: shape({
    subtotal: isMinorUnits,
    discount: isMinorUnits,
    shipping: isMinorUnits,
    tax: isMinorUnits,
    taxIncluded: flag,
    total: isMinorUnits,
  }),
  contact: shape({ name: text, email: text, phone: text }),
  shipping: orNull(address),
  note: text,
  parcels: listOf(parcel),
  alarm: shape({ state: oneOf('quiet', 'ringing', 'acknowledged') }),
  messages: listOf(shape({ key: text, state: text })),
  resends: listOf(shape({ key: text, changeId: text })),
  decisions: listOf(shape({ change: isFields, met: text, code: text })),
  history: listOf(shape({ id: text, what: text, at: text })),
});

/**
 * The order in a document of the hub, without CouchDB's own fields; unknown fields are kept. Null when the document
 * is not an order of this shop that every screen and rule can read.
 */
export function readOrder(doc: Fields, shop: string): Order | null {
  if (doc['_id'] !== doc['id'] || doc['shop'] !== shop || !ORDER(doc)) return null;
  return Object.fromEntries(Object.entries(doc).filter(([key]) => !key.startsWith('_'))) as unknown as Order;
}
