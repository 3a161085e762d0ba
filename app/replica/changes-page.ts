import { badAnswer } from './hub-fault.ts';
import { type Fields, isFields } from './fields.ts';

/** A place in a database's feed. Opaque: keep it, hand it back, never compute with it. */
export type Since = string | number;

/** One row of a feed, with its document where there is one. `rev` is null when the hub did not say. */
export type FeedRow = {
  readonly id: string;
  readonly rev: string | null;
  readonly deleted: boolean;
  readonly doc: Fields | null;
};

/** One checked answer of `_changes`. `end` is true when the hub had no more rows than these; `toCome`: how many more it has. */
export type ChangesPage = {
  readonly rows: readonly FeedRow[];
  readonly lastSeq: Since;
  readonly end: boolean;
  readonly toCome: number;
};

const isSince = (value: unknown): value is Since => typeof value === 'string' || typeof value === 'number';

/**
 * Read an answer of `_changes` that was asked with `limit`.
 * @throws HubFault `bad-answer` when it is not one.
 * @see https://docs.couchdb.org/en/stable/api/database/changes.html
 */
export function readChangesPage(value: unknown, limit: number): ChangesPage {
  if (!isFields(value) || !Array.isArray(value['results']) || !isSince(value['last_seq'])) throw badAnswer();
  const rows = value['results'].map((row: unknown): FeedRow => {
    if (!isFields(row) || typeof row['id'] !== 'string') throw badAnswer();
    const doc = isFields(row['doc']) ? row['doc'] : null;
    return { id: row['id'], rev: revOf(row, doc), deleted: row['deleted'] === true, doc };
  });
  const end = value['pending'] === 0 || rows.length < limit;
  const pending = Number.isSafeInteger(value['pending']) ? Math.max(0, value['pending'] as number) : 0;
  return { rows, lastSeq: value['last_seq'], end, toCome: end ? 0 : pending };
}

function revOf(row: Fields, doc: Fields | null): string | null {
  if (typeof doc?.['_rev'] === 'string') return doc['_rev'];
  const first: unknown = Array.isArray(row['changes']) ? row['changes'][0] : null;
  return isFields(first) && typeof first['rev'] === 'string' ? first['rev'] : null;
}

/** The path that asks for the rows after `since`, documents and all. */
export function changesPath(database: string, since: Since, limit: number): string {
  return `/${database}/_changes?include_docs=true&since=${encodeURIComponent(since)}&limit=${limit}`;
}

/** The path of a long-poll that only says whether anything came after `since`. */
export function longPollPath(database: string, since: Since, waitMs: number): string {
  return `/${database}/_changes?feed=longpoll&timeout=${waitMs}&limit=1&since=${encodeURIComponent(since)}`;
}
