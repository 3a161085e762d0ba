import type { Change, ChangeKind, StaffRef, RegisterRef } from './change.ts';
import type { StatusLabel } from './label.ts';
import type { ShippingAddress } from './shipping-address.ts';
import type { VerdictCode, VerdictOutcome } from './verdict.ts';

/** A person's act on the order, with the verdict on it. `id` is the change's id: the same act cannot stand twice. */
export type ActEntry = {
  readonly id: string;
  readonly what: ChangeKind;
  /** UTC ISO, by the acting register's clock. */
  readonly at: string;
  /** UTC ISO, by the hub's clock; null while this register only expects the verdict. */
  readonly settledAt: string | null;
  readonly staff: StaffRef;
  readonly register: RegisterRef;
  readonly outcome: VerdictOutcome;
  readonly code: VerdictCode;
  readonly from?: StatusLabel;
  readonly to?: StatusLabel;
  readonly courier?: string;
  readonly trackingId?: string;
  /** The parcel whose tracking was corrected. */
  readonly parcelId?: string;
  /** The address it was corrected to. */
  readonly address?: ShippingAddress;
  /** With `decide`: id of the change decided on, and whose act was taken. */
  readonly decision?: string;
  readonly take?: 'standing' | 'other';
  readonly text?: string;
};

/** Something that happened without a person at a register: the order came in, a message went out or failed. */
export type EventEntry = {
  readonly id: string;
  readonly what: 'placed' | 'message-sent' | 'message-failed';
  readonly at: string;
  readonly settledAt: string | null;
  /** For messages: what was told (a message kind), to whom, and why it failed. */
  readonly messageKey?: string;
  readonly to?: string;
  readonly text?: string;
};

export type HistoryEntry = ActEntry | EventEntry;

/** True for an entry that stands for a person's act. */
export function isAct(entry: HistoryEntry): entry is ActEntry {
  return 'staff' in entry;
}

/** Two people truly contradicted each other: kept whole until a person decides. */
export type OpenDecision = {
  /** The later change, exactly as it was made. */
  readonly change: Change;
  /** The status it met at the hub. */
  readonly met: StatusLabel;
  readonly code: VerdictCode;
};
