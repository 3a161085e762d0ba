import type { ChangeStatus } from './change.ts';
import { labelOf, type StatusLabel } from './label.ts';
import type { Fulfilment } from './axes.ts';
import type { Order, Parcel } from './order.ts';
import { remainingLines } from './parcel.ts';
import { type Effect, silenced } from './effect.ts';
import { progressOf, stepsFrom } from './steps.ts';
import { applied, needsDecision, refused, type Verdict } from './verdict.ts';

const FULFILMENT: Partial<Record<StatusLabel, Fulfilment>> = {
  preparing: 'preparing',
  shipped: 'shipped',
  delivered: 'delivered',
  'ready-for-pickup': 'ready',
  'picked-up': 'picked-up',
  cancelled: 'cancelled',
};

/** Goods left the shop, or are promised to: what a cancellation contradicts. */
const HANDED_OVER: readonly StatusLabel[] = ['partly-shipped', 'shipped', 'delivered', 'ready-for-pickup', 'picked-up'];
const CALLED_OFF: readonly StatusLabel[] = ['cancelled', 'refunded'];

/** Decide a status change: a step of the table is applied; anything else is merged, refused or put before a person. */
export function settleStatus(order: Order, change: ChangeStatus): Effect {
  const now = labelOf(order);
  const note = change.parcel ? { courier: change.parcel.courier, trackingId: change.parcel.trackingId } : {};
  if (change.to === 'shipped' && !parcelGiven(change)) return { order, verdict: refused('parcel-missing'), note };
  if (change.to === now) return { order, verdict: sameTarget(order, change), note };
  if (!stepsFrom(order).includes(change.to)) return { order, verdict: missedStep(now, change), note };
  return { order: silenced(stepped(order, change), change), verdict: applied('done'), note };
}

function parcelGiven(change: ChangeStatus): boolean {
  return Boolean(change.parcel && change.parcel.courier.trim() && change.parcel.trackingId.trim());
}

function sameTarget(order: Order, change: ChangeStatus): Verdict {
  if (change.to !== 'shipped') return applied('same');
  const alike = order.parcels.some(
    (parcel) => parcel.courier === change.parcel?.courier && parcel.trackingId === change.parcel.trackingId,
  );
  return alike ? applied('same') : needsDecision('shipped-twice');
}

function missedStep(now: StatusLabel, change: ChangeStatus): Verdict {
  if (change.seen === now) return refused('step-not-allowed');
  const crossed =
    (CALLED_OFF.includes(now) && (HANDED_OVER.includes(change.to) || change.to === 'preparing')) ||
    (CALLED_OFF.includes(change.to) && HANDED_OVER.includes(now));
  if (crossed) return needsDecision('contradicts');
  const passed = progressOf(change.to) >= 0 && progressOf(change.to) < progressOf(now);
  return passed ? applied('overtaken') : refused('step-not-allowed');
}

function stepped(order: Order, change: ChangeStatus): Order {
  if (change.to === 'paid') return { ...order, payment: { ...order.payment, status: 'paid', paidAt: change.at } };
  if (change.to === 'refunded') return { ...order, payment: { ...order.payment, status: 'refunded' } };
  const fulfilment = FULFILMENT[change.to] ?? order.fulfilment;
  if (change.to !== 'shipped' || !change.parcel) return { ...order, fulfilment };
  const parcel: Parcel = {
    id: `p${order.parcels.length + 1}`,
    courier: change.parcel.courier.trim(),
    trackingId: change.parcel.trackingId.trim(),
    lines: remainingLines(order),
    shippedAt: change.at,
    revision: 1,
    tell: true,
  };
  return { ...order, fulfilment, parcels: [...order.parcels, parcel] };
}
