import { randomUUID } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import type { HubContext } from './context.ts';
import { identityOf } from './context.ts';
import { badRequest } from './couch-error.ts';
import type { Query } from './query.ts';
import { flag, json, stringKey, whole } from './query.ts';
import { demandServerAdmin } from './security.ts';

const MAX_UUIDS = 1000;

/** The addresses that belong to the server and not to a database. */
export function serverRoutes(fastify: FastifyInstance, context: HubContext): void {
  fastify.get('/', () => ({
    couchdb: 'Welcome',
    version: context.version,
    uuid: context.uuid,
    features: [],
    vendor: { name: 'shopbell' },
  }));

  fastify.get('/_up', () => ({ status: 'ok', seeds: {} }));

  fastify.get<{ Querystring: Query }>('/_uuids', (request, reply) => {
    const count = whole(request.query, 'count') ?? 1;
    if (count > MAX_UUIDS) throw badRequest('count parameter too large');
    void reply.header('cache-control', 'no-cache, must-revalidate');
    return { uuids: Array.from({ length: count }, () => randomUUID().replaceAll('-', '')) };
  });

  fastify.get<{ Querystring: Query }>('/_all_dbs', (request) => {
    demandServerAdmin(identityOf(context, request));
    const { query } = request;
    const from = stringKey(json(query, 'startkey', 'start_key'), 'startkey');
    const to = stringKey(json(query, 'endkey', 'end_key'), 'endkey');
    const names = context.databases.names().filter((name) => (!from || name >= from) && (!to || name <= to));
    if (flag(query, 'descending')) names.reverse();
    const skip = whole(query, 'skip') ?? 0;
    return names.slice(skip, skip + (whole(query, 'limit') ?? names.length));
  });
}
