import type { Timers } from './timers.ts';

/** Waits between tries that end early when there is a reason to try at once. */
export type Rest = {
  /** Resolves after `ms`, at the next `wake`, or at once when closed. */
  pause(ms: number): Promise<void>;
  wake(): void;
  close(): void;
};

/** Open a place to wait in. `close` ends every wait, now and later. */
export function openRest(timers: Timers): Rest {
  const sleepers = new Set<() => void>();
  let closed = false;
  const wake = (): void => {
    for (const rise of sleepers) rise();
  };
  return {
    pause(ms) {
      if (closed) return Promise.resolve();
      return new Promise((resolve) => {
        const rise = (): void => {
          callOff();
          sleepers.delete(rise);
          resolve();
        };
        const callOff = timers.after(ms, rise);
        sleepers.add(rise);
      });
    },
    wake,
    close() {
      closed = true;
      wake();
    },
  };
}
