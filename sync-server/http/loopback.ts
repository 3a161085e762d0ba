import type { FastifyRequest } from 'fastify';

const LOOPBACK_ADDRESS = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;
const LOOPBACK_HOST = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)(?::\d{1,5})?$/i;

/**
 * True when the request comes from this computer and knows so: the socket's address *and* the Host header are
 * loopback. The header guards against DNS rebinding, where a foreign page reaches our socket under its own name.
 */
export function isFromHere(request: FastifyRequest): boolean {
  return LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '') && LOOPBACK_HOST.test(request.headers.host ?? '');
}

/** True when a page of this very server sent the request. */
export function isOwnOrigin(request: FastifyRequest): boolean {
  const { origin, host } = request.headers;
  return (
    origin !== undefined && host !== undefined && origin.toLowerCase() === `${request.protocol}://${host.toLowerCase()}`
  );
}
