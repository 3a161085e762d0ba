import { alarmAtIntake } from '../../domain/alarm.ts';
import type { Order } from '../../domain/order.ts';
import { Refusal } from '../http/refusal.ts';
import type { OrderBody } from './order-body.ts';
import { type Sums, sumsOf } from './sums.ts';

/** A store's clock may run ahead of ours by this much. */
const AHEAD_MS = 24 * 60 * 60 * 1000;
const EARLIEST = Date.UTC(2000, 0, 1);

/** A checked order that only lacks what intake gives it: number and time of arrival. */
export type CheckedOrder = { readonly body: OrderBody; readonly sums: Sums };

/**
 * Check what no single field shows: sums, and times that cannot be.
 * @param now ms since 1970.
 * @throws Refusal 400 naming the field.
 */
export function checkOrder(body: OrderBody, now: number): CheckedOrder {
  for (const [path, time] of [
    ['placedAt', body.placedAt],
    ['payment.paidAt', body.payment.paidAt],
  ] as const) {
    const ms = time === undefined ? now : Date.parse(time);
    if (Number.isNaN(ms) || ms < EARLIEST || ms > now + AHEAD_MS)
      throw new Refusal(400, 'invalid', 'A time lies too far back or ahead.', {
        errors: [{ path, message: 'must lie between the year 2000 and now' }],
      });
  }
  return { body, sums: sumsOf(body) };
}

/** What intake gives an order. `at` is UTC ISO by the hub's clock. */
export type Arrival = { readonly id: string; readonly shop: string; readonly number: string; readonly at: string };

/** The order as the hub keeps it. The same order and arrival always make the same document. */
export function newOrder({ body, sums }: CheckedOrder, arrival: Arrival): Order {
  const { payment, shipping } = body;
  const placedAt = utc(body.placedAt ?? arrival.at);
  const order: Omit<Order, 'alarm'> = {
    type: 'order',
    id: arrival.id,
    shop: arrival.shop,
    channel: 'online',
    number: arrival.number,
    source: { name: body.source?.name ?? 'Online Store', reference: body.source?.reference ?? '' },
    placedAt,
    currency: body.currency,
    method: body.method,
    payment: {
      status: payment.status,
      method: payment.method,
      ...(payment.status === 'paid' ? { paidAt: utc(payment.paidAt ?? placedAt) } : {}),
      ...(payment.reference === undefined ? {} : { reference: payment.reference }),
    },
    fulfilment: 'open',
    lines: sums.lines,
    totals: sums.totals,
    contact: body.contact,
    shipping: body.method === 'delivery' && shipping ? shipping : null,
    note: body.note,
    parcels: [],
    messages: [],
    resends: [],
    decisions: [],
    history: [{ id: 'placed', what: 'placed', at: placedAt, settledAt: arrival.at }],
  };
  return { ...order, alarm: alarmAtIntake(order, arrival.at) };
}

const utc = (time: string) => new Date(time).toISOString();
