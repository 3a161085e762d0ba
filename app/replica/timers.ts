/** The one thing the replica asks of a clock that runs: call me later. Returns the function that calls it off. */
export type Timers = { after(ms: number, run: () => void): () => void };

/** The timers of the page or of Node. */
export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
