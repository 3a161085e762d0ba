import type { Database } from './database.ts';
import type { Case } from './laws.ts';
import type { Doc, Leaf } from './pouch.ts';
import type { Item } from './write-queue.ts';

/** How a document meets what is stored: a case for the law, a conflict before any law, or nothing new at all. */
export type Standing = { readonly law: Case } | 'conflict' | 'known';

async function leavesOf(database: Database, id: string): Promise<Doc[]> {
  try {
    const leaves = (await database.pouch.get(id, { open_revs: 'all', revs: true })) as unknown as Leaf[];
    return leaves.flatMap((leaf) => ('ok' in leaf ? [leaf.ok] : []));
  } catch (fault) {
    if ((fault as { status?: unknown }).status === 404) return [];
    throw fault;
  }
}

/** A document's revisions, newest first. */
function historyOf(doc: Doc): string[] {
  const { _revisions: revisions, _rev: rev } = doc;
  return revisions ? revisions.ids.map((id, age) => `${revisions.start - age}-${id}`) : [rev ?? ''];
}

function replicated(doc: Doc, leaves: readonly Doc[]): Standing {
  const history = historyOf(doc);
  const [newest = ''] = history;
  if (leaves.some((leaf) => historyOf(leaf).includes(newest))) return 'known';
  const oldDoc = leaves.find((leaf) => history.includes(leaf._rev ?? '')) ?? null;
  const [start = '', id = ''] = newest.split('-');
  // A law tells a replicated document by its history, which a plain first write does not have.
  const newDoc = { ...doc, _rev: newest, _revisions: doc._revisions ?? { start: Number(start), ids: [id] } };
  return { law: { newDoc, oldDoc } };
}

function edited(doc: Doc, leaves: readonly Doc[]): Standing {
  const { _revisions: _, ...newDoc } = doc;
  if (doc._rev === undefined) {
    return leaves.every((leaf) => leaf._deleted === true) ? { law: { newDoc, oldDoc: null } } : 'conflict';
  }
  const oldDoc = leaves.find((leaf) => leaf._rev === doc._rev);
  if (!oldDoc) return 'conflict';
  return { law: { newDoc: oldDoc._revisions ? { ...newDoc, _revisions: oldDoc._revisions } : newDoc, oldDoc } };
}

/**
 * How an item meets what is stored, as CouchDB decides it: a conflict is told before any law is asked, so that a change
 * pushed twice is known as such and not refused.
 */
export async function standingOf(database: Database, item: Item): Promise<Standing> {
  const leaves = await leavesOf(database, item.doc._id);
  return item.newEdits ? edited(item.doc, leaves) : replicated(item.doc, leaves);
}
