import { notFound } from './couch-error.ts';
import type { Database } from './database.ts';
import type { Doc } from './pouch.ts';

/** @throws CouchError 404 when there is none. */
export async function getLocal(database: Database, id: string): Promise<Doc> {
  try {
    return await database.pouch.get(id);
  } catch (fault) {
    if ((fault as { status?: unknown }).status === 404) throw notFound('missing');
    throw fault;
  }
}

/** Write a local document. As in CouchDB 3 the last write wins; its revision only counts. Call it in turn. */
export async function putLocal(database: Database, doc: Doc): Promise<{ id: string; rev: string }> {
  const now = await database.pouch.get(doc._id).catch((fault: { status?: unknown }) => {
    if (fault.status === 404) return null;
    throw fault;
  });
  if (doc._deleted) {
    if (!now) throw notFound('missing');
    const { id, rev } = await database.pouch.remove(now);
    return { id, rev };
  }
  const { _rev: _, ...members } = doc;
  const { id, rev } = await database.pouch.put({ ...members, _id: doc._id, ...(now?._rev ? { _rev: now._rev } : {}) });
  return { id, rev };
}
