import { isId } from '../../domain/ids.ts';
import type { VerdictDocument } from '../../domain/verdict.ts';
import type { FeedRow } from './changes-page.ts';
import { blankRow, type OrderRow, rowOf } from './order-row.ts';
import { readOrder } from './read-order.ts';
import { readVerdict } from './read-verdict.ts';

/** An order for the replica, as RxDB wants it from a pull. */
export type PulledOrder = OrderRow & { readonly _deleted: boolean };

/** The rows of the orders feed, each in its heap. `skipped` holds ids of documents that are neither and were left out. */
export type SortedFeed = {
  readonly orders: readonly PulledOrder[];
  readonly verdicts: readonly VerdictDocument[];
  readonly skipped: readonly string[];
};

/** Sort feed rows of `shop`. Design documents are no concern of a register and in none of the heaps. */
export function sortFeed(rows: readonly FeedRow[], shop: string): SortedFeed {
  const orders: PulledOrder[] = [];
  const verdicts: VerdictDocument[] = [];
  const skipped: string[] = [];
  for (const { id, deleted, doc } of rows) {
    if (id.startsWith('_design/')) continue;
    const verdict = doc && readVerdict(doc);
    const order = doc && readOrder(doc, shop);
    if (verdict) verdicts.push(verdict);
    else if (deleted && isId(id)) orders.push({ ...blankRow(id), _deleted: true });
    else if (order) orders.push({ ...rowOf(order), _deleted: false });
    else skipped.push(id);
  }
  return { orders, verdicts, skipped };
}
