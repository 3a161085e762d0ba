import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../domain/change.ts';
import { isAct } from '../../domain/history.ts';
import { recordMessage } from '../../domain/message.ts';
import type { Order } from '../../domain/order.ts';
import { settle } from '../../domain/settle.ts';
import { Violation } from '../violation.ts';
import type { World } from '../world.ts';

/**
 * (a) Every order is what its own history makes of it: the order as it came in, each act settled again in the order the hub
 * settled them, each message noted. An effect without an entry, or an entry without its effect, shows here.
 */
export async function historyTellsAll({ databases, ledger }: World): Promise<Violation | null> {
  const changes = new Map((await databases.changes.list<Change>('')).map(({ _id, _rev, ...change }) => [_id, change]));
  for (const { _id, _rev, ...order } of await databases.orders.list<Order>('')) {
    if (order.type !== 'order' || !Array.isArray(order.history)) continue;
    const told = retold(order, ledger.beginnings.get(_id) ?? null, changes);
    if (!isDeepStrictEqual(told, order)) return new Violation('a', `order ${_id} is not what its history makes of it`);
  }
  return null;
}

function retold(order: Order, beginning: Order | null, changes: ReadonlyMap<string, unknown>): Order | null {
  // A sale begins with the act that made it.
  return order.history.reduce<Order | null>(
    (before, entry) => {
      if (isAct(entry)) return settle(before, changes.get(entry.id) as Change, entry.settledAt).order;
      const { messageKey: key, at, to = '', text: reason = '' } = entry;
      const message = order.messages.find((each) => each.key === key);
      if (!before || !message) return before;
      return recordMessage(before, {
        ...message,
        at,
        to,
        reason,
        state: entry.what === 'message-sent' ? 'sent' : 'failed',
      });
    },
    order.channel === 'online' ? beginning : null,
  );
}
