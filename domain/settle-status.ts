import type { ChangeStatus } from './change.ts';
import { type Effect, silenced } from './effect.ts';
import { labelOf, type StatusLabel } from './label.ts';
import type { Order } from './order.ts';
import { sameAddress } from './shipping-address.ts';
import { stepped } from './stepped.ts';
import { progressOf, STEPS, stepsFrom } from './steps.ts';
import { applied, needsDecision, refused, type Verdict } from './verdict.ts';

/** Goods left the shop, or are promised to: what a cancellation contradicts. */
const HANDED_OVER: readonly StatusLabel[] = ['partly-shipped', 'shipped', 'delivered', 'ready-for-pickup', 'picked-up'];
const CALLED_OFF: readonly StatusLabel[] = ['cancelled', 'refunded'];

/** Decide a status change: a step of the table is applied; anything else is merged, refused or put before a person. */
export function settleStatus(order: Order, change: ChangeStatus): Effect {
  const now = labelOf(order);
  const note = change.parcel ? { courier: change.parcel.courier, trackingId: change.parcel.trackingId } : {};
  if (change.to === 'shipped' && !parcelGiven(change)) return { order, verdict: refused('parcel-missing'), note };
  if (change.to === 'shipped' && now !== 'cancelled' && isOnOrder(order, change))
    return { order, verdict: applied('same'), note };
  if (change.to === now) return { order, verdict: sameTarget(change), note };
  if (!stepsFrom(order).includes(change.to)) return { order, verdict: missedStep(order, now, change), note };
  if (change.shippedTo && !sameAddress(order.shipping, change.shippedTo))
    return { order, verdict: needsDecision('old-address'), note };
  return { order: silenced(stepped(order, change), change), verdict: applied('done'), note };
}

function parcelGiven(change: ChangeStatus): boolean {
  return Boolean(change.parcel && change.parcel.courier.trim() && change.parcel.trackingId.trim());
}

function isOnOrder(order: Order, { parcel }: ChangeStatus): boolean {
  return order.parcels.some(
    ({ courier, trackingId }) => courier === parcel?.courier.trim() && trackingId === parcel.trackingId.trim(),
  );
}

function sameTarget(change: ChangeStatus): Verdict {
  return change.to === 'shipped' ? needsDecision('shipped-twice') : applied('same');
}

function missedStep(order: Order, now: StatusLabel, change: ChangeStatus): Verdict {
  const { seen, to } = change;
  // A step that was not even open from what the person saw is no act of two people, but a mistake of one.
  if (seen === now || !STEPS[order.method][seen]?.includes(to)) return refused('step-not-allowed');
  if (to === 'shipped' && now !== 'cancelled' && order.parcels.length > 0) return needsDecision('shipped-twice');
  if (now === 'refunded' && (to === 'cancelled' || order.fulfilment !== 'cancelled')) return applied('overtaken');
  const crossed =
    (CALLED_OFF.includes(now) && (HANDED_OVER.includes(to) || to === 'preparing')) ||
    (CALLED_OFF.includes(to) && HANDED_OVER.includes(now));
  if (crossed) return needsDecision('contradicts');
  const passed = progressOf(to) >= 0 && progressOf(to) < progressOf(now);
  return passed ? applied('overtaken') : refused('step-not-allowed');
}
