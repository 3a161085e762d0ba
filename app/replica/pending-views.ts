import { overlay, type OrderView } from '../../domain/pending.ts';
import type { ChangeRow } from './collections.ts';
import type { OrderReader, StoredOrder } from './order-reader.ts';

/** An order some unsettled change of this register is about. */
export type PendingView = { readonly stored: StoredOrder | null; readonly view: OrderView };

/** The view of an order nothing waits on. */
export const plainView = (row: StoredOrder): OrderView => ({
  order: row.order,
  label: row.label,
  pending: [],
  needsDecision: row.order.decisions.length > 0,
});

/**
 * The orders that unsettled changes are about, changes laid on top; a waiting sale is an order too. Hand in the rows as
 * they were *before* reading anything else: a change that is settled meanwhile is then still read from the order it is on.
 */
export async function pendingViews(
  rows: readonly ChangeRow[],
  reader: OrderReader,
): Promise<ReadonlyMap<string, PendingView>> {
  const byOrder = grouped(rows.filter(isUnsettled));
  const stored = await reader.byIds([...byOrder.keys()]);
  const views = new Map<string, PendingView>();
  for (const [id, changes] of byOrder) {
    const row = stored.get(id) ?? null;
    const view = overlay(
      row?.order ?? null,
      changes.map((each) => each.change),
    );
    if (view) views.set(id, { stored: row, view });
  }
  return views;
}

/** True for a change that still counts: not refused, not settled. */
export const isUnsettled = (row: ChangeRow): boolean => row.state === 'queued' || row.state === 'sent';

function grouped(rows: readonly ChangeRow[]): ReadonlyMap<string, readonly ChangeRow[]> {
  const groups = new Map<string, ChangeRow[]>();
  for (const row of rows) groups.set(row.change.orderId, [...(groups.get(row.change.orderId) ?? []), row]);
  return groups;
}
