import { isOurPage } from './page-origin.ts';

/** `local-network` and its kin: the hub stands in the shop's own network. `persistent-storage`: the replica must not be evicted. */
const GRANTED: ReadonlySet<string> = new Set([
  'notifications',
  'persistent-storage',
  'local-network-access',
  'local-network',
  'loopback-network',
]);

/** Whether a page at `url` gets this permission. Denied unless it is our own page and on the short list. */
export function mayHave(permission: string, url: string): boolean {
  return GRANTED.has(permission) && isOurPage(url);
}

type Session = {
  setPermissionRequestHandler(
    handler: (
      contents: unknown,
      permission: string,
      answer: (granted: boolean) => void,
      details: { readonly requestingUrl: string },
    ) => void,
  ): void;
  setPermissionCheckHandler(
    handler: (contents: unknown, permission: string, requestingOrigin: string) => boolean,
  ): void;
};

export function setupPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(mayHave(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => mayHave(permission, requestingOrigin));
}
