/** Numbers that look random and are the same for the same seed, so that a failure can be played again. */
export type Seeded = {
  readonly seed: number;
  /** A number from 0 up to 1. */
  next(): number;
  /** A whole number from 0 up to `below`. */
  below(below: number): number;
};

/** @param seed `SHOPBELL_TEST_SEED` when that is set, else one of its own; print it. */
export function seeded(seed = Number(process.env['SHOPBELL_TEST_SEED'] ?? Math.floor(Math.random() * 1e9))): Seeded {
  // Marsaglia's xorshift (2003), 32 bits; it must not start at 0.
  let state = seed | 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return { seed, next, below: (below) => Math.floor(next() * below) };
}
