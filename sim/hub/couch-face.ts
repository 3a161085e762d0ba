import { CHANGE_KINDS } from '../../domain/change.ts';
import { changesLaw, type LawFacts } from '../../domain/hub-law.ts';
import { ID_PATTERN } from '../../domain/ids.ts';
import type { MemoryHub } from './memory-hub.ts';
import { type Fields, type Row, type Rows, seqOf, seqText } from './rows.ts';

/** A register's request as it arrives at the hub. */
export type Request = { readonly user: string; readonly path: string; readonly body: string | null };

export type Answer = { readonly status: number; readonly text: string };

/** Answers a request, at once or after a wait; the returned function ends the wait of a client that went away. */
export type CouchFace = (request: Request, reply: (answer: Answer) => void) => () => void;

/** What a newer hub's law forbids, and what its limit of size refuses: by these words, so that a run can make such changes. */
export const FORBIDDEN_WORD = 'FORBIDDEN-BY-THE-HUB';
export const TOO_LARGE_WORD = 'TOO-LARGE-FOR-THE-HUB';

const json = (status: number, body: unknown): Answer => ({ status, text: JSON.stringify(body) });

/** What a register uses of the CouchDB protocol: `_changes`, plain and as a long-poll, `_bulk_docs`, `_revs_diff`, `_all_docs`. */
export function createCouchFace(hub: MemoryHub, shop: string): CouchFace {
  const facts: LawFacts = { idPattern: ID_PATTERN.source, kinds: CHANGE_KINDS, shop };

  return ({ user, path, body }, reply) => {
    const url = new URL(path, 'http://hub.invalid');
    const [name = '', what] = url.pathname.slice(1).split('/');
    const rows = hub.rows(name);
    const open = ['orders', 'changes', 'shop'].some((street) => name === `shopbell-${shop}-${street}`);
    if (rows && open && what === '_changes') return changes(rows, url.searchParams, reply);
    if (rows && open && what === '_bulk_docs' && body !== null) reply(bulk(rows, user, body, facts));
    else if (rows && open && what === '_revs_diff' && body !== null) reply(missing(rows, body));
    else if (rows && open && what === '_all_docs' && body !== null) reply(which(rows, body));
    else reply(json(open ? 404 : 403, { error: open ? 'not_found' : 'forbidden', reason: 'missing' }));
    return () => undefined;
  };
}

function changes(rows: Rows, query: URLSearchParams, reply: (answer: Answer) => void): () => void {
  const since = seqOf(query.get('since') ?? '0', rows.seq());
  const limit = Number(query.get('limit') ?? '1000');
  const withDocs = query.get('include_docs') === 'true';
  const answer = (): void => {
    const { rows: page, pending } = rows.after(since, limit);
    const results = page.map((row) => ({
      seq: seqText(row.seq),
      id: row.id,
      changes: [{ rev: row.rev }],
      ...(row.deleted ? { deleted: true } : {}),
      ...(withDocs ? { doc: docOf(row) } : {}),
    }));
    reply(json(200, { results, last_seq: seqText(page.at(-1)?.seq ?? since), pending }));
  };
  if (query.get('feed') !== 'longpoll' || rows.seq() > since) {
    answer();
    return () => undefined;
  }
  let gone = false;
  const { come, off } = rows.news(since, Number(query.get('timeout') ?? '60000'));
  void come.then(() => (gone ? undefined : answer()));
  return () => {
    gone = true;
    off();
  };
}

const docOf = (row: Row): Fields => ({
  _id: row.id,
  _rev: row.rev,
  ...(row.deleted ? { _deleted: true } : (JSON.parse(row.text) as Fields)),
});

function bulk(rows: Rows, user: string, body: string, facts: LawFacts): Answer {
  if (body.includes(TOO_LARGE_WORD))
    return json(413, { error: 'too_large', reason: 'the request entity is too large' });
  const { docs } = JSON.parse(body) as { docs: Fields[] };
  return json(
    201,
    docs.map((doc) => {
      const id = String(doc['_id']);
      const reason = faultOf(doc, rows, user, facts);
      if (reason !== null) return { id, error: 'forbidden', reason };
      const { _id, _rev, ...plain } = doc;
      const written = rows.write(id, plain, undefined);
      return written
        ? { id, ok: true, rev: written.rev }
        : { id, error: 'conflict', reason: 'Document update conflict.' };
    }),
  );
}

/** Which of these revisions the hub never had. */
function missing(rows: Rows, body: string): Answer {
  const asked = Object.entries(JSON.parse(body) as Record<string, string[]>);
  const lost = asked.map(([id, revs]) => [id, revs.filter((rev) => !rows.remembers(id, rev))] as const);
  return json(
    200,
    Object.fromEntries(lost.filter(([, revs]) => revs.length > 0).map(([id, revs]) => [id, { missing: revs }])),
  );
}

/** Which of these documents the hub has. */
function which(rows: Rows, body: string): Answer {
  const { keys } = JSON.parse(body) as { keys: string[] };
  const found = keys.map((key) => {
    const row = rows.row(key);
    return row ? { id: key, key, value: { rev: row.rev } } : { key, error: 'not_found' };
  });
  return json(200, { rows: found });
}

/** Why the law forbids a document; null when it does not. A change that is there already is a conflict before the law sees it. */
function faultOf(doc: Fields, rows: Rows, user: string, facts: LawFacts): string | null {
  const there = rows.row(String(doc['_id']));
  if (there && !there.deleted) return null;
  if (!rows.name.endsWith('-changes')) return 'Registers read here; only the hub writes.';
  if (JSON.stringify(doc).includes(FORBIDDEN_WORD)) return 'A newer law of this hub does not allow this.';
  try {
    changesLaw(doc, null, { name: user, roles: [`register:${facts.shop}`] }, facts);
    return null;
  } catch (thrown) {
    return (thrown as { forbidden: string }).forbidden;
  }
}
