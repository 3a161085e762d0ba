import { APP_ORIGIN } from './page-origin.ts';

type Headers = Record<string, string>;
type Outgoing = { readonly url: string; readonly initiatorOrigin?: string; readonly requestHeaders: Headers };

/** What a register proves itself to the hub with. */
export type HubCredentials = { readonly user: string; readonly password: string };

export function basicAuthorization({ user, password }: HubCredentials): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}

/** True for requests of our own page to exactly the hub's origin, below `/db/`. */
export function mayCarryPassword({ url, initiatorOrigin }: Omit<Outgoing, 'requestHeaders'>, server: string): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, pathname } = new URL(url);
  const isOurs = initiatorOrigin === undefined || initiatorOrigin.replace(/\/$/, '') === APP_ORIGIN;
  return isOurs && origin === server && (pathname === '/db' || pathname.startsWith('/db/'));
}

/**
 * The headers as they go out: with the register's authorisation where it belongs; and without it everywhere else, also when
 * a redirect carried it on.
 */
export function authorizedHeaders(outgoing: Outgoing, server: string, authorization: string | null): Headers {
  const kept = Object.entries(outgoing.requestHeaders).filter(
    ([name, value]) => name.toLowerCase() !== 'authorization' || (authorization !== null && value !== authorization),
  );
  if (authorization === null || !mayCarryPassword(outgoing, server)) return Object.fromEntries(kept);
  const others = kept.filter(([name]) => name.toLowerCase() !== 'authorization');
  return Object.fromEntries([...others, ['Authorization', authorization]]);
}

type WebRequest = {
  onBeforeSendHeaders(
    filter: { urls: string[] },
    listener: (details: Outgoing, answer: (response: { requestHeaders: Headers }) => void) => void,
  ): void;
};

/** The page never holds the hub password: it is put on its requests here, on their way out. */
export function setupHubAuthorization(
  webRequest: WebRequest,
  server: string,
  credentials: () => HubCredentials | null,
): void {
  webRequest.onBeforeSendHeaders({ urls: ['<all_urls>'] }, (details, answer) => {
    const known = credentials();
    const authorization = known === null ? null : basicAuthorization(known);
    answer({ requestHeaders: authorizedHeaders(details, server, authorization) });
  });
}
