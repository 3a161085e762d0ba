import { type ChangesPage, changesPath, readChangesPage, type Since } from './changes-page.ts';
import type { ConnectionState } from './connection-state.ts';
import { asHubFault } from './hub-fault.ts';
import type { HubLine } from './hub-line.ts';
import type { Rest } from './rest.ts';
import { retryDelay } from './retry-delay.ts';
import { type SortedFeed, sortFeed } from './sort-feed.ts';

const LIMIT_MS = 30_000;
const SMALLEST_STEP = 20;

/** A full page of orders (or all there were), and where it ends. */
export type OrdersPage = SortedFeed & { readonly since: Since; readonly end: boolean };

type Parts = {
  readonly line: HubLine;
  readonly connection: ConnectionState;
  readonly rest: Rest;
  readonly database: string;
  readonly shop: string;
  readonly random: () => number;
  readonly isClosed: () => boolean;
};

/**
 * Reads the orders feed in pages of exactly `size` orders, because RxDB takes a shorter page for the end; verdicts and
 * design documents do not count. Asks until it gets an answer, slower and slower; null only when closed.
 */
export function createOrdersFeedReader(parts: Parts): (since: Since, size: number) => Promise<OrdersPage | null> {
  let step = Infinity;

  async function ask(since: Since, size: number): Promise<ChangesPage | null> {
    for (let attempt = 0; !parts.isClosed(); attempt += 1) {
      const limit = Math.min(size, step);
      try {
        const answer = await parts.line.ask({ path: changesPath(parts.database, since, limit), limitMs: LIMIT_MS });
        const page = readChangesPage(answer, limit);
        step = Infinity;
        parts.connection.good('orders');
        return page;
      } catch (thrown) {
        if (parts.isClosed()) break;
        const fault = asHubFault(thrown);
        parts.connection.bad('orders', fault);
        if (fault.code === 'timeout') step = Math.max(SMALLEST_STEP, Math.ceil(limit / 4));
        if (fault.code === 'dropped') attempt = -1;
        else await parts.rest.pause(retryDelay(attempt, parts.random));
      }
    }
    return null;
  }

  return async (from, size) => {
    const heap = { orders: [] as SortedFeed['orders'][number][], verdicts: [] as SortedFeed['verdicts'][number][] };
    const skipped: string[] = [];
    let since = from;
    for (;;) {
      const page = await ask(since, size - heap.orders.length);
      if (!page) return null;
      const sorted = sortFeed(page.rows, parts.shop);
      heap.orders.push(...sorted.orders);
      heap.verdicts.push(...sorted.verdicts);
      skipped.push(...sorted.skipped);
      since = page.lastSeq;
      if (page.end || heap.orders.length >= size) return { ...heap, skipped, since, end: page.end };
    }
  };
}
