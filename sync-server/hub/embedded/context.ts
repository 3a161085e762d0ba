import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Authenticator } from './authenticate.ts';
import { badRequest, CouchError, forbidden } from './couch-error.ts';
import type { Database } from './database.ts';
import type { Databases } from './databases.ts';
import type { Identity } from './identity.ts';
import { isAdmin, NOBODY } from './identity.ts';
import type { Query } from './query.ts';
import { demandMember } from './security.ts';
import { USERS_DATABASE } from './users.ts';
import type { Waiting } from './waiting.ts';

/** What every route of the embedded hub is handed. */
export type HubContext = {
  readonly databases: Databases;
  readonly authenticator: Authenticator;
  readonly waiting: Waiting;
  /** The hub's own id, and the version of CouchDB whose protocol it speaks. */
  readonly uuid: string;
  readonly version: string;
  readonly identities: WeakMap<FastifyRequest, Identity>;
};

export type DatabaseRoute = { Params: { db: string }; Querystring: Query };

export const identityOf = (context: HubContext, request: FastifyRequest): Identity =>
  context.identities.get(request) ?? NOBODY;

/**
 * The database a request names, open to who asks.
 * @throws CouchError 404, 401 or 403.
 */
export async function databaseOf(
  context: HubContext,
  request: FastifyRequest<DatabaseRoute>,
): Promise<{ database: Database; by: Identity }> {
  const by = identityOf(context, request);
  const database = await context.databases.get(request.params.db);
  demandMember(by, database.security());
  // Whoever `_security` lets in: names and hashes are for admins.
  if (database.name === USERS_DATABASE && !isAdmin(by))
    throw forbidden('Only administrators may use the users database.');
  return { database, by };
}

/** The bytes a request said its body has. */
export const requestBytes = (request: FastifyRequest) => Number(request.headers['content-length'] ?? 0);

/** The JSON object in a request's body. @throws CouchError 415 for another type of content, 400 for another shape. */
export function bodyObject(request: FastifyRequest, options?: { anyType: true }): Record<string, unknown> {
  if (!options?.anyType && !/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new CouchError(415, 'bad_content_type', 'Content-Type must be application/json');
  }
  const { body } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('Request body must be a JSON object');
  }
  return body as Record<string, unknown>;
}

/** Answer a written document as CouchDB does. */
export function answerWritten(reply: FastifyReply, status: number, written: { id: string; rev: string }): object {
  void reply.code(status).header('etag', `"${written.rev}"`);
  return { ok: true, id: written.id, rev: written.rev };
}
