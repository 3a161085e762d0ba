import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const APP_ORIGIN = 'app://register';

/** What registers need of a CouchDB: to ask whether it is there, who they are, and the shop's databases. Nothing else. */
const ALLOWED = /^\/(?:$|_up$|_session$|shopbell-[a-z0-9-]+(?:\/|$))/;
const READ_ONLY = /^\/(?:$|_up$|_session$)/;

/** Headers of CouchDB's that stop here: its cookies and CORS are its own, and its login question would open a browser's box. */
const KEPT_BACK = [
  'set-cookie',
  'server',
  'www-authenticate',
  'access-control-allow-origin',
  'access-control-allow-credentials',
];
const NOT_PASSED_ON = /^(?:cookie|origin|referer|x-auth-couchdb-.*|x-forwarded-.*|forwarded)$/;

const couchError = (reply: FastifyReply, status: number, error: string, reason: string) =>
  reply.code(status).type('application/json').send({ error, reason });

/**
 * `/db` as a door to a real CouchDB: requests and answers stream through, long-polls included. Who may do what is
 * CouchDB's to decide; its administration is not reachable from here.
 * @param couchdb its address, without name and password.
 */
export async function addHubProxy(app: FastifyInstance, couchdb: string): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((_error, _request, reply) =>
      couchError(reply, 502, 'bad_gateway', 'The hub gave no proper answer.'),
    );
    scope.addHook('onRequest', async (request, reply) => {
      if (answerCors(request, reply)) return reply;
      const path = pathOf(request);
      if (path === null || !ALLOWED.test(path)) return couchError(reply, 404, 'not_found', 'Not reachable from here.');
      if (READ_ONLY.test(path) && request.method !== 'GET' && request.method !== 'HEAD')
        return couchError(reply, 405, 'method_not_allowed', 'Only GET,HEAD allowed');
      return undefined;
    });
    await scope.register(httpProxy, {
      upstream: couchdb,
      prefix: '/db',
      disableRequestLogging: true,
      undici: { connections: 512, headersTimeout: 60_000, bodyTimeout: 120_000 },
      replyOptions: {
        rewriteRequestHeaders: (_request, headers) => without(headers, (name) => NOT_PASSED_ON.test(name)),
        rewriteHeaders: (headers) => without(headers, (name) => KEPT_BACK.includes(name)),
        onError: (reply, { error }) => {
          const code = (error as { cause?: { code?: string } }).cause?.code;
          void (code === 'UND_ERR_HEADERS_TIMEOUT'
            ? couchError(reply as FastifyReply, 502, 'bad_gateway', 'The hub does not answer in time.')
            : couchError(reply as FastifyReply, 503, 'hub_unreachable', 'The hub cannot be reached just now.'));
        },
      },
    });
  });
}

/** The path below `/db`, or null for one that could be read in two ways. */
function pathOf(request: FastifyRequest): string | null {
  const path = (request.url.split('?', 1)[0] ?? '').slice('/db'.length) || '/';
  try {
    return /\/\/|\\|(?:^|\/)\.\.?(?:\/|$)/.test(decodeURIComponent(path)) ? null : path;
  } catch {
    return null; // not an encoding at all
  }
}

/** The Electron app's page may read answers; no other origin. True when the answer is complete (a preflight). */
function answerCors(request: FastifyRequest, reply: FastifyReply): boolean {
  if (request.headers.origin !== APP_ORIGIN) return false;
  reply.headers({ 'access-control-allow-origin': APP_ORIGIN, 'access-control-expose-headers': 'etag', vary: 'Origin' });
  if (request.method !== 'OPTIONS') return false;
  reply
    .headers({
      'access-control-allow-methods': 'GET, HEAD, PUT, POST, DELETE',
      'access-control-allow-headers': 'content-type, authorization, accept',
      'access-control-max-age': '600',
    })
    .code(204)
    .send();
  return true;
}

function without<H extends object>(headers: H, drop: (name: string) => boolean): H {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !drop(name.toLowerCase()))) as H;
}
