import { asCouchError, CouchError } from './couch-error.ts';
import type { Database } from './database.ts';
import { judge } from './judge.ts';
import { putLocal } from './local-docs.ts';
import type { Item, Write, WriteRow } from './write-queue.ts';
import { ok, refuse, roundsOf } from './write-queue.ts';

function refuseFor(item: Item, fault: unknown): void {
  const known = asCouchError(fault);
  if (!(known instanceof CouchError)) throw fault;
  refuse(item, known.code, known.message);
}

async function writeLocal(database: Database, item: Item): Promise<void> {
  try {
    ok(item, (await putLocal(database, item.doc)).rev);
  } catch (fault) {
    refuseFor(item, fault);
  }
}

async function writeRound(database: Database, items: readonly Item[], newEdits: boolean): Promise<void> {
  await judge(database, items);
  const allowed = items.filter((item) => !item.row);
  if (allowed.length === 0) return;
  // PouchDB alters what it is given and, without new edits, answers only what failed.
  const copies = allowed.map((item) => ({ ...item.doc }));
  const answers = await database.pouch.bulkDocs(copies, { new_edits: newEdits });
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  for (const item of allowed) {
    const answer = byId.get(item.doc._id);
    if (answer?.error) refuseFor(item, answer);
    else ok(item, answer?.rev ?? item.doc._rev ?? '');
  }
  if (allowed.some((item) => item.doc._id.startsWith('_design/'))) database.forgetLaws();
}

/** Write all that is queued as one: one wait for the disk, one word to those who listen, however many asked. */
async function drain(database: Database): Promise<void> {
  const items = database.queue.splice(0);
  const locals = items.filter((item) => item.doc._id.startsWith('_local/'));
  for (const item of locals) await writeLocal(database, item);
  const shared = items.filter((item) => !item.doc._id.startsWith('_local/'));
  if (shared.length === 0) return;
  try {
    for (const round of roundsOf(shared)) await writeRound(database, round, round[0]?.newEdits ?? true);
  } finally {
    database.touched();
  }
}

/**
 * The one way into a database: every write passes here, is judged by its laws, and is on the disk when this resolves. A
 * row for each document, in order; one refusal does not hinder the others.
 */
export async function writeDocs(database: Database, write: Write): Promise<WriteRow[]> {
  const { by, newEdits } = write;
  const items = write.docs.map((doc): Item => ({ doc, by, newEdits }));
  database.queue.push(...items);
  await database.inTurn(() => drain(database));
  return items.map((item) => {
    // Taken along by a drain that failed for another's sake.
    if (!item.row)
      throw new CouchError(500, 'internal_server_error', 'The write did not come to its end. Send it again.');
    return item.row;
  });
}
