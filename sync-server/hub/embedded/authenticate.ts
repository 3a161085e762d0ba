import { badRequest, unauthorized } from './couch-error.ts';
import type { Identity } from './identity.ts';
import { NOBODY } from './identity.ts';
import {
  readSession,
  SESSION_SECONDS,
  sessionCookieOf,
  sessionSecondsLeft,
  sessionSetCookie,
  signSession,
} from './session-cookie.ts';
import type { User, Users } from './users.ts';

export type Authenticated = { readonly identity: Identity; readonly setCookie?: string };

export type Authenticator = {
  /** Who asks, by Basic or by cookie. @throws CouchError 401 when Basic names nobody. */
  authenticate(headers: { authorization?: string | undefined; cookie?: string | undefined }): Promise<Authenticated>;
  /** A session for name and password. @throws CouchError 401 when they fit nobody. */
  login(name: string, password: string): Promise<{ user: User; setCookie: string }>;
  /** The `Set-Cookie` that ends a session. */
  readonly endCookie: () => string;
};

const wrong = () => unauthorized('Name or password is incorrect.');

function basicOf(header: string | undefined): [string, string] | null {
  const [, encoded] = /^Basic\s+(\S+)$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) throw badRequest('Authorization header has invalid base64 value');
  return [text.slice(0, colon), text.slice(colon + 1)];
}

/** Tells who asks. `secret` signs cookies; `now` gives milliseconds UTC. */
export function createAuthenticator(users: Users, secret: string, now: () => number): Authenticator {
  const keyOf = (user: User) => `${secret}:${user.salt}`;
  const cookieFor = (name: string, user: User) => sessionSetCookie(signSession(name, now(), keyOf(user)), now());

  async function byCookie(header: string | undefined): Promise<Authenticated | null> {
    const cookie = sessionCookieOf(header);
    const claim = cookie === null ? null : readSession(cookie);
    const user = claim && (await users.find(claim.name));
    if (!claim || !user) return null;
    const left = sessionSecondsLeft(claim, now(), keyOf(user));
    if (left === null || left <= 0) return null;
    const identity: Identity = { ...user.identity, authenticated: 'cookie' };
    // Renewed as CouchDB does it: once a tenth of the time is used up.
    return left < SESSION_SECONDS * 0.9 ? { identity, setCookie: cookieFor(claim.name, user) } : { identity };
  }

  return {
    async authenticate({ authorization, cookie }) {
      const basic = basicOf(authorization);
      if (!basic) return (await byCookie(cookie)) ?? { identity: NOBODY };
      const user = await users.verify(...basic);
      if (!user) throw wrong();
      return { identity: { ...user.identity, authenticated: 'default' } };
    },
    async login(name, password) {
      const user = await users.verify(name, password);
      if (!user) throw wrong();
      return { user, setCookie: cookieFor(name, user) };
    },
    endCookie: () => sessionSetCookie('', now()),
  };
}
