import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CustomScheme } from 'electron';
import { appFile, contentType } from './app-files.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { APP_SCHEME, isOurPage } from './page-origin.ts';

/** To be registered before the app is ready. `stream` lets `<audio>` play from the scheme. */
export const APP_SCHEME_PRIVILEGES: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
};

/** Stands in index.html where the nonce of the answer goes. */
const NONCE_PLACE = '__CSP_NONCE__';

/** Answers `app://register/…` with the files of `root`; `server` is the hub's origin, the only one the page may call. */
export function createPageHandler(
  root: string,
  server: string,
): (request: { readonly url: string }) => Promise<Response> {
  return async ({ url }) => {
    const file = isOurPage(url) ? appFile(root, url) : null;
    const bytes = file === null ? null : await readFile(file).catch(() => null);
    if (file === null || bytes === null) return new Response('not found', { status: 404 });
    const nonce = randomBytes(16).toString('base64');
    const type = contentType(file);
    const isPage = type.startsWith('text/html');
    const body = isPage ? bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce) : new Uint8Array(bytes);
    return new Response(body, {
      headers: {
        'content-type': type,
        'content-security-policy': contentSecurityPolicy(nonce, server),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    });
  };
}
