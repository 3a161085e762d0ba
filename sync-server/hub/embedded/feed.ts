import { notFound } from './couch-error.ts';
import type { Database } from './database.ts';
import type { ChangesRow, Doc } from './pouch.ts';
import { writeSequence } from './sequence.ts';

/** What of a database's changes is asked for. `since` is the plain number. */
export type FeedQuery = {
  readonly since: number;
  readonly limit?: number | undefined;
  readonly includeDocs: boolean;
  readonly conflicts: boolean;
  readonly descending: boolean;
  readonly allLeaves: boolean;
  readonly docIds?: readonly string[] | undefined;
  readonly selector?: object | undefined;
};

export type FeedRow = {
  readonly seq: string;
  readonly id: string;
  readonly changes: readonly { readonly rev: string }[];
  readonly deleted?: true;
  readonly doc?: Doc;
};

export type FeedPage = {
  readonly rows: readonly FeedRow[];
  /** Where the page ends, as a plain number. */
  readonly last: number;
};

const rowOf = (row: ChangesRow, token: string): FeedRow => ({
  seq: writeSequence(row.seq, token),
  id: row.id,
  changes: row.changes,
  ...(row.deleted ? { deleted: true } : {}),
  ...(row.doc ? { doc: row.doc } : {}),
});

/** A read of the feed, or a 404 when the database goes meanwhile: PouchDB would leave it hanging. */
async function orGone<T>(database: Database, reading: Promise<T>): Promise<T> {
  const { ending } = database;
  let gone = () => {};
  const ended = new Promise<never>((_, reject) => {
    gone = () => reject(notFound('Database does not exist.'));
    if (ending.aborted) gone();
    else ending.addEventListener('abort', gone);
  });
  try {
    return await Promise.race([reading, ended]);
  } finally {
    ending.removeEventListener('abort', gone);
    ended.catch(() => {});
  }
}

/** The changes asked for, oldest first unless `descending`. */
export async function readFeed(database: Database, query: FeedQuery): Promise<FeedPage> {
  if (query.limit === 0) return { rows: [], last: query.since };
  const reading = database.pouch.changes({
    since: query.descending ? 0 : query.since,
    include_docs: query.includeDocs,
    conflicts: query.conflicts,
    descending: query.descending,
    style: query.allLeaves ? 'all_docs' : 'main_only',
    return_docs: true,
    ...(query.limit === undefined ? {} : { limit: query.limit }),
    ...(query.docIds ? { doc_ids: [...query.docIds] } : {}),
    ...(query.selector ? { filter: '_selector', selector: query.selector } : {}),
  });
  const { results, last_seq: last } = await orGone(database, reading);
  return { rows: results.map((row) => rowOf(row, database.token)), last };
}

/** A page as CouchDB answers it. `pending` is counted only where the limit cut the page off. */
export async function answerFeed(database: Database, query: FeedQuery, page: FeedPage): Promise<object> {
  const cut = query.limit !== undefined && page.rows.length >= query.limit && !query.descending;
  const pending = cut ? await database.countAfter(page.last) : 0;
  return { results: page.rows, last_seq: writeSequence(page.last, database.token), pending };
}
