import type { Journal, JournalEntry } from '../journal.ts';

/** A journal in memory whose writes can be made to fail; `kept` is its disk. */
export function memoryJournal(kept = new Map<string, JournalEntry>()) {
  const fault = { full: false };
  const journal: Journal = {
    append: async (entries) => {
      if (fault.full) throw new Error('no room');
      for (const entry of entries) kept.set(entry.id, entry);
    },
    drop: async (ids) => {
      for (const id of ids) kept.delete(id);
    },
    read: async () => [...kept.values()],
  };
  return { journal, kept, fault };
}
