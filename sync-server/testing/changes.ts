import { randomUUID } from 'node:crypto';
import type { Act, Change, ChangeHead } from '../../domain/change.ts';

/** A change as a register makes it, of an invented person. */
export function changeOf(act: Exclude<Act, { kind: 'record-sale' }>, more: Partial<ChangeHead> = {}): Change {
  return {
    ...act,
    type: 'change',
    id: `c-${randomUUID()}`,
    shop: 'demo',
    register: { id: 'reg-0001', name: 'Counter 1' },
    staff: { id: 'bo', name: 'Bo Example' },
    at: new Date().toISOString(),
    ...more,
  };
}

/** *Shipped* with courier and tracking ID. */
export function shipped(orderId: string, trackingId = 'TRK1', more: Partial<ChangeHead> = {}): Change {
  return changeOf(
    { kind: 'change-status', orderId, seen: 'paid', to: 'shipped', parcel: { courier: 'Pos Laju', trackingId } },
    more,
  );
}
