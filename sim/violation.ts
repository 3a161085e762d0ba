/**
 * The promises a run is held to (docs/simulator.md). `a`: every accepted act is settled exactly once, or waits or is refused in
 * sight. `b`: every register shows what the hub holds. `c`: no queue is stuck. `d`: one ring for each order at each register.
 * `e`: one mail for each parcel revision and each request to send again. `f`: nothing is thrown unheard. `g`: nothing is
 * called done that the hub has not got.
 */
export const ORACLES = {
  a: 'acts-settled-once',
  b: 'registers-equal-hub',
  c: 'no-stuck-queue',
  d: 'one-ring',
  e: 'one-mail',
  f: 'nothing-unhandled',
  g: 'synced-is-true',
} as const;

export type OracleLetter = keyof typeof ORACLES;

/** A promise that was broken in a run. */
export class Violation extends Error {
  override readonly name = 'Violation';
  readonly oracle: OracleLetter;

  constructor(oracle: OracleLetter, what: string) {
    super(`${oracle} ${ORACLES[oracle]}: ${what}`);
    this.oracle = oracle;
  }
}
