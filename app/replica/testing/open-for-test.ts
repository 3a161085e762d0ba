import { randomUUID } from 'node:crypto';
import { filter, firstValueFrom, map, type Observable, timeout } from 'rxjs';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import type { HubFetch } from '../hub-line.ts';
import { openReplica, type ReplicaOptions } from '../open-replica.ts';
import { HURRY } from './scripted-hub.ts';
import { systemTimers, type Timers } from '../timers.ts';

const SAVE_LIMIT_MS = 10_000;

/** Timers that run `factor` times faster than in life. The limit for saving stays a second: a busy machine needs it. */
export const fastTimers = (factor: number): Timers => ({
  after: (ms, run) => systemTimers.after(ms / (ms === SAVE_LIMIT_MS ? 10 : factor), run),
});

/** `fetch` that counts, from the register's side, how many long-polls stand at once. */
export function countingFetch() {
  const count = { polls: 0, most: 0 };
  const counted: HubFetch = async (url, init) => {
    if (!url.includes('feed=longpoll')) return fetch(url, init);
    count.polls += 1;
    count.most = Math.max(count.most, count.polls);
    try {
      const answer = await fetch(url, init);
      const text = await answer.text();
      return { status: answer.status, text: () => Promise.resolve(text) };
    } finally {
      count.polls -= 1;
    }
  };
  return { fetch: counted, count };
}

/** Open a replica on memory storage, retries fifty times faster than in life; override what the test is about. */
export function openForTest(hubUrl: string, over: Partial<ReplicaOptions> = {}) {
  return openReplica({
    storage: getRxStorageMemory(),
    name: `t${randomUUID().replaceAll('-', '')}`,
    hubUrl,
    shop: 'demo',
    register: { id: 'reg-a', name: 'Counter 1', code: 'R1' },
    fetch,
    now: Date.now,
    newId: randomUUID,
    random: Math.random,
    timers: fastTimers(HURRY),
    ...over,
  });
}

/** The first value that satisfies `fits`; rejects, naming the last value seen, when none comes in time. */
export function seen<T>(source: Observable<T>, fits: (value: T) => boolean, ms = 8_000): Promise<T> {
  let last: T | undefined;
  return firstValueFrom(
    source.pipe(
      map((value) => (last = value)),
      filter(fits),
      timeout(ms),
    ),
  ).catch((cause: unknown) => {
    throw new Error(`not seen in time; last: ${JSON.stringify(last)?.slice(0, 600)}`, { cause });
  });
}

/** Resolves when the condition holds. */
export async function until(condition: () => boolean, ms = 8_000): Promise<void> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error('the condition did not come true in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
