/** Feeds that are being waited on, so that a stop of the server can end them at once instead of waiting with them. */
export type Waiting = {
  /** Register a way to end a feed; returns how to take it off again. When all is ended already, it is ended at once. */
  add(end: () => void): () => void;
  /** True since `endAll`. */
  readonly ended: boolean;
  /** End every feed, also those that begin from now on. Resolves when all there were have been answered. */
  endAll(): Promise<void>;
};

export function createWaiting(): Waiting {
  const ends = new Set<() => void>();
  let ended = false;
  let empty = () => {};
  return {
    get ended() {
      return ended;
    },
    add(end) {
      ends.add(end);
      if (ended) end();
      return () => {
        ends.delete(end);
        if (ends.size === 0) empty();
      };
    },
    async endAll() {
      ended = true;
      if (ends.size === 0) return;
      const answered = new Promise<void>((resolve) => (empty = resolve));
      for (const end of Array.from(ends)) end();
      await answered;
    },
  };
}
