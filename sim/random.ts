import { createHash } from 'node:crypto';

/** The one source of chance in a simulated world. The same seed and purpose give the same numbers for ever. */
export type Random = {
  /** From 0 up to but not including 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One of these. @throws RangeError when there is none. */
  pick<T>(from: readonly T[]): T;
  /** One of these, each as likely as its weight says. */
  weighted<T>(from: readonly (readonly [weight: number, what: T])[]): T;
  /** A UUID. */
  uuid(): string;
};

/** A source of its own for one purpose, so that a draw more in one place does not shift every other. */
export function createRandom(seed: number, purpose: string): Random {
  let state = createHash('sha256').update(`${seed} ${purpose}`).digest().readUInt32LE(0);

  // Mulberry32: 32 bits of state, evenly spread; a simulation needs no better.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const hex = (digits: number): string => Array.from({ length: digits }, () => int(0, 15).toString(16)).join('');

  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick(from) {
      const index = int(0, from.length - 1);
      if (from.length === 0) throw new RangeError('nothing to pick from');
      return from[index] as (typeof from)[number];
    },
    weighted(from) {
      let left = next() * from.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, what] of from) {
        left -= weight;
        if (left < 0) return what;
      }
      throw new RangeError('nothing to pick from');
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
