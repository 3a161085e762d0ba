import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOwnOrigin } from './loopback.ts';

/** Holds `<user>.<password>` of a browser's register (docs/wire.md, "Who authorises a page"). */
export const REGISTER_COOKIE = 'shopbell_register';

const NEVER_FROM_OUTSIDE = /^x-(auth-couchdb-|forwarded-)/;
const YEAR_S = 365 * 24 * 60 * 60;

/** Remember a browser as a register. Not readable by scripts, not sent by other sites. */
export function rememberRegister(reply: FastifyReply, user: string, password: string): void {
  reply.setCookie(REGISTER_COOKIE, `${user}.${password}`, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    maxAge: YEAR_S,
  });
}

/**
 * Before any handler: drop the headers by which a proxy vouches for a user (nobody outside may set them), and let the
 * register's cookie stand in for Basic auth on `/db` and `/api/registers/me`, for pages of this server only.
 */
export function authoriseByCookie(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    for (const name of Object.keys(request.headers)) if (NEVER_FROM_OUTSIDE.test(name)) delete request.headers[name];
    if (!/^\/(?:db(?:[/?]|$)|api\/registers\/me(?:\?|$))/.test(request.url)) return;
    if (request.headers.authorization !== undefined || !isOwnPage(request)) return;
    const cookie = request.cookies[REGISTER_COOKIE];
    const dot = cookie?.indexOf('.') ?? -1;
    if (!cookie || dot <= 0) return;
    const credentials = Buffer.from(`${cookie.slice(0, dot)}:${cookie.slice(dot + 1)}`).toString('base64');
    request.headers.authorization = `Basic ${credentials}`;
  });
}

function isOwnPage(request: FastifyRequest): boolean {
  return request.headers.origin === undefined || isOwnOrigin(request);
}

/** Name and password of a Basic `Authorization` header, or null when there is none that can be read. */
export function basicCredentials(
  header: string | undefined,
): { readonly user: string; readonly password: string } | null {
  const found = /^Basic ([A-Za-z0-9+/=]{1,400})$/i.exec(header ?? '');
  if (!found?.[1]) return null;
  const text = Buffer.from(found[1], 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon <= 0 ? null : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}
