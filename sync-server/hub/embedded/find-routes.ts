import type { FastifyInstance } from 'fastify';

import type { DatabaseRoute, HubContext } from './context.ts';
import { bodyObject, databaseOf } from './context.ts';
import { badRequest, notFound } from './couch-error.ts';
import { demandDatabaseAdmin } from './security.ts';
import { asCouchReads } from './selector.ts';

const DEFAULT_LIMIT = 25;

/** Our bookmark: how many documents were handed out so far. */
const BOOKMARK = /^skip-(\d{1,15})$/;

function bookmarkSkip(bookmark: unknown): number {
  if (bookmark === undefined || bookmark === null || bookmark === 'nil' || bookmark === '') return 0;
  const [, skip] = BOOKMARK.exec(typeof bookmark === 'string' ? bookmark : '') ?? [];
  if (skip === undefined) throw badRequest('Invalid bookmark value', 'invalid_bookmark');
  return Number(skip);
}

function wholeOr(value: unknown, otherwise: number, name: string): number {
  if (value === undefined) return otherwise;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw badRequest(`Invalid value for ${name}: ${JSON.stringify(value)}`, `invalid_${name}`);
}

/** PouchDB throws a bare Error for a selector it cannot read; its faults of storage have names of their own. */
function refuseQuestion(fault: unknown): never {
  if (fault instanceof Error && fault.name === 'Error' && !('status' in fault)) {
    throw badRequest(fault.message, 'invalid_selector');
  }
  throw fault;
}

/** `_find` and its indexes, by PouchDB's Mango. */
export function findRoutes(fastify: FastifyInstance, context: HubContext): void {
  fastify.post<DatabaseRoute>('/:db/_find', async (request) => {
    const { database } = await databaseOf(context, request);
    const { selector, fields, sort, use_index, limit, skip, bookmark } = bodyObject(request);
    if (selector === undefined) throw badRequest('Missing required key: selector', 'missing_required_key');
    if (typeof selector !== 'object' || selector === null || Array.isArray(selector)) {
      throw badRequest('Selector must be a JSON object', 'invalid_selector_json');
    }
    const from = bookmarkSkip(bookmark) + wholeOr(skip, 0, 'skip');
    const most = wholeOr(limit, DEFAULT_LIMIT, 'limit');
    const options = Object.entries({ fields, sort, use_index }).filter(([, value]) => value !== undefined);
    const question = { selector: asCouchReads(selector), limit: most, skip: from, ...Object.fromEntries(options) };
    const { docs, warning } = most === 0 ? { docs: [] } : await database.pouch.find(question).catch(refuseQuestion);
    const next = docs.length > 0 ? `skip-${from + docs.length}` : 'nil';
    return { docs, bookmark: next, ...(warning === undefined ? {} : { warning }) };
  });

  fastify.get<DatabaseRoute>('/:db/_index', async (request) => {
    const { database } = await databaseOf(context, request);
    const { indexes } = await database.pouch.getIndexes();
    return { total_rows: indexes.length, indexes };
  });

  fastify.post<DatabaseRoute>('/:db/_index', async (request) => {
    const { database, by } = await databaseOf(context, request);
    demandDatabaseAdmin(by, database.security());
    const { index, ddoc, name, type } = bodyObject(request);
    if (type !== undefined && type !== 'json')
      throw badRequest(`Invalid type for index: ${JSON.stringify(type)}`, 'invalid_index');
    const { fields } = (index ?? {}) as { fields?: unknown };
    if (!Array.isArray(fields) || fields.length === 0)
      throw badRequest('Missing required key: fields', 'missing_required_key');
    const made = await database.inTurn(() =>
      database.pouch.createIndex({
        index: {
          ...(index as object),
          ...(ddoc === undefined ? {} : { ddoc }),
          ...(name === undefined ? {} : { name }),
        },
      }),
    );
    database.touched();
    return { result: made.result, id: made.id, name: made.name };
  });

  type IndexRoute = { Params: { db: string; ddoc: string; name: string }; Querystring: DatabaseRoute['Querystring'] };
  fastify.delete<IndexRoute>('/:db/_index/:ddoc/json/:name', async (request) => {
    const { database, by } = await databaseOf(context, request);
    demandDatabaseAdmin(by, database.security());
    const { name } = request.params;
    const ddoc = `_design/${request.params.ddoc.replace(/^_design\//, '')}`;
    const { indexes } = await database.pouch.getIndexes();
    if (!indexes.some((each) => each['ddoc'] === ddoc && each['name'] === name)) throw notFound('Index does not exist');
    await database.inTurn(() => database.pouch.deleteIndex({ ddoc, name, type: 'json' }));
    database.touched();
    return { ok: true };
  });
}
