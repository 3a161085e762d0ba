import { labelOf, type StatusLabel } from './label.ts';
import type { Order } from './order.ts';

type Table = Partial<Record<StatusLabel, readonly StatusLabel[]>>;

/** Allowed steps of an order that is delivered. No other step is ever applied. */
const DELIVERY: Table = {
  'pending-payment': ['paid', 'cancelled'],
  paid: ['preparing', 'shipped', 'cancelled'],
  preparing: ['shipped', 'cancelled'],
  'partly-shipped': ['shipped'],
  shipped: ['delivered', 'refunded'],
  delivered: ['refunded'],
  cancelled: ['refunded'],
};

/** Allowed steps of an order the customer fetches. */
const PICKUP: Table = {
  'pending-payment': ['paid', 'cancelled'],
  paid: ['preparing', 'ready-for-pickup', 'cancelled'],
  preparing: ['ready-for-pickup', 'cancelled'],
  'ready-for-pickup': ['picked-up', 'cancelled'],
  'picked-up': ['refunded'],
  cancelled: ['refunded'],
};

/** A walk-in sale is paid and handed over at once. */
const COUNTER: Table = { paid: ['refunded'] };

/** The table for each method, exported whole so that tests can hold every applied step against it. */
export const STEPS = { delivery: DELIVERY, pickup: PICKUP, counter: COUNTER } as const;

/**
 * The statuses this order may go to next, in the order they are offered. An order that was never paid has
 * nothing to refund, so cancelling it ends it.
 */
export function stepsFrom(order: Pick<Order, 'channel' | 'method' | 'payment' | 'fulfilment'>): readonly StatusLabel[] {
  const next = STEPS[order.method][labelOf(order)] ?? [];
  return order.payment.status === 'paid' ? next : next.filter((label) => label !== 'refunded');
}

/** How far along its way a status is; used to tell "already past that" from "contradiction". */
export function progressOf(label: StatusLabel): number {
  const way: StatusLabel[][] = [
    ['pending-payment'],
    ['paid'],
    ['preparing'],
    ['partly-shipped', 'ready-for-pickup'],
    ['shipped'],
    ['delivered', 'picked-up'],
  ];
  return way.findIndex((stage) => stage.includes(label));
}
