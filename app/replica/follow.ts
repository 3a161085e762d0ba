import { Observable } from 'rxjs';

/**
 * Computes a value at once and again after each trigger, one computation at a time; triggers that come in between are
 * answered by one more. So each value is read after the trigger that asked for it, and no value is older than the last.
 * Never errors: `failed` is told, and decides when to try again.
 */
export function follow<T>(
  trigger: Observable<unknown>,
  compute: () => Promise<T>,
  failed: (thrown: unknown) => Promise<void>,
): Observable<T> {
  return new Observable((subscriber) => {
    let running = false;
    let asked = false;

    async function once(): Promise<void> {
      try {
        const value = await compute();
        if (!subscriber.closed) subscriber.next(value);
      } catch (thrown) {
        if (subscriber.closed) return;
        asked = true;
        await failed(thrown);
      }
    }

    async function run(): Promise<void> {
      asked = true;
      if (running) return;
      running = true;
      while (asked && !subscriber.closed) {
        asked = false;
        await once();
      }
      running = false;
    }

    const subscription = trigger.subscribe({ next: () => void run(), complete: () => subscriber.complete() });
    void run();
    return subscription;
  });
}
