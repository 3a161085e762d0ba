import type { Change } from '../../../domain/change.ts';
import type { Order } from '../../../domain/order.ts';
import { settle, type Settled } from '../../../domain/settle.ts';
import { refused, type VerdictDocument } from '../../../domain/verdict.ts';
import { codeOf } from '../../http/problem.ts';
import type { HubDatabase, Stored } from '../../hub/hub.ts';
import { verdictDocument, verdictId } from './verdict-document.ts';

type Fold = {
  readonly order: (Order & { readonly _rev?: string }) | null;
  readonly verdicts: readonly VerdictDocument[];
};

/**
 * Settle changes against their orders, in feed order, and write orders and verdicts: one read and one write for the whole
 * page, and again for those orders that somebody else wrote meanwhile. Done twice, it comes to the same: a change that
 * stands in an order's history, or has a verdict, is left alone.
 * @param now UTC ISO by the hub's clock.
 */
export async function settlePage(orders: HubDatabase, changes: readonly Change[], now: string): Promise<void> {
  let open = byOrder(changes);
  while (open.size > 0) {
    const stored = await readAll(orders, open);
    const writes = [...open].flatMap(([orderId, group]) => {
      const before = stored.orders.get(orderId) ?? null;
      const fresh = group.filter((change) => !stored.settled.has(change.id));
      const after = fold(before, fresh, now);
      const docs = after.order && after.order !== before ? [after.order, ...after.verdicts] : after.verdicts;
      return docs.map((doc) => ({ orderId, doc }));
    });
    const written = writes.length ? await orders.putAll<Order | VerdictDocument>(writes.map(({ doc }) => doc)) : [];
    // A verdict that is there already is the same verdict; only an order must be decided again.
    const again = new Set(
      writes.flatMap(({ orderId, doc }, at) => (!written[at]?.ok && doc.type === 'order' ? [orderId] : [])),
    );
    open = new Map([...open].filter(([orderId]) => again.has(orderId)));
  }
}

/** The changes of each order, in feed order. */
function byOrder(changes: readonly Change[]): Map<string, readonly Change[]> {
  const groups = new Map<string, readonly Change[]>();
  for (const change of changes) groups.set(change.orderId, [...(groups.get(change.orderId) ?? []), change]);
  return groups;
}

async function readAll(
  orders: HubDatabase,
  open: ReadonlyMap<string, readonly Change[]>,
): Promise<{ readonly orders: Map<string, Stored<Order>>; readonly settled: Set<string> }> {
  const changeIds = [...open.values()].flat().map((change) => change.id);
  const found = await orders.getAll<Order | VerdictDocument>([...open.keys(), ...changeIds.map(verdictId)]);
  const byId = new Map<string, Stored<Order>>();
  const settled = new Set<string>();
  for (const doc of found) {
    if (doc?.type === 'order') byId.set(doc._id, doc);
    else if (doc?.type === 'verdict') settled.add(doc.changeId);
  }
  return { orders: byId, settled };
}

function fold(before: Stored<Order> | null, changes: readonly Change[], now: string): Fold {
  return changes.reduce<Fold>(
    ({ order, verdicts }, change) => {
      const settled = decide(order, change, now);
      if (settled.order) return { order: settled.order, verdicts };
      const verdict = verdictDocument(change.id, change, settled.verdict, now, settled.reason);
      return { order, verdicts: [...verdicts, verdict] };
    },
    { order: before, verdicts: [] },
  );
}

type Decision = Pick<Settled, 'order' | 'verdict'> & { readonly reason: string };

/** `settle`, where a defect in the rules refuses that one change, visibly, instead of holding up all others. */
function decide(order: Order | null, change: Change, now: string): Decision {
  try {
    return { ...settle(order, change, now), reason: '' };
  } catch (error) {
    return { order: null, verdict: refused('malformed'), reason: `the rules could not decide it (${codeOf(error)})` };
  }
}
