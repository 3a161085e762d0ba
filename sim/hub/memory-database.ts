import { ShopbellError } from '../../domain/errors.ts';
import type { Feed, FeedChange, HubDatabase, Stored, Written } from '../../sync-server/hub/hub.ts';
import { type Fields, type Row, type Rows, seqOf, seqText } from './rows.ts';

const CONFLICT: Written = { ok: false, conflict: true };
const isDesign = (id: string): boolean => id.startsWith('_design/');

/** The hub's port on rows in memory. Passes the port's part of the hub exam. */
export function createMemoryDatabase(rows: Rows): HubDatabase {
  const read = <T>(row: Row | undefined): Stored<T> | null =>
    row && !row.deleted ? ({ ...(JSON.parse(row.text) as Fields), _id: row.id, _rev: row.rev } as Stored<T>) : null;
  const living = (): Row[] => rows.all().filter((row) => !row.deleted && !isDesign(row.id));
  const readAll = <T>(found: readonly Row[]): Stored<T>[] => found.flatMap((row) => read<T>(row) ?? []);

  function write(doc: Fields & { readonly id: string }, rev: string | undefined): Written {
    const { _id, _rev, ...plain } = doc;
    const row = rows.write(doc.id, plain, rev);
    return row ? { ok: true, rev: row.rev } : CONFLICT;
  }

  return {
    name: rows.name,
    get: <T>(id: string) => Promise.resolve(read<T>(rows.row(id))),
    getAll: <T>(ids: readonly string[]) => Promise.resolve(ids.map((id) => read<T>(rows.row(id)))),
    put: (doc, rev) => Promise.resolve(write(doc as Fields & { id: string }, rev)),
    putAll: (docs) => Promise.resolve(docs.map((doc) => write(doc as Fields & { id: string }, doc._rev))),
    remove(id, rev) {
      const stands = read(rows.row(id));
      const row = stands?._rev === rev ? rows.write(id, null, rev) : null;
      return Promise.resolve(row ? { ok: true, rev: row.rev } : CONFLICT);
    },
    list: <T>(prefix: string) =>
      Promise.resolve(
        readAll<T>(
          living()
            .filter((row) => row.id.startsWith(prefix))
            .sort((a, b) => compare(a.id, b.id)),
        ),
      ),
    find<T>(selector: Record<string, unknown>, fields: readonly string[], limit: number) {
      const found = living().filter((row) => matches(row.fields, selector));
      const key = fields[0] ?? 'id';
      found.sort((a, b) => compare(a.fields[key], b.fields[key]) || compare(a.id, b.id));
      return Promise.resolve(readAll<T>(found.slice(0, limit)));
    },
    async changes<T>(since: string, options: { limit: number; waitMs?: number; signal?: AbortSignal }) {
      const { limit, waitMs, signal } = options;
      const from = seqOf(since, rows.seq());
      if (signal?.aborted) throw stopped();
      if (waitMs !== undefined) await wait(from, waitMs, signal);
      const { rows: page, pending } = rows.after(from, limit);
      const changes = page
        .filter((row) => !isDesign(row.id))
        .map((row): FeedChange<T> => ({
          id: row.id,
          seq: seqText(row.seq),
          deleted: row.deleted,
          doc: read<T>(row),
        }));
      const lastSeq = pending === 0 ? rows.seq() : (page.at(-1)?.seq ?? from);
      return { changes, lastSeq: seqText(lastSeq), pending } satisfies Feed<T>;
    },
    info: () => Promise.resolve({ documents: living().length, lastSeq: seqText(rows.seq()) }),
  };

  async function wait(since: number, ms: number, signal: AbortSignal | undefined): Promise<void> {
    const { come, off } = rows.news(since, ms);
    signal?.addEventListener('abort', off, { once: true });
    await come;
    signal?.removeEventListener('abort', off);
    if (signal?.aborted) throw stopped();
  }
}

const stopped = (): ShopbellError => new ShopbellError('hub-unreachable', 'The wait was ended.');

/** As much of a Mango selector as the flows use: equality and ranges, on fields of the top. */
function matches(doc: Fields, selector: Record<string, unknown>): boolean {
  return Object.entries(selector).every(([field, wanted]) => {
    const value = doc[field];
    if (value === undefined) return false;
    if (typeof wanted !== 'object' || wanted === null) return value === wanted;
    return Object.entries(wanted).every(([operator, bound]) => {
      const side = compare(value, bound);
      if (operator === '$lte') return side <= 0;
      if (operator === '$gte') return side >= 0;
      if (operator === '$gt') return side > 0;
      if (operator === '$lt') return side < 0;
      throw new Error(`the simulated hub does not know ${operator}`);
    });
  });
}

function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  return (a as string) < (b as string) ? -1 : 1;
}
