import type { Change } from '../change.ts';
import { labelOf, type StatusLabel } from '../label.ts';
import type { ActName, StartName } from '../matrix.ts';
import type { Order } from '../order.ts';
import { settle } from '../settle.ts';
import { anOrder, changeOn, moves } from './fixtures.ts';

const BEFORE = '2026-03-01T02:01:00.000Z';
const settled = (order: Order, change: Change): Order => settle(order, change, BEFORE).order ?? order;

/** An order as the hub has it before either act arrives. */
export function startOf(start: StartName): Order {
  if (start === 'ready') {
    const fetched = anOrder({ method: 'pickup', shipping: null });
    return settled(fetched, moves('c-start', fetched, 'paid', 'ready-for-pickup'));
  }
  const order = anOrder();
  if (start === 'paid') return order;
  return settled(order, moves('c-start', order, 'paid', start));
}

/** The two sides: who acts, at which register, and how their acts differ where they can. */
const SIDES = {
  one: { staff: { id: 'staff:aina', name: 'Aina' }, register: { id: 'reg-a', name: 'Counter 1' }, mark: 'A' },
  other: { staff: { id: 'staff:ravi', name: 'Ravi' }, register: { id: 'reg-b', name: 'Counter 2' }, mark: 'B' },
} as const;

/** `act` as one side makes it on the order that stands at `start`, knowing nothing of the other side's. */
export function actOn(
  start: StartName,
  act: ActName,
  side: keyof typeof SIDES,
  mark: string = SIDES[side].mark,
): Change {
  const order = startOf(start);
  const { staff, register } = SIDES[side];
  return { ...changeOn(`c-${side}`, order, bodyOf(order, act, mark)), staff, register };
}

function bodyOf(order: Order, act: ActName, mark: string): Record<string, unknown> {
  const now = labelOf(order);
  const late: StatusLabel = now === 'ready-for-pickup' ? now : 'paid';
  switch (act) {
    case 'ship':
      return {
        kind: 'change-status',
        seen: 'paid',
        to: 'shipped',
        parcel: { courier: 'Ninja Van', trackingId: `NV-${mark}` },
        shippedTo: order.shipping,
      };
    case 'cancel':
      return { kind: 'change-status', seen: late, to: 'cancelled' };
    case 'refund':
      return { kind: 'change-status', seen: now, to: 'refunded' };
    case 'deliver':
      return { kind: 'change-status', seen: now, to: order.method === 'pickup' ? 'picked-up' : 'delivered' };
    case 'correct-tracking':
      return { kind: act, parcelId: 'p1', seenRevision: 1, courier: 'GDEX', trackingId: `G-${mark}`, tell: true };
    case 'correct-address':
      return {
        kind: act,
        seen: order.shipping,
        seenStatus: now,
        address: { ...anOrder().shipping, address1: `${mark} Jalan Baru` },
      };
    case 'add-note':
      return { kind: act, text: `Note ${mark}` };
    case 'acknowledge':
      return { kind: act };
  }
}
