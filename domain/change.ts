import type { StatusLabel } from './label.ts';
import type { OrderLine, Totals } from './line.ts';
import type { Currency, MinorUnits } from './money.ts';
import type { ShippingAddress } from './shipping-address.ts';

/** Every kind of act a person can do. A change is immutable and travels only up. */
export const CHANGE_KINDS = [
  'change-status',
  'acknowledge',
  'add-note',
  'correct-tracking',
  'correct-address',
  'decide',
  'record-sale',
  'send-again',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** The paired device that made a change; `id` is also its hub user's name. */
export type RegisterRef = { readonly id: string; readonly name: string };

/** The person at the register, picked from the shop's list. */
export type StaffRef = { readonly id: string; readonly name: string };

/** What every change carries. `at` is UTC ISO by the register's clock, for people to read; it never decides an order of acts. */
export type ChangeHead = {
  readonly type: 'change';
  readonly id: string;
  readonly shop: string;
  readonly orderId: string;
  readonly register: RegisterRef;
  readonly staff: StaffRef;
  readonly at: string;
};

/** Move an order to another status. `seen` is the label on screen when the person decided. */
export type ChangeStatus = ChangeHead & {
  readonly kind: 'change-status';
  readonly seen: StatusLabel;
  readonly to: StatusLabel;
  /** Present exactly when `to` is `shipped`. */
  readonly parcel?: { readonly courier: string; readonly trackingId: string };
  /** With *Shipped* of a delivery: the address on screen, which is what stands on the label. Absent: not known. */
  readonly shippedTo?: ShippingAddress;
};

/** "I have seen it": silences the alarm on every register. */
export type Acknowledge = ChangeHead & { readonly kind: 'acknowledge' };

/** An internal note, never sent to the customer. */
export type AddNote = ChangeHead & { readonly kind: 'add-note'; readonly text: string };

/** Correct a parcel's courier or tracking ID. `seenRevision` is the parcel revision on screen. */
export type CorrectTracking = ChangeHead & {
  readonly kind: 'correct-tracking';
  readonly parcelId: string;
  readonly seenRevision: number;
  readonly courier: string;
  readonly trackingId: string;
  readonly tell: boolean;
};

/**
 * Correct the address an order is sent to. `seen` is the address on screen, null where the store gave none;
 * `seenStatus` the label on screen, which tells whether the person knew that the parcel had left.
 */
export type CorrectAddress = ChangeHead & {
  readonly kind: 'correct-address';
  readonly seen: ShippingAddress | null;
  readonly seenStatus: StatusLabel;
  readonly address: ShippingAddress;
};

/**
 * Choose between two acts that contradict each other. `standing` leaves the order as it is, `other` applies the
 * undecided change even where the table of steps has no such step.
 */
export type Decide = ChangeHead & {
  readonly kind: 'decide';
  /** Id of the undecided change. */
  readonly decision: string;
  readonly take: 'standing' | 'other';
  /** Id of the act that stood on screen as the standing one (`standingAct`); empty when none did. */
  readonly seen: string;
};

/** A walk-in sale. `orderId` is `saleOrderId(id)`. */
export type RecordSale = ChangeHead & { readonly kind: 'record-sale'; readonly sale: Sale };

/** Send a message once more, on a person's request. `messageKey` names the message as it stands on the order. */
export type SendAgain = ChangeHead & { readonly kind: 'send-again'; readonly messageKey: string };

export type Change =
  ChangeStatus | Acknowledge | AddNote | CorrectTracking | CorrectAddress | Decide | RecordSale | SendAgain;

/** What was sold at the counter and how it was paid. Money in minor units. */
export type Sale = {
  /** Receipt number, unique in the shop: the register's code and a running number, `R1-000012`. */
  readonly receipt: string;
  readonly currency: Currency;
  readonly lines: readonly OrderLine[];
  readonly totals: Totals;
  readonly payment: { readonly method: 'cash' | 'card'; readonly tendered?: MinorUnits };
};

/** What a screen hands to the replica; the replica adds the head (id, register, staff, time). */
export type Act =
  | Omit<ChangeStatus, Exclude<keyof ChangeHead, 'orderId'>>
  | Omit<Acknowledge, Exclude<keyof ChangeHead, 'orderId'>>
  | Omit<AddNote, Exclude<keyof ChangeHead, 'orderId'>>
  | Omit<CorrectTracking, Exclude<keyof ChangeHead, 'orderId'>>
  | Omit<CorrectAddress, Exclude<keyof ChangeHead, 'orderId'>>
  | Omit<Decide, Exclude<keyof ChangeHead, 'orderId'>>
  | Omit<SendAgain, Exclude<keyof ChangeHead, 'orderId'>>
  | Omit<RecordSale, keyof ChangeHead>;
