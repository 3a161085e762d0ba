import { badAnswer, HubFault } from './hub-fault.ts';
import { isFields } from './fields.ts';
import type { FeedRow } from './changes-page.ts';
import type { HubLine } from './hub-line.ts';

/**
 * One write that was seen in a feed: the document and its revision. A hub that was never set back remembers every revision
 * it has shown; one that was restored from an older backup, or replaced, does not know the newest ones.
 */
export type Tidemark = readonly [id: string, rev: string];

/** More than one, because a clustered hub keeps a database in several files that may be restored one by one. */
const KEEP = 8;
/** Asked along, and missing on every hub: an answer that does not say so (`{}` of something in between) comes from none. */
const NEVER_WRITTEN: Tidemark = ['never-written', `1-${'0'.repeat(32)}`];
const LIMIT_MS = 30_000;

/** The newest writes seen, oldest first, after these rows were read. Design documents are alike on every hub and no mark. */
export function newestTidemarks(before: readonly Tidemark[], rows: readonly FeedRow[]): readonly Tidemark[] {
  const fresh = rows.flatMap(({ id, rev }): Tidemark[] => (rev === null || id.startsWith('_') ? [] : [[id, rev]]));
  const newest = new Map(before.map((mark) => [mark[0], mark]));
  for (const mark of fresh) {
    newest.delete(mark[0]);
    newest.set(mark[0], mark);
  }
  return [...newest.values()].slice(-KEEP);
}

/**
 * True when the hub still knows all these writes, or cannot be asked (it does not offer the question).
 * @throws HubFault when there was no usable answer.
 * @see https://docs.couchdb.org/en/stable/api/database/misc.html#db-revs-diff
 */
export async function hubRemembers(line: HubLine, database: string, marks: readonly Tidemark[]): Promise<boolean> {
  if (marks.length === 0) return true;
  const body = Object.fromEntries([...marks, NEVER_WRITTEN].map(([id, rev]) => [id, [rev]]));
  try {
    const missing = await line.ask({ path: `/${database}/_revs_diff`, body, limitMs: LIMIT_MS });
    if (!isFields(missing) || !Object.keys(missing).every((id) => Object.hasOwn(body, id))) throw badAnswer();
    if (!Object.hasOwn(missing, NEVER_WRITTEN[0])) throw badAnswer();
    return Object.keys(missing).length === 1;
  } catch (thrown) {
    if (thrown instanceof HubFault && thrown.fromHub && (thrown.status === 405 || thrown.status === 501)) return true;
    throw thrown;
  }
}
