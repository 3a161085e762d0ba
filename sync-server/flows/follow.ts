import type { Feed, FeedChange, HubDatabase } from '../hub/hub.ts';
import type { Cursor } from './cursor.ts';

const PAGE = 500;
const WAIT_MS = 25_000;

/**
 * One step of a flow that follows a feed: take the page after the cursor (waiting for one), handle it, then save the
 * cursor. A crash in between only means that the page is handled again.
 * @param handle must be harmless when repeated.
 */
export async function followOnce<T>(
  database: HubDatabase,
  cursor: Cursor,
  handle: (page: readonly FeedChange<T>[], signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const since = await cursor.read();
  const feed: Feed<T> = await database.changes<T>(since, { limit: PAGE, waitMs: WAIT_MS, signal });
  const page = feed.changes.filter((change) => !change.id.startsWith('_design/'));
  if (page.length > 0) await handle(page, signal);
  await cursor.save(feed.lastSeq, page as readonly FeedChange<unknown>[]);
}
