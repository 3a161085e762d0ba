import type { FastifyInstance, FastifyPluginAsync } from 'fastify';

import { allDocsRoutes } from './all-docs-routes.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { changesRoutes } from './changes-routes.ts';
import type { HubContext } from './context.ts';
import { asCouchError, badRequest, CouchError, noAttachments, unauthorized } from './couch-error.ts';
import { databaseRoutes } from './database-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { findRoutes } from './find-routes.ts';
import { serverRoutes } from './server-routes.ts';
import { sessionRoutes } from './session-routes.ts';

/** The page of the Electron app; no other origin may read answers. */
const APP_ORIGIN = 'app://register';
/** Bytes of one request; a batch of documents is larger than one. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024;
/** What is answered to people who have not said who they are. */
const OPEN = /^\/(_up|_session)?$/;

function parseBodies(fastify: FastifyInstance): void {
  // Refuses `__proto__`: PouchDB copies members one by one, and such a member would lend the copy what no law has seen.
  const parseJson = fastify.getDefaultJsonParser('error', 'ignore');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });
  fastify.addContentTypeParser(/^multipart\//i, (_request, _body, done) => done(noAttachments()));
  fastify.addContentTypeParser('*', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else {
      // Answers through its callback alone, whatever its type says.
      void parseJson(request, String(body), (fault, value) => {
        // What is not JSON and does not say so is for the route to refuse, which knows what was wanted.
        if (fault && !/^application\/json\b/i.test(request.headers['content-type'] ?? 'application/json'))
          done(null, undefined);
        else done(fault ? badRequest('invalid UTF-8 JSON') : null, value);
      });
    }
  });
}

/** `{ error, reason }` with CouchDB's status, whatever went wrong. */
function answerFaults(fastify: FastifyInstance): void {
  fastify.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'not_found', reason: 'missing' }));
  fastify.setErrorHandler((fault, request, reply) => {
    const known = asCouchError(fault);
    if (known instanceof CouchError) {
      return reply.code(known.status).send({ error: known.code, reason: known.message });
    }
    const status = (fault as { statusCode?: number }).statusCode ?? 500;
    if (status === 413) return reply.code(413).send({ error: 'too_large', reason: 'the request entity is too large' });
    if (status < 500) return reply.code(status).send({ error: 'bad_request', reason: 'The request cannot be read.' });
    request.log.error({ err: fault }, 'the embedded hub failed');
    return reply.code(500).send({ error: 'internal_server_error', reason: 'The hub failed. See its log.' });
  });
}

function greet(fastify: FastifyInstance, context: HubContext): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.headers.origin === APP_ORIGIN) {
      void reply.headers({
        'access-control-allow-origin': APP_ORIGIN,
        'access-control-expose-headers': 'etag',
        vary: 'Origin',
      });
      if (request.method === 'OPTIONS') {
        return reply
          .headers({
            'access-control-allow-methods': 'GET, HEAD, PUT, POST, DELETE',
            'access-control-allow-headers': 'content-type, authorization, accept',
            'access-control-max-age': '600',
          })
          .code(204)
          .send();
      }
    }
    void reply.header('cache-control', 'must-revalidate');
    const { authorization, cookie } = request.headers;
    const { identity, setCookie } = await context.authenticator.authenticate({ authorization, cookie });
    if (setCookie !== undefined) void reply.header('set-cookie', setCookie);
    context.identities.set(request, identity);
    const path = (request.url.split('?', 1)[0] ?? '').slice(fastify.prefix.length);
    if (identity.name === null && !OPEN.test(path)) throw unauthorized('Authentication required.');
    return undefined;
  });
}

/** CouchDB's HTTP protocol as a Fastify plugin; register it under a prefix such as `/db`. */
export function createHubPlugin(context: HubContext): FastifyPluginAsync {
  return async function embeddedHub(fastify) {
    fastify.addHook('onRoute', (route) => {
      route.bodyLimit = MAX_REQUEST_BYTES;
    });
    // A stop must not wait for those who wait for news.
    fastify.addHook('preClose', () => context.waiting.endAll());
    parseBodies(fastify);
    answerFaults(fastify);
    greet(fastify, context);
    serverRoutes(fastify, context);
    sessionRoutes(fastify, context);
    databaseRoutes(fastify, context);
    allDocsRoutes(fastify, context);
    bulkRoutes(fastify, context);
    changesRoutes(fastify, context);
    findRoutes(fastify, context);
    documentRoutes(fastify, context);
    // Preflights meet the hook above; a route must exist for it to run.
    fastify.options('/*', (_request, reply) => reply.code(404).send({ error: 'not_found', reason: 'missing' }));
  };
}
