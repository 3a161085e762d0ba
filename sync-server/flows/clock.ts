import { setTimeout as delay } from 'node:timers/promises';

/** Time and chance for flows, handed in so that tests rule them. */
export type Clock = {
  /** Ms since 1970. */
  now(): number;
  /** Resolves after `ms`, or at once when `signal` ends. Never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 up to but not including 1. */
  random(): number;
};

/** The computer's own. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, { signal }).catch(() => undefined);
  },
  random: () => Math.random(),
};

/** The clock's time as UTC ISO. */
export const isoNow = (clock: Pick<Clock, 'now'>): string => new Date(clock.now()).toISOString();
