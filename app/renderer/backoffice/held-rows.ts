import type { OrderView } from '../../../domain/pending.ts';

/**
 * Rows that stand still: the rows of `held` in their order, each as it is now; one that left the page meanwhile stays as
 * it was last seen, and new ones wait. Null holds nothing.
 */
export function standStill(held: readonly OrderView[] | null, rows: readonly OrderView[]): readonly OrderView[] {
  if (held === null) return rows;
  const now = new Map(rows.map((view) => [view.order.id, view]));
  return held.map((view) => now.get(view.order.id) ?? view);
}
