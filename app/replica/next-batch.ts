import type { ChangeRow } from './collections.ts';

/**
 * The changes to send next: the oldest queued one of each order, `limit` at most. Never two of one order in one request:
 * a hub of many shards does not keep the order within a request, and the second must not get there when the first did not.
 * @param aside ids set aside for now; what waits behind them on the same order waits too.
 */
export function nextBatch(rows: readonly ChangeRow[], limit: number, aside: ReadonlySet<string>): readonly ChangeRow[] {
  const orders = new Set<string>();
  const batch: ChangeRow[] = [];
  for (const row of rows) {
    if (batch.length === limit) break;
    if (row.state !== 'queued' || orders.has(row.change.orderId)) continue;
    orders.add(row.change.orderId);
    if (!aside.has(row.id)) batch.push(row);
  }
  return batch;
}
