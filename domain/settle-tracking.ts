import type { CorrectTracking } from './change.ts';
import type { Order } from './order.ts';
import type { Effect } from './effect.ts';
import { applied, needsDecision, refused } from './verdict.ts';

/**
 * Decide a correction of a parcel's courier or tracking ID. Two people who corrected the same revision
 * differently contradict each other; alike, they merge.
 */
export function settleTracking(order: Order, change: CorrectTracking): Effect {
  const courier = change.courier.trim();
  const trackingId = change.trackingId.trim();
  const note = { courier, trackingId, parcelId: change.parcelId };
  if (!courier || !trackingId) return { order, verdict: refused('parcel-missing'), note };
  const parcel = order.parcels.find((each) => each.id === change.parcelId);
  if (!parcel) return { order, verdict: refused('target-unknown'), note };
  if (parcel.courier === courier && parcel.trackingId === trackingId) return { order, verdict: applied('same'), note };
  if (parcel.revision !== change.seenRevision) return { order, verdict: needsDecision('corrected-twice'), note };
  const corrected = { ...parcel, courier, trackingId, revision: parcel.revision + 1, tell: change.tell };
  return {
    order: { ...order, parcels: order.parcels.map((each) => (each.id === parcel.id ? corrected : each)) },
    verdict: applied('done'),
    note,
  };
}
