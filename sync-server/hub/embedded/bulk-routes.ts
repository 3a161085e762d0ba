import { randomUUID } from 'node:crypto';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import { checkId, checkRev, readDoc } from './check-doc.ts';
import type { DatabaseRoute, HubContext } from './context.ts';
import { bodyObject, databaseOf, requestBytes } from './context.ts';
import { asCouchError, badRequest, CouchError } from './couch-error.ts';
import type { Database } from './database.ts';
import type { Leaf } from './pouch.ts';
import { flag } from './query.ts';
import type { Query } from './query.ts';
import { writeDocs } from './write-docs.ts';
import { admitDocs } from './write-one.ts';

type Asked = { readonly id: string; readonly rev?: string };

async function bulkGet(database: Database, query: Query, asked: Asked): Promise<object> {
  const { id, rev } = asked;
  const failed = (error: string, reason: string) => ({ error: { id, rev: rev ?? 'undefined', error, reason } });
  try {
    checkId(id);
    if (rev !== undefined) checkRev(rev);
    const options = {
      revs: flag(query, 'revs'),
      latest: flag(query, 'latest'),
      open_revs: rev === undefined ? 'all' : [rev],
    };
    const leaves = (await database.pouch.get(id, options)) as unknown as Leaf[];
    return { id, docs: leaves.map((leaf) => ('ok' in leaf ? leaf : failed('not_found', 'missing'))) };
  } catch (fault) {
    const known = asCouchError(fault);
    if (known instanceof CouchError) return { id, docs: [failed(known.code, known.message)] };
    throw fault;
  }
}

function askedOf(value: unknown): Asked {
  const { id, rev } = (value ?? {}) as { id?: unknown; rev?: unknown };
  if (typeof id !== 'string') throw badRequest('document id missed');
  return { id, ...(typeof rev === 'string' ? { rev } : {}) };
}

/** Many documents in one request, as replication moves them. */
export function bulkRoutes(fastify: FastifyInstance, context: HubContext): void {
  fastify.post<DatabaseRoute>('/:db/_bulk_docs', async (request, reply) => {
    const { database, by } = await databaseOf(context, request);
    const { docs: sent, new_edits: edits } = bodyObject(request);
    if (!Array.isArray(sent)) throw badRequest('POST body must include `docs` parameter.');
    if (edits !== undefined && typeof edits !== 'boolean') throw badRequest('`new_edits` parameter must be a boolean.');
    const newEdits = edits ?? true;
    const bytes = requestBytes(request);
    const docs = sent.map((each: unknown) => {
      const fresh = (each as { _id?: unknown } | null)?._id === undefined && newEdits;
      const id = fresh ? { id: randomUUID().replaceAll('-', '') } : {};
      const doc = readDoc(each, { ...id, requestBytes: bytes });
      if (!newEdits && doc._rev === undefined && doc._revisions === undefined) {
        throw badRequest('When `new_edits: false`, the document needs `_rev` or `_revisions` specified');
      }
      return doc;
    });
    const rows = await writeDocs(database, { docs: await admitDocs(database, docs, by), newEdits, by });
    void reply.code(201);
    return newEdits ? rows : rows.filter((row) => 'error' in row);
  });

  fastify.post<DatabaseRoute>('/:db/_bulk_get', async (request) => {
    const { database } = await databaseOf(context, request);
    const { docs } = bodyObject(request);
    if (!Array.isArray(docs)) throw badRequest('Missing JSON list of `docs`.');
    const asked = docs.map(askedOf);
    return { results: await Promise.all(asked.map((each) => bulkGet(database, request.query, each))) };
  });

  async function revsDiff(request: FastifyRequest<DatabaseRoute>) {
    const { database } = await databaseOf(context, request);
    const body = bodyObject(request);
    for (const revs of Object.values(body)) {
      if (!Array.isArray(revs)) throw badRequest('Invalid list of revisions');
      for (const rev of revs) checkRev(rev);
    }
    return database.pouch.revsDiff(body as Record<string, string[]>);
  }

  fastify.post<DatabaseRoute>('/:db/_revs_diff', revsDiff);
}
