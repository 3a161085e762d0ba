/** A change as the journal keeps it: its id and its JSON text. */
export type JournalEntry = { readonly id: string; readonly text: string };

/** How writing to the journal went. `full`: the disk has no room. */
export type JournalResult = { readonly ok: true } | { readonly ok: false; readonly fault: 'full' | 'failed' };

/** What the journal holds, oldest first. `damaged`: lines that could not be read, a torn last one not counted. */
export type JournalContent = { readonly entries: readonly JournalEntry[]; readonly damaged: number };

/** A short text beside the browser's own storage, by which the page knows at start whether that storage lost something. */
export type BridgeWitness = {
  /** Null when nothing was written yet. */
  read(): Promise<string | null>;
  /** False when it could not be written. */
  write(text: string): Promise<boolean>;
};

/** A file beside the browser's own storage that holds every change until it is settled. */
export type BridgeJournal = {
  /** Resolves with `ok` only when the entries are on the disk. */
  append(entries: readonly JournalEntry[]): Promise<JournalResult>;
  /** Forget these: they are settled, or were never accepted. */
  dropSettled(ids: readonly string[]): Promise<JournalResult>;
  read(): Promise<JournalContent | null>;
};
