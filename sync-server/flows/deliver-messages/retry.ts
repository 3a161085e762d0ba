import { createHash } from 'node:crypto';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Wait after the first failure, the second, …; the last one repeats. */
const DELAYS = [
  SECOND,
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
] as const;

/** A message that could not be sent for so long is given up: by then a person should know. */
const GIVE_UP_MS = 24 * HOUR;

/**
 * When to try a message again, ms after its latest failure, or null when it is given up for good. A tenth is added or taken
 * off according to the key, so that messages that failed together do not all come back in the same moment.
 * @param attempts failures so far, from 1.
 * @param ageMs since the message was earned.
 */
export function retryAfterMs(key: string, attempts: number, ageMs: number): number | null {
  if (ageMs >= GIVE_UP_MS) return null;
  const delay = DELAYS[Math.min(attempts, DELAYS.length) - 1] ?? SECOND;
  const spread = (createHash('sha256').update(`${key} ${attempts}`).digest()[0] ?? 0) / 255;
  return Math.round(delay * (0.9 + 0.2 * spread));
}
