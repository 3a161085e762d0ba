import type { HubDatabase, ShopDatabases } from '../hub/hub.ts';
import { type CursorDocument, cursorId, type Tidemark } from './cursor.ts';

/** The flows that read a feed from a cursor, and whose feed it is. */
const FOLLOWED = [
  ['apply-changes', 'changes'],
  ['queue-messages', 'orders'],
] as const satisfies readonly (readonly [flow: string, street: keyof ShopDatabases])[];

/**
 * See whether the hub still has what the flows have seen of it, before they start. If a database was restored from an older
 * backup or replaced, every flow starts over from the beginning of its feed: what is settled already is settled again to
 * the same end, and what the restored part lacks is made up for.
 * @returns true when it was so.
 */
export async function startOverIfRestored(databases: ShopDatabases): Promise<boolean> {
  const cursors = await Promise.all(
    FOLLOWED.map(async ([flow, street]) => {
      const cursor = await databases.hub.get<CursorDocument>(cursorId(flow));
      return { cursor, lost: cursor !== null && (await hasLost(databases[street], cursor.marks ?? [])) };
    }),
  );
  if (!cursors.some(({ lost }) => lost)) return false;
  for (const { cursor } of cursors) {
    if (!cursor) continue;
    const { _id, _rev, ...document } = cursor;
    // A conflict means that another server has just stepped on or started over: it looks for itself at its own start.
    await databases.hub.put({ ...document, since: '0', marks: [] }, _rev);
  }
  return true;
}

/** True when a document of these is gone, older than it was seen, or another of the same age. */
async function hasLost(database: HubDatabase, marks: readonly Tidemark[]): Promise<boolean> {
  const found = await database.getAll(marks.map(([id]) => id));
  return marks.some(([, rev], index) => {
    const now = found[index]?._rev;
    return (
      now === undefined || generation(now) < generation(rev) || (generation(now) === generation(rev) && now !== rev)
    );
  });
}

/** How often a document was written to get to this revision: the number that heads it. */
const generation = (rev: string): number => Number(rev.split('-')[0]);
