/**
 * The page's content security policy: everything from our own origin, connections to the hub besides, and style elements
 * only with this answer's nonce (the component library makes some at run time).
 */
export function contentSecurityPolicy(nonce: string, server: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "media-src 'self'",
    `connect-src 'self' ${server}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'none'",
  ].join('; ');
}
