import type { RxCollection } from 'rxdb';
import type { Channel } from '../../domain/axes.ts';
import type { StatusLabel } from '../../domain/label.ts';
import { searchText } from '../../domain/search-text.ts';
import type { OrderReader } from './order-reader.ts';
import type { OrderRow } from './order-row.ts';

/** What search keeps of an order in memory. */
export type SearchEntry = {
  readonly id: string;
  readonly channel: Channel;
  readonly label: StatusLabel;
  readonly newest: string;
  readonly text: string;
};

/** Prepared text of every order, made at the first search and kept in step from then on. */
export type SearchIndex = {
  /** The entries that hold every word, newest first. */
  find(words: readonly string[]): Promise<readonly SearchEntry[]>;
  close(): void;
};

const PIECE = 500;

/** The words a person typed, in lower case. */
export const wordsOf = (search: string): readonly string[] => search.toLowerCase().split(/\s+/).filter(Boolean);

/** True when the text holds every word. */
export const holds = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));

/** An index over these orders; nothing is read before the first search. */
export function openSearchIndex(collection: RxCollection<OrderRow>, reader: OrderReader): SearchIndex {
  const entries = new Map<string, SearchEntry>();
  const gone = new Set<string>();
  let sorted: readonly SearchEntry[] | null = null;
  let built: Promise<void> | null = null;

  function keep(row: OrderRow): void {
    if (!row.order) return;
    const { id, channel, label, newest } = row;
    entries.set(id, { id, channel, label, newest, text: searchText(row.order) });
    sorted = null;
  }

  const subscription = collection.eventBulks$.subscribe((bulk) => {
    if (!built) return;
    for (const { operation, documentId, documentData } of bulk.events) {
      if (operation === 'DELETE') {
        entries.delete(documentId);
        gone.add(documentId);
        sorted = null;
      } else keep(documentData as OrderRow);
    }
  });

  async function build(): Promise<void> {
    for (const channel of ['online', 'in-store'] as const) {
      let at = '';
      let piece = PIECE;
      for (;;) {
        const rows = await reader.from(channel, at, piece);
        // What an event brought meanwhile is newer than what is read here.
        for (const row of rows) if (!entries.has(row.id) && !gone.has(row.id)) keep(row);
        if (rows.length < piece) break;
        const last = rows.at(-1)?.newest ?? at;
        piece = last === at ? piece * 2 : PIECE;
        at = last;
      }
    }
  }

  return {
    async find(words) {
      built ??= build();
      await built;
      sorted ??= [...entries.values()].sort(byNewest);
      return sorted.filter((entry) => holds(entry.text, words));
    },
    close() {
      subscription.unsubscribe();
      entries.clear();
    },
  };
}

/** Newest first; equal moments in the order of their ids, so that a list never swaps rows. */
export function byNewest(
  a: { readonly newest: string; readonly id: string },
  b: { readonly newest: string; readonly id: string },
): number {
  if (a.newest !== b.newest) return a.newest < b.newest ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
