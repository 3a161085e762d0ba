import type { KeptText } from '../kept-text.ts';

const ATTEMPT_KEY = 'shopbell-store-attempt';
const SHAPE = /^[a-f0-9]{32}$/;

/**
 * The key of the checkout under way: made once and kept until the order is through, so that a second click, a reload or a
 * lost answer can only ever make one order. `random` fills bytes (crypto.getRandomValues).
 */
export function attemptKey(kept: KeptText, random: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const before = kept.get(ATTEMPT_KEY);
  if (before && SHAPE.test(before)) return before;
  const bytes = new Uint8Array(16);
  random(bytes);
  const key = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  kept.set(ATTEMPT_KEY, key);
  return key;
}

/** The order is through: the next checkout gets a key of its own. */
export function endAttempt(kept: KeptText): void {
  kept.remove(ATTEMPT_KEY);
}
