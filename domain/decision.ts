import type { Decide } from './change.ts';
import { type ActEntry, isAct, type OpenDecision } from './history.ts';
import type { Order } from './order.ts';

type Standing = Pick<Order, 'history'>;

/** The act a person took when deciding on this change, or null while nobody has. */
export function decisionOn(order: Standing, changeId: string): (ActEntry & Pick<Decide, 'decision' | 'take'>) | null {
  for (const entry of order.history) {
    if (!isAct(entry) || entry.what !== 'decide' || entry.code !== 'done') continue;
    if (entry.decision === changeId && entry.take) return { ...entry, decision: changeId, take: entry.take };
  }
  return null;
}

/** The history's entry on a person's act, or null. */
export function actOf(order: Standing, changeId: string): ActEntry | null {
  return order.history.find((entry): entry is ActEntry => entry.id === changeId && isAct(entry)) ?? null;
}

/**
 * The act that an undecided change contradicts: the last one that took effect on the same thing, by itself or because a
 * person decided for it. Null when it was no person's act, as with an order that came in so.
 */
export function standingAct(order: Standing, { change, code }: OpenDecision): ActEntry | null {
  for (const entry of order.history.toReversed()) {
    if (!isAct(entry) || entry.code !== 'done') continue;
    const act = entry.what === 'decide' ? decidedFor(order, entry) : entry;
    if (act && concerns(act, change, code)) return act;
  }
  return null;
}

function decidedFor(order: Standing, entry: ActEntry): ActEntry | null {
  return entry.take === 'other' ? actOf(order, entry.decision ?? '') : null;
}

function concerns(act: ActEntry, change: OpenDecision['change'], code: OpenDecision['code']): boolean {
  const ships = act.what === 'change-status' && act.to === 'shipped';
  switch (code) {
    case 'corrected-twice':
      return (
        ships ||
        (act.what === 'correct-tracking' && change.kind === 'correct-tracking' && act.parcelId === change.parcelId)
      );
    case 'shipped-twice':
      return act.what === 'change-status' || act.what === 'correct-tracking';
    case 'addressed-twice':
      return act.what === 'correct-address';
    case 'old-address':
      return change.kind === 'correct-address' ? act.what === 'change-status' : act.what === 'correct-address';
    default:
      return act.what === 'change-status';
  }
}
