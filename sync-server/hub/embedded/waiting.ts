/** Feeds that are being waited on, so that a stop of the server can end them at once instead of waiting with them. */
export type Waiting = {
  /** Register a way to end a feed; returns how to take it off again. */
  add(end: () => void): () => void;
  endAll(): void;
};

export function createWaiting(): Waiting {
  const ends = new Set<() => void>();
  return {
    add(end) {
      ends.add(end);
      return () => ends.delete(end);
    },
    endAll() {
      for (const end of Array.from(ends)) end();
      ends.clear();
    },
  };
}
