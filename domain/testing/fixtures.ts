import type { Acknowledge, Change, ChangeStatus, RecordSale, Sale } from '../change.ts';
import { saleOrderId } from '../ids.ts';
import type { StatusLabel } from '../label.ts';
import type { Order } from '../order.ts';

/** An invented delivery order, paid and ringing; override what the test is about. */
export function anOrder(over: Partial<Order> = {}): Order {
  return {
    type: 'order',
    id: 'o-0123456789abcdef01234567',
    shop: 'demo',
    channel: 'online',
    number: '1001',
    source: { name: 'Online Store', reference: '' },
    placedAt: '2026-03-01T02:00:00.000Z',
    currency: 'MYR',
    method: 'delivery',
    payment: { status: 'paid', method: 'Test card', paidAt: '2026-03-01T02:00:00.000Z' },
    fulfilment: 'open',
    lines: [
      { id: 'l1', sku: 'MUG', name: 'Mug', options: [], quantity: 2, unitPrice: 2500, discount: 0, total: 5000 },
      { id: 'l2', sku: 'TEA', name: 'Tea', options: [], quantity: 1, unitPrice: 1800, discount: 300, total: 1500 },
    ],
    totals: { subtotal: 6500, discount: 0, shipping: 800, tax: 413, taxIncluded: true, total: 7300 },
    contact: { name: 'Mei Tan', email: 'mei@example.com', phone: '+60 12-000 0000' },
    shipping: {
      name: 'Mei Tan',
      phone: '+60 12-000 0000',
      address1: '1 Jalan Contoh',
      address2: '',
      city: 'Ipoh',
      postcode: '30000',
      region: 'Perak',
      country: 'MY',
    },
    note: '',
    parcels: [],
    alarm: { state: 'ringing', since: '2026-03-01T02:00:00.000Z' },
    messages: [],
    resends: [],
    decisions: [],
    history: [{ id: 'placed', what: 'placed', at: '2026-03-01T02:00:00.000Z', settledAt: '2026-03-01T02:00:00.000Z' }],
    ...over,
  };
}

const head = (id: string, orderId: string) => ({
  type: 'change' as const,
  id,
  shop: 'demo',
  orderId,
  register: { id: 'reg-a', name: 'Counter 1' },
  staff: { id: 'staff:aina', name: 'Aina' },
  at: '2026-03-01T02:05:00.000Z',
});

/** A status change on `order`, made by a person who saw its present label unless told otherwise. */
export function moves(
  id: string,
  order: Order,
  seen: StatusLabel,
  to: StatusLabel,
  parcel = { courier: 'Pos Laju', trackingId: 'EN123456785MY' },
): ChangeStatus {
  return {
    ...head(id, order.id),
    kind: 'change-status',
    seen,
    to,
    ...(to === 'shipped' ? { parcel } : {}),
  };
}

/** An acknowledgement of `order`'s alarm. */
export function acknowledges(id: string, order: Order): Acknowledge {
  return { ...head(id, order.id), kind: 'acknowledge' };
}

/** Any other change on `order`; `body` holds its kind and fields. */
export function changeOn(id: string, order: Order, body: Record<string, unknown>): Change {
  return { ...head(id, order.id), ...body } as Change;
}

/** A walk-in sale of two mugs paid in cash. */
export function aSale(id: string, over: Partial<Sale> = {}): RecordSale {
  return {
    ...head(id, saleOrderId(id)),
    kind: 'record-sale',
    sale: {
      receipt: 'R1-000001',
      currency: 'MYR',
      lines: [
        { id: 'l1', sku: 'MUG', name: 'Mug', options: [], quantity: 2, unitPrice: 2500, discount: 0, total: 5000 },
      ],
      totals: { subtotal: 5000, discount: 0, shipping: 0, tax: 283, taxIncluded: true, total: 5000 },
      payment: { method: 'cash', tendered: 5000 },
      ...over,
    },
  };
}
