import { type ChangesPage, changesPath, readChangesPage, type Since } from './changes-page.ts';
import type { ConnectionState } from './connection-state.ts';
import { asHubFault } from './hub-fault.ts';
import type { HubLine } from './hub-line.ts';
import type { Rest } from './rest.ts';
import { retryDelay } from './retry-delay.ts';
import { type SortedFeed, sortFeed } from './sort-feed.ts';
import { hubRemembers, newestTidemarks, type Tidemark } from './tidemarks.ts';

const LIMIT_MS = 30_000;
const SMALLEST_STEP = 20;

/** A place in the feed, and the newest writes seen up to there. */
export type Place = { readonly since: Since; readonly marks: readonly Tidemark[] };

/** Before the first document of the feed. */
export const START: Place = { since: '0', marks: [] };

/**
 * A full page of orders (or all there were), and where it ends. `restored`: the hub no longer knows what was seen before,
 * and this page is the first of its whole feed instead.
 */
export type OrdersPage = SortedFeed & {
  readonly place: Place;
  readonly end: boolean;
  readonly restored: boolean;
  readonly toCome: number;
};

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
export function createOrdersFeedReader(parts: Parts): (from: Place, size: number) => Promise<OrdersPage | null> {
  let step = Infinity;

  async function untilAnswered<T>(ask: () => Promise<T>, timedOut: () => void): Promise<T | null> {
    for (let attempt = 0; !parts.isClosed(); attempt += 1) {
      try {
        const answer = await ask();
        parts.connection.good('orders');
        return answer;
      } catch (thrown) {
        if (parts.isClosed()) break;
        const fault = asHubFault(thrown);
        parts.connection.bad('orders', fault);
        if (fault.code === 'timeout') timedOut();
        if (fault.code === 'dropped') attempt = -1;
        else await parts.rest.pause(retryDelay(attempt, parts.random));
      }
    }
    return null;
  }

  async function pageAfter(since: Since, size: number): Promise<ChangesPage | null> {
    let limit = size;
    const answer = async (): Promise<ChangesPage> => {
      limit = Math.min(size, step);
      return readChangesPage(
        await parts.line.ask({ path: changesPath(parts.database, since, limit), limitMs: LIMIT_MS }),
        limit,
      );
    };
    const page = await untilAnswered(answer, () => {
      step = Math.max(SMALLEST_STEP, Math.ceil(limit / 4));
    });
    if (page) step = Infinity;
    return page;
  }

  return async (from, size) => {
    const heap = { orders: [] as SortedFeed['orders'][number][], verdicts: [] as SortedFeed['verdicts'][number][] };
    const skipped: string[] = [];
    const known = await untilAnswered(
      () => hubRemembers(parts.line, parts.database, from.marks),
      () => undefined,
    );
    if (known === null) return null;
    let place = known ? from : START;
    for (;;) {
      const page = await pageAfter(place.since, size - heap.orders.length);
      if (!page) return null;
      const sorted = sortFeed(page.rows, parts.shop);
      heap.orders.push(...sorted.orders);
      heap.verdicts.push(...sorted.verdicts);
      skipped.push(...sorted.skipped);
      place = { since: page.lastSeq, marks: newestTidemarks(place.marks, page.rows) };
      if (page.end || heap.orders.length >= size)
        return { ...heap, skipped, place, end: page.end, restored: !known, toCome: page.toCome };
    }
  };
}
