import { ShopbellError } from '../../domain/errors.ts';
import { ANSWERS, readAnswer } from './hub-answers.ts';
import type { HubRequest } from './hub-request.ts';
import type { Feed, HubDatabase, Stored, Written } from './hub.ts';

/** Documents a single `_all_docs` answer carries at most, so that no request outlasts its time. */
const PAGE = 1000;
const DESIGN = '_design/';
const CONFLICT: Written = { ok: false, conflict: true };

/** The port trusts the hub that a document it keeps has the shape it was written with. */
const stored = <T>(doc: { _id: string; _rev: string }) => doc as unknown as Stored<T>;

/** One database of the hub over HTTP. Mango indexes are made on first need, once per handle. */
export function createHubDatabase(name: string, request: HubRequest): HubDatabase {
  const indexes = new Map<string, Promise<void>>();
  const path = encodeURIComponent;

  async function makeIndex(fields: readonly string[]): Promise<void> {
    const label = `by-${fields.join('-').replaceAll(/[^a-zA-Z0-9-]/g, '_')}`;
    const body = { index: { fields: [...fields] }, ddoc: `find-${label}`, name: label, type: 'json' };
    await request({ db: name, path: '_index', method: 'POST', body });
  }

  function ensureIndex(fields: readonly string[]): Promise<void> {
    const key = fields.join('\n');
    const known = indexes.get(key);
    if (known) return known;
    const made = makeIndex(fields);
    indexes.set(key, made);
    made.catch(() => indexes.delete(key));
    return made;
  }

  async function page<T>(startkey: string, endkey: string): Promise<Stored<T>[]> {
    const query = { include_docs: true, startkey, endkey, limit: PAGE };
    const answer = await request({ db: name, path: '_all_docs', query });
    return readAnswer(ANSWERS.rows, answer.body).rows.flatMap((row) => (row.doc ? [stored<T>(row.doc)] : []));
  }

  const database: HubDatabase = {
    name,
    async get<T>(id: string) {
      const answer = await request({ db: name, path: path(id), expect: [404] });
      return answer.status === 404 ? null : stored<T>(readAnswer(ANSWERS.doc, answer.body));
    },
    async getAll<T>(ids: readonly string[]) {
      if (ids.length === 0) return [];
      const body = { keys: [...ids] };
      const answer = await request({
        db: name,
        path: '_all_docs',
        method: 'POST',
        query: { include_docs: true },
        body,
      });
      const { rows } = readAnswer(ANSWERS.rows, answer.body);
      return ids.map((_, index) => {
        const doc = rows[index]?.doc;
        return doc ? stored<T>(doc) : null;
      });
    },
    async put(doc, rev) {
      const body = { ...doc, _id: doc.id, ...(rev === undefined ? {} : { _rev: rev }) };
      const answer = await request({ db: name, path: path(doc.id), method: 'PUT', body, expect: [409] });
      return answer.status === 409 ? CONFLICT : { ok: true, rev: readAnswer(ANSWERS.written, answer.body).rev };
    },
    async putAll(docs) {
      if (docs.length === 0) return [];
      const body = { docs: docs.map((doc) => ({ ...doc, _id: doc.id })) };
      const answer = await request({ db: name, path: '_bulk_docs', method: 'POST', body });
      const rows = readAnswer(ANSWERS.bulk, answer.body);
      return docs.map((_, index): Written => {
        const row = rows[index];
        if (row && 'rev' in row) return { ok: true, rev: row.rev };
        if (row && 'error' in row && row.error === 'conflict') return CONFLICT;
        const code = row && (row.error === 'forbidden' || row.error === 'unauthorized') ? 'hub-refused' : 'hub-trouble';
        throw new ShopbellError(code, `The hub did not take a document (${name}: ${row?.error ?? 'no answer'}).`);
      });
    },
    async remove(id, rev) {
      const query = { rev };
      const answer = await request({ db: name, path: path(id), method: 'DELETE', query, expect: [404, 409] });
      return answer.status >= 400 ? CONFLICT : { ok: true, rev: readAnswer(ANSWERS.written, answer.body).rev };
    },
    async list<T>(prefix: string) {
      const all: Stored<T>[] = [];
      const endkey = `${prefix}\uFFF0`;
      for (let startkey = prefix; ;) {
        const docs = await page<T>(startkey, endkey);
        all.push(...docs.filter((doc) => !doc._id.startsWith(DESIGN)));
        const last = docs.at(-1);
        if (!last || docs.length < PAGE) return all;
        // The first id that can follow the last one.
        startkey = `${last._id}\u0000`;
      }
    },
    async find<T>(selector: Record<string, unknown>, fields: readonly string[], limit: number) {
      await ensureIndex(fields);
      const body = { selector, limit };
      const answer = await request({ db: name, path: '_find', method: 'POST', body });
      return readAnswer(ANSWERS.docs, answer.body).docs.map((doc) => stored<T>(doc));
    },
    async changes<T>(since: string, options: { limit: number; waitMs?: number; signal?: AbortSignal }) {
      const { limit, waitMs, signal } = options;
      const wait = waitMs === undefined ? {} : { feed: 'longpoll', timeout: waitMs };
      const query = { since, limit, include_docs: true, ...wait };
      const answer = await request({ db: name, path: '_changes', query, waitMs: waitMs ?? 0, signal });
      const feed = readAnswer(ANSWERS.feed, answer.body);
      const changes = feed.results.flatMap((row) =>
        row.id.startsWith(DESIGN)
          ? []
          : [
              {
                id: row.id,
                seq: row.seq,
                deleted: row.deleted === true,
                doc: row.deleted || !row.doc ? null : stored<T>(row.doc),
              },
            ],
      );
      return { changes, lastSeq: feed.last_seq, pending: feed.pending ?? 0 } satisfies Feed<T>;
    },
    async info() {
      const [answer, design] = await Promise.all([
        request({ db: name }),
        request({ db: name, path: '_all_docs', query: { startkey: DESIGN, endkey: '_design0' } }),
      ]);
      const facts = readAnswer(ANSWERS.database, answer.body);
      const laws = readAnswer(ANSWERS.rows, design.body).rows.length;
      return { documents: facts.doc_count - laws, lastSeq: facts.update_seq };
    },
  };
  return database;
}
