import type { Change } from './change.ts';
import { labelOf, type StatusLabel } from './label.ts';
import type { Order } from './order.ts';
import { settle } from './settle.ts';

/** What people see: the hub's order with this register's unsettled changes on top. Never stored. */
export type OrderView = {
  readonly order: Order;
  readonly label: StatusLabel;
  /** Ids of the changes on top that the hub has not settled yet, oldest first. Empty means: this is the hub's truth. */
  readonly pending: readonly string[];
  /** A person has to choose between two contradicting acts. */
  readonly needsDecision: boolean;
};

/**
 * Lay pending changes over the hub's order, in the order they were made. A change whose verdict is already in the
 * order's history is no longer pending. Refusals to come are not shown as done: a change the rule would not
 * apply leaves the order as it is but still counts as pending.
 *
 * @returns null when there is no order and no pending sale that makes one.
 */
export function overlay(order: Order | null, changes: readonly Change[]): OrderView | null {
  let seen = order;
  const pending: string[] = [];
  for (const change of changes) {
    const settled = settle(seen, change, null);
    if (settled.known) continue;
    pending.push(change.id);
    seen = settled.order ?? seen;
  }
  return seen && { order: seen, label: labelOf(seen), pending, needsDecision: seen.decisions.length > 0 };
}
