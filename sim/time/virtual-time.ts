/** A clock that stands still until it is told to go on. */
export type VirtualTime = {
  /** Ms since 1970. */
  now(): number;
  /** Call `run` in `ms`; the returned function calls it off. */
  after(ms: number, run: () => void): () => void;
  /** Resolves in `ms`, or at once when `signal` ends. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * Let `ms` pass: everything that falls due runs in its order, each with all it sets off in promises, before the next.
   * @throws Error when so much falls due that something must be running in a circle.
   */
  advance(ms: number): Promise<void>;
};

type Due = { readonly at: number; readonly order: number; readonly run: () => void };

/** More than this in one `advance` is a circle; the busiest hour of a healthy world needs a fiftieth. */
const CIRCLE = 200_000;

// Taken before anyone replaces it: the real turn of the event loop, which comes only when no promise is left to settle.
const realImmediate = globalThis.setImmediate;
const turn = (): Promise<void> => new Promise((resolve) => realImmediate(resolve));

/** A clock that begins at `start`, ms since 1970. */
export function createVirtualTime(start: number): VirtualTime {
  const queue: Due[] = [];
  let now = start;
  let order = 0;

  function place(due: Due): void {
    let low = 0;
    let high = queue.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = queue[middle];
      if (other && (other.at < due.at || (other.at === due.at && other.order < due.order))) low = middle + 1;
      else high = middle;
    }
    queue.splice(low, 0, due);
  }

  function after(ms: number, run: () => void): () => void {
    const due = { at: now + Math.max(0, Number.isFinite(ms) ? ms : 0), order: (order += 1), run };
    place(due);
    return () => {
      const at = queue.indexOf(due);
      if (at >= 0) queue.splice(at, 1);
    };
  }

  return {
    now: () => now,
    after,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const callOff = after(ms, () => {
          signal?.removeEventListener('abort', wake);
          resolve();
        });
        const wake = (): void => {
          callOff();
          resolve();
        };
        signal?.addEventListener('abort', wake, { once: true });
      }),
    async advance(ms) {
      const end = now + ms;
      let ran = 0;
      await turn();
      for (let due = queue[0]; due && due.at <= end; due = queue[0]) {
        queue.shift();
        now = Math.max(now, due.at);
        due.run();
        await turn();
        ran += 1;
        if (ran > CIRCLE) throw new Error(`more than ${CIRCLE} timers ran within ${ms} ms`);
      }
      now = end;
    },
  };
}
