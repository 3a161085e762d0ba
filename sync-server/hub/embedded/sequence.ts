import { createHash } from 'node:crypto';

import { badRequest } from './couch-error.ts';

const SEQUENCE = /^(\d{1,15})-([A-Za-z0-9_-]+)$/;

/** The word in a database's sequences that says which files they count. */
export function sequenceToken(databaseId: string): string {
  return createHash('sha256').update(databaseId).digest('base64url').slice(0, 16);
}

/** A sequence as clients see it: opaque, `12-<token>`. */
export function writeSequence(seq: number, token: string): string {
  return `${seq}-${token}`;
}

/**
 * The plain number behind a client's `since`. A sequence of other files (the hub was wiped, or restored to before this
 * sequence) counts from 0, so that the client hears everything again instead of missing what was written since.
 * @throws CouchError 400 when it is no sequence at all.
 */
export function readSequence(since: string, token: string, updateSeq: number): number {
  if (since === '' || since === '0') return 0;
  if (since === 'now') return updateSeq;
  const [, count, of] = SEQUENCE.exec(since) ?? [];
  if (count === undefined) throw badRequest("Malformed sequence supplied in 'since' parameter.");
  return of === token && Number(count) <= updateSeq ? Number(count) : 0;
}
