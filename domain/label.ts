import type { Channel, Fulfilment, PaymentStatus } from './axes.ts';

/** The one status people see. Payment and fulfilment are two axes underneath (design.md, Words). */
export const STATUS_LABELS = [
  'pending-payment',
  'paid',
  'preparing',
  'partly-shipped',
  'shipped',
  'delivered',
  'ready-for-pickup',
  'picked-up',
  'cancelled',
  'refunded',
] as const;

export type StatusLabel = (typeof STATUS_LABELS)[number];

/** True when `value` is one of the ten labels. */
export function isStatusLabel(value: unknown): value is StatusLabel {
  return STATUS_LABELS.includes(value as StatusLabel);
}

const BY_FULFILMENT: Record<Exclude<Fulfilment, 'open' | 'handed-over'>, StatusLabel> = {
  preparing: 'preparing',
  'partly-shipped': 'partly-shipped',
  shipped: 'shipped',
  delivered: 'delivered',
  ready: 'ready-for-pickup',
  'picked-up': 'picked-up',
  cancelled: 'cancelled',
};

/** The two axes of an order, and the channel, which is all the label depends on. */
export type Axes = {
  readonly channel: Channel;
  readonly payment: { readonly status: PaymentStatus };
  readonly fulfilment: Fulfilment;
};

/** The label for an order's two axes. Money given back outranks everything; a walk-in sale is *Paid*. */
export function labelOf(order: Axes): StatusLabel {
  if (order.payment.status === 'refunded') return 'refunded';
  if (order.fulfilment === 'open' || order.fulfilment === 'handed-over')
    return order.payment.status === 'paid' ? 'paid' : 'pending-payment';
  return BY_FULFILMENT[order.fulfilment];
}
