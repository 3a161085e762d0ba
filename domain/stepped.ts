import type { Fulfilment } from './axes.ts';
import type { ChangeStatus } from './change.ts';
import type { StatusLabel } from './label.ts';
import type { Order, Parcel } from './order.ts';
import { remainingLines } from './parcel.ts';

const FULFILMENT: Partial<Record<StatusLabel, Fulfilment>> = {
  preparing: 'preparing',
  shipped: 'shipped',
  delivered: 'delivered',
  'ready-for-pickup': 'ready',
  'picked-up': 'picked-up',
  cancelled: 'cancelled',
};

/** The order after a step. Whether the step may be taken is for the caller to know. */
export function stepped(order: Order, change: ChangeStatus): Order {
  if (change.to === 'paid') return { ...order, payment: { ...order.payment, status: 'paid', paidAt: change.at } };
  if (change.to === 'refunded') return { ...order, payment: { ...order.payment, status: 'refunded' } };
  const fulfilment = FULFILMENT[change.to] ?? order.fulfilment;
  if (change.to !== 'shipped' || !change.parcel) return { ...order, fulfilment };
  return { ...order, fulfilment, parcels: [...order.parcels, newParcel(order, change, change.parcel)] };
}

function newParcel(order: Order, change: ChangeStatus, given: NonNullable<ChangeStatus['parcel']>): Parcel {
  return {
    id: `p${order.parcels.length + 1}`,
    courier: given.courier.trim(),
    trackingId: given.trackingId.trim(),
    lines: remainingLines(order),
    shippedAt: change.at,
    revision: 1,
    tell: true,
  };
}
