import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { DatabaseRoute, HubContext } from './context.ts';
import { bodyObject, databaseOf } from './context.ts';
import { badRequest } from './couch-error.ts';
import type { Database } from './database.ts';
import { flag, json, stringKey, whole } from './query.ts';
import type { Query } from './query.ts';

/** A POST may say in its body what a GET says in its address. */
function withBody(query: Query, body: Record<string, unknown>): Query {
  const said = Object.entries(body).filter(([name]) => name !== 'keys');
  return { ...query, ...Object.fromEntries(said.map(([name, value]) => [name, JSON.stringify(value)])) };
}

async function byKeys(database: Database, query: Query, keys: unknown): Promise<object> {
  if (!Array.isArray(keys)) throw badRequest('`keys` member must be an array.');
  const wanted = flag(query, 'descending') ? keys.toReversed() : keys;
  const skip = whole(query, 'skip') ?? 0;
  const cut = wanted.slice(skip, skip + (whole(query, 'limit') ?? wanted.length)) as unknown[];
  // Only strings name documents; the rest is not found, and PouchDB is not asked.
  const names = cut.filter((key) => typeof key === 'string' && key !== '');
  const options = { keys: names, include_docs: flag(query, 'include_docs'), conflicts: flag(query, 'conflicts') };
  const found = names.length > 0 ? await database.pouch.allDocs(options) : undefined;
  const rows = (found?.rows ?? []).values();
  return {
    total_rows: found?.total_rows ?? (await database.pouch.info()).doc_count,
    offset: null,
    rows: cut.map((key) => (typeof key === 'string' && key !== '' ? rows.next().value : { key, error: 'not_found' })),
  };
}

async function byRange(database: Database, query: Query): Promise<object> {
  const key = stringKey(json(query, 'key'), 'key');
  const startkey = stringKey(json(query, 'startkey', 'start_key'), 'startkey');
  const endkey = stringKey(json(query, 'endkey', 'end_key'), 'endkey');
  const limit = whole(query, 'limit');
  const skip = whole(query, 'skip') ?? 0;
  const { total_rows: total, rows } = await database.pouch.allDocs({
    include_docs: flag(query, 'include_docs'),
    conflicts: flag(query, 'conflicts'),
    descending: flag(query, 'descending'),
    inclusive_end: json(query, 'inclusive_end') !== false,
    skip,
    ...(limit === undefined ? {} : { limit }),
    ...(key === undefined ? {} : { key }),
    ...(startkey === undefined ? {} : { startkey }),
    ...(endkey === undefined ? {} : { endkey }),
  });
  return { total_rows: total, offset: skip, rows };
}

/** `_all_docs`: documents by id. */
export function allDocsRoutes(fastify: FastifyInstance, context: HubContext): void {
  async function answer(request: FastifyRequest<DatabaseRoute>, query: Query, keys: unknown): Promise<object> {
    const { database } = await databaseOf(context, request);
    return keys === undefined ? byRange(database, query) : byKeys(database, query, keys);
  }
  fastify.get<DatabaseRoute>('/:db/_all_docs', (request) =>
    answer(request, request.query, json(request.query, 'keys')),
  );
  fastify.post<DatabaseRoute>('/:db/_all_docs', (request) => {
    const body = bodyObject(request);
    return answer(request, withBody(request.query, body), body['keys'] ?? json(request.query, 'keys'));
  });
}
