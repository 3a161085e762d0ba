import type { Privileges } from 'electron';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

/**
 * Chromium knows no custom scheme, so `app://register/x` travels inside it as `http://register.app.localhost/x`: a
 * trustworthy origin that no server can hold, as every request to it is answered by the app's own handler.
 */
export type Schemes = {
  readonly privileges: Map<string, Privileges>;
  readonly handlers: Map<string, SchemeHandler>;
  /** `app://register/x` to the address inside Chromium; any other address as it is. */
  inner(url: string): string;
  /** The way back. */
  outer(url: string): string;
  /** A content security policy with every `app://…` source put as Chromium sees it. */
  innerPolicy(policy: string): string;
};

export function createSchemes(): Schemes {
  const privileges = new Map<string, Privileges>();
  const handlers = new Map<string, SchemeHandler>();
  const isOurs = (scheme: string) => privileges.has(scheme) || handlers.has(scheme);
  const inner = (url: string) => {
    const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
    return isOurs(scheme) ? `http://${host}.${scheme}.localhost${rest}` : url;
  };
  return {
    privileges,
    handlers,
    inner,
    outer: (url) => {
      const [, host = '', scheme = '', rest = ''] =
        /^http:\/\/([^/?#:]+)\.([a-z][a-z0-9+-]*)\.localhost(.*)$/i.exec(url) ?? [];
      return isOurs(scheme) ? `${scheme}://${host}${rest}` : url;
    },
    innerPolicy: (policy) => policy.replaceAll(/[a-z][a-z0-9+-]*:\/\/[^\s;]+/gi, inner),
  };
}
