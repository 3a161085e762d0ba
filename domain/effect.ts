import type { Change } from './change.ts';
import type { ActEntry } from './history.ts';
import type { Order } from './order.ts';
import type { Verdict } from './verdict.ts';

/** An order with a change's effect, before the history entry is written. */
export type Effect = { readonly order: Order; readonly verdict: Verdict; readonly note?: Partial<ActEntry> };

/** The order with its alarm acknowledged by this change's person; unchanged when it does not ring. */
export function silenced(order: Order, change: Change): Order {
  if (order.alarm.state !== 'ringing') return order;
  return {
    ...order,
    alarm: { state: 'acknowledged', since: order.alarm.since, by: change.staff.name, at: change.at },
  };
}
