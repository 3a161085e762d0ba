import { createHash } from 'node:crypto';
import type { Random } from '../random.ts';
import type { VirtualTime } from './virtual-time.ts';

type Timer = { callOff: () => void };

/**
 * Put RxDB, which asks nobody for its timers, stamps, tokens and hashes, on the simulated clock and the seeded chance as well.
 * One world at a time in a process.
 *
 * @returns the function that gives everything back.
 */
export function takeOver(time: VirtualTime, random: Random): () => void {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const { now } = Date;
  const { random: chance } = Math;
  const { subtle } = globalThis.crypto;
  const digest = subtle.digest.bind(subtle);

  const later = (run: (...with_: unknown[]) => void, ms = 1, ...args: unknown[]): Timer => ({
    // Node's shortest time is 1 ms too.
    callOff: time.after(Math.max(1, ms), () => run(...args)),
  });
  const again = (run: (...with_: unknown[]) => void, ms = 1, ...args: unknown[]): Timer => {
    const timer: Timer = { callOff: () => undefined };
    const next = (): void => {
      timer.callOff = time.after(Math.max(1, ms), () => {
        next();
        run(...args);
      });
    };
    next();
    return timer;
  };
  const callOff = (timer: unknown): void => (timer as Timer | undefined)?.callOff();

  Object.assign(globalThis, {
    setTimeout: later,
    clearTimeout: callOff,
    setInterval: again,
    clearInterval: callOff,
  });
  Date.now = () => time.now();
  Math.random = () => random.next();
  // The real one answers from another thread, whenever that is through; RxDB hashes its schemas with it.
  Object.assign(subtle, {
    digest: (algorithm: string, data: Uint8Array) => {
      const made = createHash(algorithm.replace('-', '').toLowerCase()).update(data).digest();
      return Promise.resolve(new Uint8Array(made).buffer);
    },
  });

  return () => {
    Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval });
    Date.now = now;
    Math.random = chance;
    Object.assign(subtle, { digest });
  };
}
