import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { checkId, checkRev, readDoc } from './check-doc.ts';
import type { DatabaseRoute, HubContext } from './context.ts';
import { answerWritten, bodyObject, databaseOf, identityOf, requestBytes } from './context.ts';
import { badRequest, noAttachments, notFound } from './couch-error.ts';
import type { Database } from './database.ts';
import { identityIsSelf } from './own-user.ts';
import type { Doc, Leaf } from './pouch.ts';
import { flag, json, text } from './query.ts';
import type { Query } from './query.ts';
import { writeOne } from './write-one.ts';

type DocumentRoute = { Params: { db: string; '*': string }; Querystring: Query };

/** The steps of an address after the database's name. An escaped slash belongs to an id and a plain one does not. */
function stepsOf(request: FastifyRequest<DocumentRoute>, prefix: string): string[] {
  const path = (request.url.split('?', 1)[0] ?? '').slice(prefix.length);
  const [, ...steps] = path.split('/').filter((step) => step !== '');
  try {
    return steps.map(decodeURIComponent);
  } catch {
    throw badRequest('The address is not valid UTF-8.');
  }
}

/** The document id in an address; design and local documents have a slash in theirs. */
function documentId([first = '', ...rest]: readonly string[]): string {
  const [second] = rest;
  const joined = (first === '_design' || first === '_local') && second !== undefined;
  const id = joined ? `${first}/${second}` : first;
  if (id.startsWith('_') && !/^_(design|local)\/./.test(id)) throw notFound();
  const [part] = joined ? rest.slice(1) : rest;
  if (part !== undefined) throw part.startsWith('_') ? notFound() : noAttachments();
  checkId(id);
  return id;
}

/** The revision a request names, in its query or in `If-Match`. */
function revOf(request: FastifyRequest<DocumentRoute>): string | undefined {
  const inQuery = text(request.query, 'rev');
  const inHeader = request.headers['if-match']?.replaceAll('"', '');
  if (inQuery !== undefined && inHeader !== undefined && inQuery !== inHeader) {
    throw badRequest('Document rev and etag have different values');
  }
  return inQuery ?? inHeader;
}

async function leavesOf(database: Database, id: string, query: Query): Promise<Leaf[]> {
  const wanted = text(query, 'open_revs') === 'all' ? 'all' : json(query, 'open_revs');
  if (wanted !== 'all') {
    if (!Array.isArray(wanted)) throw badRequest('Invalid list of revisions');
    for (const rev of wanted) checkRev(rev);
  }
  const options = { revs: flag(query, 'revs'), latest: flag(query, 'latest') };
  return (await database.pouch.get(id, { ...options, open_revs: wanted })) as unknown as Leaf[];
}

/** Single documents, with their revisions. */
export function documentRoutes(fastify: FastifyInstance, context: HubContext): void {
  const idOf = (request: FastifyRequest<DocumentRoute>) => documentId(stepsOf(request, fastify.prefix));

  async function open(request: FastifyRequest<DocumentRoute>, id: string) {
    const own = identityIsSelf(request.params.db, id, identityOf(context, request));
    if (own) return { database: await context.databases.get(request.params.db), by: identityOf(context, request) };
    return databaseOf(context, request as FastifyRequest<DatabaseRoute>);
  }

  async function get(request: FastifyRequest<DocumentRoute>, reply: FastifyReply): Promise<object> {
    const id = idOf(request);
    const { database } = await open(request, id);
    const { query } = request;
    if (text(query, 'open_revs') !== undefined) return leavesOf(database, id, query);
    const rev = text(query, 'rev');
    if (rev !== undefined) checkRev(rev, id.startsWith('_local/'));
    const names = ['revs', 'revs_info', 'conflicts', 'latest'] as const;
    const options = Object.fromEntries(names.map((name) => [name, flag(query, name)]));
    const doc: Doc = await database.pouch.get(
      id,
      id.startsWith('_local/') ? {} : { ...options, ...(rev ? { rev } : {}) },
    );
    const tag = `"${doc._rev ?? ''}"`;
    void reply.header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return doc;
  }

  async function put(request: FastifyRequest<DocumentRoute>, reply: FastifyReply): Promise<object> {
    const id = idOf(request);
    const { database, by } = await databaseOf(context, request as FastifyRequest<DatabaseRoute>);
    const rev = revOf(request);
    const body = bodyObject(request, { anyType: true });
    if (rev !== undefined && body['_rev'] !== undefined && body['_rev'] !== rev) {
      throw badRequest('Document rev from request body and query string have different values');
    }
    const doc = readDoc(
      { ...body, ...(rev === undefined ? {} : { _rev: rev }) },
      { id, requestBytes: requestBytes(request) },
    );
    const newEdits = text(request.query, 'new_edits') !== 'false';
    if (!newEdits && doc._rev === undefined && doc._revisions === undefined) {
      throw badRequest('When `new_edits: false`, the document needs `_rev` or `_revisions` specified');
    }
    return answerWritten(reply, 201, await writeOne(database, doc, by, newEdits));
  }

  async function remove(request: FastifyRequest<DocumentRoute>, reply: FastifyReply): Promise<object> {
    const id = idOf(request);
    const { database, by } = await databaseOf(context, request as FastifyRequest<DatabaseRoute>);
    const rev = revOf(request);
    // Told first, as CouchDB does: nothing there is 404, no revision named is a conflict.
    await database.pouch.get(id);
    const members = { _deleted: true, ...(rev === undefined ? {} : { _rev: rev }) };
    const doc = readDoc(members, { id, requestBytes: 0 });
    return answerWritten(reply, 200, await writeOne(database, doc, by));
  }

  fastify.get<DocumentRoute>('/:db/*', get);
  fastify.put<DocumentRoute>('/:db/*', put);
  fastify.delete<DocumentRoute>('/:db/*', remove);
}
