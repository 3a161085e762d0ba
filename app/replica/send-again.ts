import type { Act, Change, StaffRef } from '../../domain/change.ts';
import { standingAct } from '../../domain/decision.ts';
import { ShopbellError } from '../../domain/errors.ts';
import type { Order } from '../../domain/order.ts';
import { labelOf } from '../../domain/label.ts';
import type { ChangeRow } from './collections.ts';
import type { Outbox } from './outbox.ts';

type Parts = {
  readonly outbox: Outbox;
  readonly save: (act: Act, staff: StaffRef) => Promise<Change>;
  /** The order as people see it now, or null when it is not known here. */
  readonly seen: (orderId: string) => Promise<Order | null>;
};

/**
 * Makes a refused change anew, in the same person's name, on top of what is seen now; then the old one is discarded. In this
 * order, so that a crash between the two leaves one too many on the list and never one too few.
 * @returns a function that throws ShopbellError `not-refused` for a change that is not parked, or what saving throws.
 */
export function createSendAgain({ outbox, save, seen }: Parts): (changeId: string) => Promise<Change> {
  return async (changeId) => {
    const row = outbox.rows().find((each) => each.id === changeId && each.state === 'refused');
    if (!row) throw new ShopbellError('not-refused', 'This change is not refused any more. Look at the list again.');
    const made = await save(actOf(row, await seen(row.change.orderId)), row.change.staff);
    await outbox.discard(changeId);
    return made;
  };
}

function actOf({ change }: ChangeRow, order: Order | null): Act {
  const { type: _type, id: _id, shop: _shop, register: _register, staff: _staff, at: _at, ...body } = change;
  return order ? seenNow(body, order) : body;
}

function seenNow(act: Act, order: Order): Act {
  switch (act.kind) {
    case 'change-status':
      return { ...act, seen: labelOf(order) };
    case 'correct-tracking': {
      const parcel = order.parcels.find((each) => each.id === act.parcelId);
      return { ...act, seenRevision: parcel?.revision ?? act.seenRevision };
    }
    case 'correct-address':
      return { ...act, seen: order.shipping, seenStatus: labelOf(order) };
    case 'decide': {
      const open = order.decisions.find((each) => each.change.id === act.decision);
      return { ...act, seen: open ? (standingAct(order, open)?.id ?? '') : act.seen };
    }
    default:
      return act;
  }
}
