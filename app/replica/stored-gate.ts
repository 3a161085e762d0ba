/** Tells when a page that was handed to RxDB lies on disk, so that no page is fetched past one that was lost. */
export type StoredGate = {
  /** A page was handed out that ends at `mark`. */
  handedOut(mark: string): void;
  /** The checkpoint `mark` is on disk: so is everything before it. */
  stored(mark: string): void;
  /** What was handed out last may not be on disk. */
  failed(): void;
  /** Resolves true when the last page handed out is on disk (at once when there is none), false when it failed. */
  settled(): Promise<boolean>;
};

/** A gate with nothing handed out. */
export function createStoredGate(): StoredGate {
  let open: string | null = null;
  let lost = false;
  let waiting: ((ok: boolean) => void)[] = [];
  const answer = (ok: boolean): void => {
    const listeners = waiting;
    waiting = [];
    for (const tell of listeners) tell(ok);
  };
  return {
    handedOut(mark) {
      open = mark;
      lost = false;
    },
    stored(mark) {
      if (mark !== open) return;
      open = null;
      answer(true);
    },
    failed() {
      if (open === null) return;
      open = null;
      lost = waiting.length === 0;
      answer(false);
    },
    settled() {
      if (lost) {
        lost = false;
        return Promise.resolve(false);
      }
      if (open === null) return Promise.resolve(true);
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
