import type { FastifyInstance } from 'fastify';

import type { HubContext } from './context.ts';
import { identityOf } from './context.ts';
import { CouchError } from './couch-error.ts';

const words = (value: unknown) => (typeof value === 'string' ? value : '');

/** `_session`: log in with a name and password, see who one is, log out. */
export function sessionRoutes(fastify: FastifyInstance, context: HubContext): void {
  fastify.get('/_session', (request) => {
    const { name, roles, authenticated } = identityOf(context, request);
    return {
      ok: true,
      userCtx: { name, roles },
      info: { authentication_handlers: ['cookie', 'default'], ...(authenticated ? { authenticated } : {}) },
    };
  });

  fastify.post('/_session', async (request, reply) => {
    const type = request.headers['content-type'] ?? '';
    if (!/^application\/(json|x-www-form-urlencoded)\b/i.test(type)) {
      const reason = "Content-Type must be 'application/x-www-form-urlencoded' or 'application/json'";
      throw new CouchError(415, 'bad_content_type', reason);
    }
    const { name, username, password } = (request.body ?? {}) as Record<string, unknown>;
    try {
      const { user, setCookie } = await context.authenticator.login(words(name ?? username), words(password));
      void reply.header('set-cookie', setCookie);
      return { ok: true, name: user.identity.name, roles: user.identity.roles };
    } catch (fault) {
      if (fault instanceof CouchError) void reply.header('set-cookie', context.authenticator.endCookie());
      throw fault;
    }
  });

  fastify.delete('/_session', (_request, reply) => {
    void reply.header('set-cookie', context.authenticator.endCookie());
    return { ok: true };
  });
}
