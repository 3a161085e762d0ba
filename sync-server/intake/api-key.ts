import { createHash, timingSafeEqual } from 'node:crypto';

/** True when both are the same text. Takes the same time wherever they differ, and whatever their lengths. */
export function sameSecret(given: string, right: string): boolean {
  const digest = (text: string) => new TextEncoder().encode(createHash('sha256').update(text).digest('hex'));
  return timingSafeEqual(digest(given), digest(right));
}

/** The key of an `Authorization: Bearer KEY` header; empty when there is none. */
export function bearerKey(header: string | undefined): string {
  return /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? '';
}
