import type { OrderView } from '../../domain/pending.ts';
import type { ChangeRow } from './collections.ts';
import type { OrderReader } from './order-reader.ts';
import { pendingViews, plainView } from './pending-views.ts';

/**
 * The orders that need a decision, newest first: by the hub's order, by what waits here, or both. One that was decided
 * here stays, `needsDecision` false, until the hub has settled it.
 */
export async function decisionViews(rows: readonly ChangeRow[], reader: OrderReader): Promise<readonly OrderView[]> {
  const pending = await pendingViews(rows, reader);
  const stored = await reader.deciding();
  const ids = new Set(stored.map((row) => row.id));
  const expected = [...pending].flatMap(([id, { view }]) => (view.needsDecision && !ids.has(id) ? [view] : []));
  const known = stored.map((row) => pending.get(row.id)?.view ?? plainView(row));
  return [...expected, ...known].toSorted((a, b) => b.order.placedAt.localeCompare(a.order.placedAt));
}
