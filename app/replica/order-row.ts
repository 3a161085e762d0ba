import type { Channel } from '../../domain/axes.ts';
import { rings } from '../../domain/alarm.ts';
import { labelOf, type StatusLabel } from '../../domain/label.ts';
import type { Order } from '../../domain/order.ts';

/** An order as it lies on disk: whole, with the few fields lists are read by. */
export type OrderRow = {
  readonly id: string;
  readonly channel: Channel;
  /** See `newestKey`. */
  readonly newest: string;
  readonly label: StatusLabel;
  readonly ringing: 'yes' | 'no';
  /** Whether the hub's order waits for a person's decision. */
  readonly deciding: 'yes' | 'no';
  /** See `receiptKey`; empty for what is not a receipt. */
  readonly receipt: string;
  /** Null only on the mark an order leaves that was deleted at the hub. */
  readonly order: Order | null;
};

const LATEST = 9_999_999_999_999;
const HIGHEST = 999_999_999;

/**
 * Sort key that puts the newest first when read upwards. Reading downwards would make the storage load every match;
 * upwards, a list is one stretch of disk.
 * @param placedAt UTC ISO.
 */
export function newestKey(placedAt: string): string {
  const at = Math.min(Math.max(Date.parse(placedAt), 0), LATEST);
  return String(LATEST - at).padStart(13, '0');
}

/** Sort key of a receipt number (`R1-000013`) that puts a register's highest first; empty for anything else. */
export function receiptKey(number: string): string {
  const match = /^([A-Za-z0-9]{1,20})-(\d{6,9})$/.exec(number);
  return match ? `${match[1]}-${String(HIGHEST - Number(match[2])).padStart(9, '0')}` : '';
}

/** The running number in a receipt key. */
export function receiptOfKey(key: string): number {
  return HIGHEST - Number(key.slice(key.lastIndexOf('-') + 1));
}

/** The row for an order. */
export function rowOf(order: Order): OrderRow {
  return {
    id: order.id,
    channel: order.channel,
    newest: newestKey(order.placedAt),
    label: labelOf(order),
    ringing: rings(order) ? 'yes' : 'no',
    deciding: order.decisions.length > 0 ? 'yes' : 'no',
    receipt: order.channel === 'in-store' ? receiptKey(order.number) : '',
    order,
  };
}

/** What is left of an order that was deleted at the hub. */
export function blankRow(id: string): OrderRow {
  return {
    id,
    channel: 'online',
    newest: '',
    label: 'cancelled',
    ringing: 'no',
    deciding: 'no',
    receipt: '',
    order: null,
  };
}

/** The row of version 0 of the collection, which knew of no decisions, as it is kept now. */
export function rowWithDecisions(row: Omit<OrderRow, 'deciding'>): OrderRow {
  return { ...row, deciding: row.order && row.order.decisions.length > 0 ? 'yes' : 'no' };
}
