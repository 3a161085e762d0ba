import type { Order, Payment } from '../../domain/order.ts';

/** What a store gives of an order; the hub adds the rest (id, number, time, history, alarm). */
export type IntakeOrder = Pick<Order, 'source' | 'currency' | 'lines' | 'totals' | 'contact' | 'shipping' | 'note'> & {
  readonly method: 'delivery' | 'pickup';
  readonly payment: Pick<Payment, 'status' | 'method' | 'reference'>;
};

/**
 * Take an order in. Resolves after the durable write; the same key again resolves with the order it made the first time
 * and `created: false`.
 */
export type TakeOrder = (
  order: IntakeOrder,
  key: string,
) => Promise<{ readonly id: string; readonly number: string; readonly created: boolean }>;
