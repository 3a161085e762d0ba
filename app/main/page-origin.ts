/** The custom scheme that serves the built page. */
export const APP_SCHEME = 'app';

/** The page's origin, as the sync-server admits it (docs/wire.md). */
export const APP_ORIGIN = 'app://register';

export const START_URL = `${APP_ORIGIN}/index.html`;

/** True for an address of our own page: the origin itself or anything below it. */
export function isOurPage(url: string): boolean {
  return url === APP_ORIGIN || url.startsWith(`${APP_ORIGIN}/`);
}
