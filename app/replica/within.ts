import type { Timers } from './timers.ts';

/** As `work`, or a rejection when it takes longer than `limitMs`; the work itself is not ended by it. */
export function within<T>(limitMs: number, timers: Timers, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = timers.after(limitMs, () => reject(new Error(`took longer than ${limitMs} ms`)));
    work.then(
      (value) => {
        callOff();
        resolve(value);
      },
      (thrown: unknown) => {
        callOff();
        reject(thrown as Error);
      },
    );
  });
}
