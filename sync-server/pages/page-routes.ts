import { randomBytes } from 'node:crypto';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { plainPage } from '../http/html.ts';
import { PLAIN_PAGE_POLICY } from '../http/security-headers.ts';
import { readBuiltPage } from './page-files.ts';

const policy = (nonce: string) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self'${nonce && ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join('; ');

/**
 * Serve a built single page under `prefix` (`/register`): its index with a fresh nonce in each answer, its files, and
 * `precache.json`, the list a service worker keeps. Not built yet, it says how to.
 */
export async function addPageRoutes(app: FastifyInstance, prefix: string, folder: string): Promise<void> {
  const page = readBuiltPage(folder);
  if (!page) {
    const how = plainPage('Not built yet', '<p>Run <code>npm run build</code> and start the sync-server again.</p>');
    const answer = (reply: FastifyReply) =>
      reply.code(503).type('text/html; charset=utf-8').header('content-security-policy', PLAIN_PAGE_POLICY).send(how);
    app.get(prefix, (_request, reply) => answer(reply));
    app.get(`${prefix}/`, (_request, reply) => answer(reply));
    return;
  }
  const sendIndex = (reply: FastifyReply) => {
    const nonce = randomBytes(18).toString('base64');
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-cache')
      .send(page.index.replaceAll('__CSP_NONCE__', nonce));
  };
  await app.register(async (scope) => {
    // A service worker lives under the policy its own file came with, so the files carry the page's policy too. Set
    // before the answer is made: the server's own hook gives a bare policy to whatever has none by the end.
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('content-security-policy', policy(''));
    });
    scope.addHook('onSend', async (request, reply) => {
      if (request.url.startsWith(`${prefix}/assets/`) && reply.statusCode < 300)
        reply.header('cache-control', 'public, max-age=31536000, immutable');
    });
    scope.get(prefix, (_request, reply) => reply.redirect(`${prefix}/`, 308));
    scope.get(`${prefix}/`, (_request, reply) => sendIndex(reply));
    scope.get(`${prefix}/index.html`, (_request, reply) => sendIndex(reply));
    scope.get(`${prefix}/precache.json`, (_request, reply) =>
      reply.header('cache-control', 'no-cache').send({ version: page.version, files: ['./', ...page.files] }),
    );
    await scope.register(fastifyStatic, {
      root: folder,
      prefix: `${prefix}/`,
      index: false,
      decorateReply: false,
      cacheControl: true,
      maxAge: 0,
    });
  });
}
