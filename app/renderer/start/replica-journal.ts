import { ShopbellError } from '../../../domain/errors.ts';
import type { BridgeJournal, JournalResult } from '../../contract/journal.ts';
import type { Journal } from '../../replica/journal.ts';

/** How many entries cross to the shell in one call. */
const PIECE = 500;

/** The shell's journal as the replica uses it: what did not go well rejects. */
export function replicaJournal(journal: BridgeJournal): Journal {
  return {
    append: (entries) => inPieces(entries, (piece) => journal.append(piece)),
    drop: (ids) => inPieces(ids, (piece) => journal.dropSettled(piece)),
    async read() {
      const content = await journal.read();
      if (!content) throw new ShopbellError('journal-unreadable', 'The journal on this computer could not be read.');
      return content.entries;
    },
  };
}

async function inPieces<T>(all: readonly T[], write: (piece: T[]) => Promise<JournalResult>): Promise<void> {
  for (let from = 0; from < all.length; from += PIECE) {
    const result = await write(all.slice(from, from + PIECE));
    if (!result.ok)
      throw new ShopbellError(
        'journal-failed',
        'The journal on this computer could not be written. Free some disk space.',
      );
  }
}
