const FIRST = 500;
const LONGEST = 60_000;

/**
 * How long to wait before try number `attempt` + 1, in ms: doubling from half a second to a minute at most, spread over
 * its upper half so that the registers of a shop do not come back in step.
 * @param random a number in [0, 1).
 */
export function retryDelay(attempt: number, random: () => number): number {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 20));
  return full / 2 + (full / 2) * random();
}
