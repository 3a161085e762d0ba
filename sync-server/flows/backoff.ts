const FIRST_MS = 250;
const LONGEST_MS = 30_000;

/**
 * How long to wait after the `failures`-th failure in a row (from 1): doubling up to 30 s, and somewhere between half of
 * that and the whole, so that many who failed together do not come back together.
 * @param random from 0 up to but not including 1.
 */
export function backoffMs(failures: number, random: number): number {
  const full = Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), LONGEST_MS);
  return Math.round(full / 2 + (full / 2) * random);
}
