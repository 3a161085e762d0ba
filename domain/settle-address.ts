import type { CorrectAddress } from './change.ts';
import type { Effect } from './effect.ts';
import type { StatusLabel } from './label.ts';
import type { Order } from './order.ts';
import { isDeliverable, sameAddress, trimmedAddress } from './shipping-address.ts';
import { applied, needsDecision, refused } from './verdict.ts';

/** Labels under which no parcel has left yet. */
const STILL_HERE: readonly StatusLabel[] = ['pending-payment', 'paid', 'preparing'];

/**
 * Decide a correction of the shipping address. Alike, two people merge; differently, they contradict each other. So do
 * a correction and a parcel that left meanwhile, for the old address stands on its label.
 */
export function settleAddress(order: Order, change: CorrectAddress): Effect {
  const address = trimmedAddress(change.address);
  const note = { address };
  if (order.method !== 'delivery' || !isDeliverable(address)) return { order, verdict: refused('no-address'), note };
  if (sameAddress(order.shipping, address)) return { order, verdict: applied('same'), note };
  if (!sameAddress(order.shipping, change.seen)) return { order, verdict: needsDecision('addressed-twice'), note };
  if (order.parcels.length > 0 && STILL_HERE.includes(change.seenStatus))
    return { order, verdict: needsDecision('old-address'), note };
  return { order: { ...order, shipping: address }, verdict: applied('done'), note };
}
