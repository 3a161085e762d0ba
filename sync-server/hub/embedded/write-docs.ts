import { asCouchError, CouchError } from './couch-error.ts';
import type { Database } from './database.ts';
import type { Identity } from './identity.ts';
import type { Verdict } from './laws.ts';
import { putLocal } from './local-docs.ts';
import type { Doc } from './pouch.ts';
import { isDatabaseAdmin } from './security.ts';

/** What became of one document of a write. */
export type WriteRow =
  | { readonly ok: true; readonly id: string; readonly rev: string }
  | { readonly id: string; readonly rev?: string; readonly error: string; readonly reason: string };

export type Write = { readonly docs: readonly Doc[]; readonly newEdits: boolean; readonly by: Identity };

const refused = (doc: Doc, error: string, reason: string): WriteRow => ({
  id: doc._id,
  ...(doc._rev === undefined ? {} : { rev: doc._rev }),
  error,
  reason,
});

function refusedFor(doc: Doc, fault: unknown): WriteRow {
  const known = asCouchError(fault);
  if (known instanceof CouchError) return refused(doc, known.code, known.message);
  throw fault;
}

/** What stands in the database where `doc` would go; null for nothing or a tombstone. */
async function standing(database: Database, doc: Doc): Promise<Doc | null> {
  const missing = (fault: { status?: unknown }) => {
    if (fault.status === 404) return null;
    throw fault;
  };
  const winner = await database.pouch.get(doc._id, { revs: true }).catch(missing);
  if (doc._rev === undefined || doc._rev === winner?._rev) return winner;
  // A write onto a losing revision is judged against that one, as CouchDB does.
  return (await database.pouch.get(doc._id, { rev: doc._rev, revs: true }).catch(missing)) ?? winner;
}

/** `_revisions` as CouchDB's laws see it: of a plain write the parents, of a replicated one its own history. */
function withRevisions(doc: Doc, oldDoc: Doc | null, newEdits: boolean): Doc {
  if (newEdits) return { ...doc, _revisions: oldDoc?._revisions ?? { start: 0, ids: [] } };
  const [start = '0', id = ''] = (doc._rev ?? '').split('-');
  return { ...doc, _revisions: doc._revisions ?? { start: Number(start), ids: [id] } };
}

async function judge(database: Database, docs: readonly Doc[], write: Write): Promise<Verdict[]> {
  const laws = await database.laws();
  const security = database.security();
  const mayDesign = isDatabaseAdmin(write.by, security);
  // Design documents are for admins, and the laws do not look at them.
  const ordinary = docs.filter((doc) => !doc._id.startsWith('_design/'));
  const old = laws.none ? [] : await Promise.all(ordinary.map((doc) => standing(database, doc)));
  const cases = ordinary.map((doc, index) => {
    const oldDoc = old[index] ?? null;
    return { newDoc: withRevisions(doc, oldDoc, write.newEdits), oldDoc };
  });
  const verdicts = laws.judge(cases, { ...write.by, db: database.name }, security);
  const byDoc = new Map(ordinary.map((doc, index) => [doc, verdicts[index] ?? null]));
  const notAdmin: Verdict = {
    error: write.by.name === null ? 'unauthorized' : 'forbidden',
    reason: 'You are not a db or server admin.',
  };
  return docs.map((doc) => {
    if (doc._attachments && Object.keys(doc._attachments).length > 0) {
      return { error: 'forbidden', reason: 'This hub keeps no attachments.' };
    }
    if (doc._id.startsWith('_design/')) return mayDesign ? null : notAdmin;
    return byDoc.get(doc) ?? null;
  });
}

/** Write documents of which no two have the same id. */
async function writeRound(database: Database, docs: readonly Doc[], write: Write): Promise<Map<Doc, WriteRow>> {
  const rows = new Map<Doc, WriteRow>();
  const verdicts = await judge(database, docs, write);
  const allowed = docs.filter((doc, index) => {
    const verdict = verdicts[index];
    if (verdict) rows.set(doc, refused(doc, verdict.error, verdict.reason));
    return !verdict;
  });
  if (allowed.length === 0) return rows;
  // PouchDB alters what it is given and, without new edits, answers only what failed.
  const copies = allowed.map((doc) => ({ ...doc }));
  const answers = await database.pouch.bulkDocs(copies, { new_edits: write.newEdits });
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  for (const doc of allowed) {
    const answer = byId.get(doc._id);
    if (answer?.error) rows.set(doc, refusedFor(doc, answer));
    else rows.set(doc, { ok: true, id: doc._id, rev: answer?.rev ?? doc._rev ?? '' });
  }
  if (allowed.some((doc) => doc._id.startsWith('_design/'))) database.forgetLaws();
  return rows;
}

/** Split so that no round has an id twice: the second is then judged against what the first wrote. */
function rounds(docs: readonly Doc[]): Doc[][] {
  const all: Doc[][] = [];
  const seen = new Map<string, number>();
  for (const doc of docs) {
    const round = seen.get(doc._id) ?? 0;
    seen.set(doc._id, round + 1);
    (all[round] ??= []).push(doc);
  }
  return all;
}

/**
 * The one way into a database: every write passes here, is judged by its laws, and is on the disk when this resolves. A
 * row for each document, in order; one refusal does not hinder the others. Those who wait for news are told once.
 */
export async function writeDocs(database: Database, write: Write): Promise<WriteRow[]> {
  const rows = new Map<Doc, WriteRow>();
  const locals = write.docs.filter((doc) => doc._id.startsWith('_local/'));
  const replicated = write.docs.filter((doc) => !doc._id.startsWith('_local/'));
  try {
    await database.inTurn(async () => {
      for (const doc of locals) rows.set(doc, { ok: true, ...(await putLocal(database, doc)) });
      for (const round of rounds(replicated)) {
        for (const [doc, row] of await writeRound(database, round, write)) rows.set(doc, row);
      }
    });
  } finally {
    if (replicated.length > 0) database.touched();
  }
  return write.docs.flatMap((doc) => rows.get(doc) ?? []);
}
