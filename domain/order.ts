import type { Channel, Fulfilment, Method, PaymentStatus } from './axes.ts';
import type { HistoryEntry, OpenDecision } from './history.ts';
import type { OrderLine, Totals } from './line.ts';
import type { MessageState, ResendRequest } from './message-state.ts';
import type { Currency, MinorUnits } from './money.ts';
import type { ShippingAddress } from './shipping-address.ts';

/** How and when the order was paid. */
export type Payment = {
  readonly status: PaymentStatus;
  /** As the store names it: "Test card", "FPX", "Cash". */
  readonly method: string;
  /** UTC ISO; absent while unpaid. */
  readonly paidAt?: string;
  readonly reference?: string;
  /** Cash handed over at the counter, minor units. */
  readonly tendered?: MinorUnits;
};

/** **Contact Details**: who is told. Untrusted text: show as text only. */
export type Contact = { readonly name: string; readonly email: string; readonly phone: string };

/** One hand-over to a courier: some lines, with quantities. */
export type Parcel = {
  /** `p1`, `p2`, …, in the order the hub settled them. */
  readonly id: string;
  readonly courier: string;
  readonly trackingId: string;
  readonly lines: readonly { readonly line: string; readonly quantity: number }[];
  /** UTC ISO, the acting register's time. */
  readonly shippedAt: string;
  /** 1, then one more with each correction of the tracking. A message is earned per revision. */
  readonly revision: number;
  /** False when the person who corrected the tracking chose not to tell the customer of this revision. */
  readonly tell: boolean;
};

/** The shared alarm: rings at every register until one person acknowledges it. */
export type Alarm =
  | { readonly state: 'quiet' }
  | { readonly state: 'ringing'; readonly since: string }
  | { readonly state: 'acknowledged'; readonly since: string; readonly by: string; readonly at: string };

/** An order of either channel, as the hub keeps it and every register shows it. */
export type Order = {
  readonly type: 'order';
  readonly id: string;
  readonly shop: string;
  readonly channel: Channel;
  /** What people call it: an order number, or a receipt number for a walk-in sale. */
  readonly number: string;
  /** The store or register it came from, and that store's own reference. */
  readonly source: { readonly name: string; readonly reference: string };
  /** UTC ISO. */
  readonly placedAt: string;
  readonly currency: Currency;
  readonly method: Method;
  readonly payment: Payment;
  readonly fulfilment: Fulfilment;
  readonly lines: readonly OrderLine[];
  readonly totals: Totals;
  readonly contact: Contact;
  readonly shipping: ShippingAddress | null;
  /** The customer's note. Untrusted text. */
  readonly note: string;
  readonly parcels: readonly Parcel[];
  readonly alarm: Alarm;
  readonly messages: readonly MessageState[];
  readonly resends: readonly ResendRequest[];
  readonly decisions: readonly OpenDecision[];
  /** Who did what when, oldest first; carries the verdict on every change about this order. */
  readonly history: readonly HistoryEntry[];
};
