import type { Identity } from './identity.ts';
import type { Doc } from './pouch.ts';

/** What became of one document of a write. */
export type WriteRow =
  | { readonly ok: true; readonly id: string; readonly rev: string }
  | { readonly id: string; readonly rev?: string; readonly error: string; readonly reason: string };

/** Documents one request wants written. Without `newEdits` they come with the revisions they have elsewhere. */
export type Write = { readonly docs: readonly Doc[]; readonly newEdits: boolean; readonly by: Identity };

/** One document on its way, with where it stands. */
export type Item = {
  readonly doc: Doc;
  readonly by: Identity;
  readonly newEdits: boolean;
  row?: WriteRow;
};

export const ok = (item: Item, rev: string) => {
  item.row = { ok: true, id: item.doc._id, rev };
};

export const refuse = (item: Item, error: string, reason: string) => {
  const { _id: id, _rev: rev } = item.doc;
  item.row = { id, ...(rev === undefined ? {} : { rev }), error, reason };
};

/** Items such that none of a round has an id twice: the second is then judged against what the first wrote. */
export function roundsOf(items: readonly Item[]): Item[][] {
  const rounds = new Map<string, Item[]>();
  const seen = new Map<string, number>();
  for (const item of items) {
    const times = seen.get(item.doc._id) ?? 0;
    seen.set(item.doc._id, times + 1);
    const key = `${times} ${item.newEdits}`;
    const round = rounds.get(key);
    if (round) round.push(item);
    else rounds.set(key, [item]);
  }
  return Array.from(rounds.values());
}
