import { setTimeout as delay } from 'node:timers/promises';

/** Resolves when `work` has ended, or after `ms` at the latest. Rejects when `work` does so in time. */
export async function within(ms: number, work: Promise<void>): Promise<void> {
  const limit = new AbortController();
  const late = delay(ms, undefined, { signal: limit.signal }).catch(() => undefined);
  await Promise.race([work, late]).finally(() => limit.abort());
}
