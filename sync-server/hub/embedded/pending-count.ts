import type { Level } from './durable-level.ts';

/** Where PouchDB keeps documents by sequence: this prefix, then the number in sixteen digits. */
const BY_SEQUENCE = '\u00FFby-sequence\u00FF';
const key = (seq: number) => `${BY_SEQUENCE}${String(seq).padStart(16, '0')}`;

/**
 * Count the entries after `seq` by their keys alone, which is cheap where reading them is not. Losing revisions of a
 * conflict count too, so the figure may be a little high; it is never too low.
 */
export async function countPending(level: Level, seq: number): Promise<number> {
  const keys = level.iterator({ gt: key(seq), lt: `${BY_SEQUENCE}:`, values: false, keyAsBuffer: false });
  const next = () =>
    new Promise<boolean>((resolve, reject) => {
      keys.next((fault, found) => (fault ? reject(fault) : resolve(found !== undefined)));
    });
  try {
    let count = 0;
    while (await next()) count += 1;
    return count;
  } finally {
    await new Promise<void>((resolve, reject) => keys.end((fault) => (fault ? reject(fault) : resolve())));
  }
}
