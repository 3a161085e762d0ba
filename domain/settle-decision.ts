import type { ChangeStatus, CorrectTracking, Decide } from './change.ts';
import { decisionOn, standingAct } from './decision.ts';
import { type Effect, silenced } from './effect.ts';
import type { OpenDecision } from './history.ts';
import { labelOf } from './label.ts';
import type { Order, Parcel } from './order.ts';
import { remainingLines } from './parcel.ts';
import { trimmedAddress } from './shipping-address.ts';
import { stepped } from './stepped.ts';
import { applied, refused } from './verdict.ts';

/**
 * Settle a contradiction, once. The first to decide wins: one who decides the same way later is merged, one who decides
 * the other way is refused and so told. Taking the other act is refused as well when something else stands by now than
 * what the person looked at: nobody's act is undone unseen.
 */
export function settleDecision(order: Order, change: Decide): Effect {
  const about = { decision: change.decision, take: change.take };
  const open = order.decisions.find((each) => each.change.id === change.decision);
  if (!open) {
    const before = decisionOn(order, change.decision);
    if (!before) return { order, verdict: refused('target-unknown'), note: about };
    const verdict = before.take === change.take ? applied('same') : refused('decided-already');
    return { order, verdict, note: about };
  }
  const standing = standingAct(order, open)?.id ?? '';
  if (change.take === 'other' && standing !== change.seen)
    return { order, verdict: refused('decision-moved'), note: about };
  const after = change.take === 'other' ? silenced(forced(order, open), change) : order;
  const decisions = order.decisions.filter((each) => each !== open);
  const note = { ...about, from: labelOf(order), to: labelOf(after) };
  return { order: { ...after, decisions }, verdict: applied('done'), note };
}

/** The order with the undecided act's effect, whatever the table of steps says. Only a person's decision leads here. */
export function forced(order: Order, { change, code }: OpenDecision): Order {
  switch (change.kind) {
    case 'change-status':
      return forcedStatus(order, change, code);
    case 'correct-tracking':
      return {
        ...order,
        parcels: order.parcels.map((each) => (each.id === change.parcelId ? told(each, change) : each)),
      };
    case 'correct-address':
      return { ...order, shipping: trimmedAddress(change.address) };
    default:
      return order;
  }
}

function forcedStatus(order: Order, change: ChangeStatus, code: OpenDecision['code']): Order {
  // Goods that are handed over after all are paid for: a refund that was noted down is taken back with the decision.
  const isTakenBack = code === 'contradicts' && order.payment.status === 'refunded' && change.to !== 'cancelled';
  const paid: Order = isTakenBack ? { ...order, payment: { ...order.payment, status: 'paid' } } : order;
  const last = paid.parcels.at(-1);
  if (change.to !== 'shipped' || !change.parcel || !last || remainingLines(paid).length > 0)
    return stepped(paid, change);
  // The same goods again: the parcel there is gets the other label, and with it a revision to tell of.
  const parcels = [...paid.parcels.slice(0, -1), told(last, { ...change.parcel, tell: true })];
  const left = paid.fulfilment === 'shipped' || paid.fulfilment === 'delivered';
  return { ...paid, parcels, fulfilment: left ? paid.fulfilment : 'shipped' };
}

function told(parcel: Parcel, label: Pick<CorrectTracking, 'courier' | 'trackingId' | 'tell'>): Parcel {
  const courier = label.courier.trim();
  const trackingId = label.trackingId.trim();
  if (parcel.courier === courier && parcel.trackingId === trackingId) return parcel;
  return { ...parcel, courier, trackingId, revision: parcel.revision + 1, tell: label.tell };
}
