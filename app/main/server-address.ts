import { ShopbellError } from '../../domain/errors.ts';

export const DEFAULT_SERVER = 'http://127.0.0.1:8484';

/**
 * The origin of the sync-server, such as `http://192.168.1.20:8484`. Throws ShopbellError `server-address` when `text` is
 * not a plain http(s) address: a password, a path or a query in it has no meaning here.
 */
export function parseServerAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain =
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    !url.username &&
    !url.password &&
    url.pathname === '/' &&
    !url.search;
  if (isPlain) return url.origin;
  throw new ShopbellError(
    'server-address',
    `The address of the sync-server is not usable. Write it like ${DEFAULT_SERVER}, without a path or password.`,
  );
}
