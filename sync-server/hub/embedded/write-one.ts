import { conflict, CouchError, forbidden } from './couch-error.ts';
import type { Database } from './database.ts';
import type { Identity } from './identity.ts';
import { isAdmin } from './identity.ts';
import type { Doc } from './pouch.ts';
import { readUserDoc, USERS_DATABASE } from './users.ts';
import { writeDocs } from './write-docs.ts';
import type { WriteRow } from './write-queue.ts';

const STATUS: Record<string, number> = { unauthorized: 401, forbidden: 403, not_found: 404 };

/** Documents as the database keeps them: in `_users`, with hashes in the place of passwords. */
export async function admitDocs(database: Database, docs: readonly Doc[], by: Identity): Promise<readonly Doc[]> {
  if (database.name !== USERS_DATABASE) return docs;
  if (!isAdmin(by)) throw forbidden('Only administrators may write users.');
  return Promise.all(docs.map((doc) => readUserDoc(doc)));
}

/**
 * Write one document.
 * @throws CouchError 409, 401, 403 or 404 when it was refused.
 */
export async function writeOne(
  database: Database,
  doc: Doc,
  by: Identity,
  newEdits = true,
): Promise<{ id: string; rev: string }> {
  const docs = await admitDocs(database, [doc], by);
  const [row] = await writeDocs(database, { docs, newEdits, by });
  const written: WriteRow = row ?? { ok: true, id: doc._id, rev: doc._rev ?? '' };
  if (!('error' in written)) return written;
  if (written.error === 'conflict') throw conflict();
  throw new CouchError(STATUS[written.error] ?? 400, written.error, written.reason);
}
