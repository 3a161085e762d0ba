import type { RxCollection } from 'rxdb';
import { blankRow, type OrderRow } from './order-row.ts';
import type { PulledOrder } from './sort-feed.ts';

/** A reading of the whole feed into a copy that is there already: what the feed no longer holds is taken off at the end. */
export type Rebuild = {
  /** Start, or start over. */
  begin(): void;
  isOn(): boolean;
  saw(ids: readonly string[]): void;
  /** End it: what to hand to the copy so that it forgets the orders the feed did not bring. */
  end(): Promise<readonly PulledOrder[]>;
};

const PIECE = 1_000;

/** A rebuild of this collection, not begun. */
export function createRebuild(orders: RxCollection<OrderRow>): Rebuild {
  let seen: Set<string> | null = null;

  async function storedIds(): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let last = ''; ;) {
      const piece = await orders.find({ selector: { id: { $gt: last } }, sort: [{ id: 'asc' }], limit: PIECE }).exec();
      ids.push(...piece.map((document) => document.id));
      last = piece.at(-1)?.id ?? last;
      if (piece.length < PIECE) return ids;
    }
  }

  return {
    begin() {
      seen = new Set();
    },
    isOn: () => seen !== null,
    saw(ids) {
      for (const id of ids) seen?.add(id);
    },
    async end() {
      const brought = seen;
      if (!brought) return [];
      const gone = (await storedIds()).filter((id) => !brought.has(id));
      seen = null;
      return gone.map((id) => ({ ...blankRow(id), _deleted: true }));
    },
  };
}
