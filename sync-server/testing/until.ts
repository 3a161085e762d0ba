import { setTimeout as delay } from 'node:timers/promises';

/** Ask again and again until there is an answer other than null, undefined or false; fails after `ms`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  ms = 15_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`in vain waited for: ${what}`);
    await delay(25);
  }
}
