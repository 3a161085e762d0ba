import type { AddressInfo } from 'node:net';

/** `http://host:port` as a person types it. */
export function httpAddress(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The address by which this computer reaches a server that listens on `host`: a wildcard is reached by loopback. */
export function ownAddress(host: string, bound: AddressInfo): string {
  if (host === '0.0.0.0') return httpAddress('127.0.0.1', bound.port);
  if (host === '::') return httpAddress('::1', bound.port);
  return httpAddress(host, bound.port);
}

/** True when only this computer can reach a server that listens on `host`. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
