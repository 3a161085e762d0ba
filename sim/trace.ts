import { createHash } from 'node:crypto';

/** What happened in a simulated world, in order. */
export type Trace = {
  /** Note one event; `who` acts. */
  note(who: string, what: string): void;
  /** The latest events, oldest first. */
  last(): readonly string[];
  /** A digest of every event so far: equal for two runs exactly when they went the same way. */
  digest(): string;
};

/** @param now ms of simulated time. @param keep how many of the latest events to keep for reading. */
export function createTrace(now: () => number, keep: number): Trace {
  const hash = createHash('sha256');
  const start = now();
  let kept: string[] = [];
  return {
    note(who, what) {
      const line = `${((now() - start) / 1000).toFixed(3)} ${who} ${what}`;
      hash.update(`${line}\n`);
      kept.push(line);
      if (kept.length > 2 * keep) kept = kept.slice(-keep);
    },
    last: () => kept.slice(-keep),
    digest: () => hash.copy().digest('hex'),
  };
}
