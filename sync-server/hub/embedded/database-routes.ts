import { randomUUID } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import type { DatabaseRoute, HubContext } from './context.ts';
import { answerWritten, bodyObject, databaseOf, identityOf, requestBytes } from './context.ts';
import { notImplemented } from './couch-error.ts';
import { readDoc } from './check-doc.ts';
import { demandDatabaseAdmin, demandServerAdmin, readSecurity } from './security.ts';
import { writeSequence } from './sequence.ts';
import { writeOne } from './write-one.ts';

/** The database itself, at `path`. */
function wholeRoutes(fastify: FastifyInstance, context: HubContext, path: string): void {
  fastify.put<DatabaseRoute>(path, async (request, reply) => {
    demandServerAdmin(identityOf(context, request));
    await context.databases.create(request.params.db);
    void reply.code(201);
    return { ok: true };
  });

  fastify.delete<DatabaseRoute>(path, async (request) => {
    demandServerAdmin(identityOf(context, request));
    await context.databases.remove(request.params.db);
    return { ok: true };
  });

  fastify.get<DatabaseRoute>(path, async (request) => {
    const { database } = await databaseOf(context, request);
    const info = await database.pouch.info();
    return {
      instance_start_time: '0',
      db_name: database.name,
      purge_seq: '0',
      update_seq: writeSequence(info.update_seq, database.token),
      doc_count: info.doc_count,
      props: {},
      compact_running: false,
      cluster: { q: 1, n: 1, w: 1, r: 1 },
    };
  });

  fastify.post<DatabaseRoute>(path, async (request, reply) => {
    const { database, by } = await databaseOf(context, request);
    const body = bodyObject(request);
    const id = body['_id'] === undefined ? { id: randomUUID().replaceAll('-', '') } : {};
    const doc = readDoc(body, { ...id, requestBytes: requestBytes(request) });
    return answerWritten(reply, 201, await writeOne(database, doc, by));
  });
}

/** A database as a whole: made, described, removed, its members. */
export function databaseRoutes(fastify: FastifyInstance, context: HubContext): void {
  // PouchDB asks with a slash at the end; to CouchDB both are the database.
  for (const path of ['/:db', '/:db/']) wholeRoutes(fastify, context, path);

  fastify.get<DatabaseRoute>('/:db/_security', async (request) => {
    const { database } = await databaseOf(context, request);
    return database.security();
  });

  fastify.put<DatabaseRoute>('/:db/_security', async (request) => {
    const { database, by } = await databaseOf(context, request);
    demandDatabaseAdmin(by, database.security());
    await database.setSecurity(readSecurity(bodyObject(request, { anyType: true })));
    return { ok: true };
  });

  fastify.post<DatabaseRoute>('/:db/_ensure_full_commit', async (request, reply) => {
    await databaseOf(context, request);
    void reply.code(201);
    return { ok: true, instance_start_time: '0' };
  });

  fastify.post<DatabaseRoute>('/:db/_compact', async (request, reply) => {
    const { database, by } = await databaseOf(context, request);
    demandDatabaseAdmin(by, database.security());
    // Compaction is done with every write already; this only tidies what an older start may have left.
    await database.inTurn(() => database.pouch.compact());
    void reply.code(202);
    return { ok: true };
  });

  fastify.post<DatabaseRoute>('/:db/_purge', async (request) => {
    demandServerAdmin(identityOf(context, request));
    throw notImplemented('This hub does not purge. Delete the document instead.');
  });
}
