/** A change as the journal keeps it: its id and its JSON text. */
export type JournalEntry = { readonly id: string; readonly text: string };

/**
 * A place outside the local copy's storage that holds every accepted change until it is settled. Every call may take long;
 * callers set their own limits.
 */
export type Journal = {
  /** Rejects unless all entries are durably kept. An id that is kept already is kept once. */
  append(entries: readonly JournalEntry[]): Promise<void>;
  /** Forget these; unknown ids are no fault. */
  drop(ids: readonly string[]): Promise<void>;
  /** What is kept, oldest first. */
  read(): Promise<readonly JournalEntry[]>;
};
