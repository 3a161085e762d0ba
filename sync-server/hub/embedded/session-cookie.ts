import { createHmac } from 'node:crypto';

import { sameSecret } from './passwords.ts';

/** Seconds a session lasts without being used; CouchDB's default. */
export const SESSION_SECONDS = 600;

const signature = (name: string, stamp: string, secret: string) =>
  createHmac('sha256', secret).update(`${name}:${stamp}`).digest('hex');

/** The value of an `AuthSession` cookie. `secret` is the server's with the user's salt, so a new password ends it. */
export function signSession(name: string, nowMs: number, secret: string): string {
  const stamp = Math.floor(nowMs / 1000)
    .toString(16)
    .toUpperCase();
  return Buffer.from(`${name}:${stamp}:${signature(name, stamp, secret)}`).toString('base64url');
}

export type SessionClaim = { readonly name: string; readonly stamp: string; readonly signature: string };

/** What a cookie says, not yet believed; null when it says nothing. */
export function readSession(cookie: string): SessionClaim | null {
  const match = /^(.+):([0-9A-F]+):([0-9a-f]{64})$/s.exec(Buffer.from(cookie, 'base64url').toString('utf8'));
  const [, name, stamp, signed] = match ?? [];
  return name && stamp && signed ? { name, stamp, signature: signed } : null;
}

/** Seconds the session has left, 0 or less when it is over; null when it was not signed with `secret`. */
export function sessionSecondsLeft(claim: SessionClaim, nowMs: number, secret: string): number | null {
  if (!sameSecret(claim.signature, signature(claim.name, claim.stamp, secret))) return null;
  return Number.parseInt(claim.stamp, 16) + SESSION_SECONDS - Math.floor(nowMs / 1000);
}

/** The `AuthSession` cookie of a request's `Cookie` header. */
export function sessionCookieOf(header: string | undefined): string | null {
  return /(?:^|;\s*)AuthSession=([A-Za-z0-9_=-]+)/.exec(header ?? '')?.[1] ?? null;
}

/**
 * A `Set-Cookie` for `value`; an empty value ends the session. Says its end twice as CouchDB does: nano knows a cookie's end by
 * `Expires` alone. `nowMs` is milliseconds UTC.
 */
export function sessionSetCookie(value: string, nowMs: number): string {
  const age = value === '' ? 0 : SESSION_SECONDS;
  const expires = new Date(nowMs + age * 1000).toUTCString();
  return `AuthSession=${value}; Version=1; Expires=${expires}; Max-Age=${age}; Path=/; HttpOnly; SameSite=Strict`;
}
