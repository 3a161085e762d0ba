import { createHash } from 'node:crypto';
import type { Timers } from '../../app/replica/timers.ts';

/** A document as it lies in the simulated hub: its text, so that nobody can alter it by holding on to it. */
export type Row = {
  readonly id: string;
  readonly seq: number;
  readonly rev: string;
  readonly deleted: boolean;
  readonly text: string;
  /** The same, read; for looking at only. */
  readonly fields: Fields;
};

export type Fields = Record<string, unknown>;

/** Called after each write with the document before (null: there was none) and after (null: removed). */
export type Watch = (database: string, before: Fields | null, after: Fields | null) => void;

/** The rows of one database and its feed; the ground that both faces of the simulated hub stand on. */
export type Rows = {
  readonly name: string;
  row(id: string): Row | undefined;
  all(): readonly Row[];
  /** Write `text` (null: remove) on top of revision `rev` (absent: it must not be there); null when that is a conflict. */
  write(id: string, doc: Fields | null, rev: string | undefined): Row | null;
  /** Up to `limit` rows after `since`, in the order of their writing, and how many more there are. */
  after(since: number, limit: number): { readonly rows: readonly Row[]; readonly pending: number };
  seq(): number;
  /** True when this document had this revision at some time. */
  remembers(id: string, rev: string): boolean;
  /** Take a backup; the function that comes back sets the database back to it, feed and all. */
  backup(): () => void;
  /** Resolves true when something is written after `since`; false after `ms` or when `off` is called. */
  news(since: number, ms: number): { readonly come: Promise<boolean>; readonly off: () => void };
};

/** An empty database. */
export function createRows(name: string, timers: Timers, watch: Watch): Rows {
  let rows = new Map<string, Row>();
  let log: string[] = [];
  let known = new Set<string>();
  const waiting = new Set<() => void>();

  return {
    name,
    row: (id) => rows.get(id),
    all: () => [...rows.values()],
    write(id, doc, rev) {
      const before = rows.get(id);
      const stands = before && !before.deleted ? before.rev : undefined;
      if (stands !== rev) return null;
      const seq = log.push(id);
      const text = JSON.stringify(doc ?? {});
      const revision = nextRevision(before?.rev ?? '0', text, doc === null);
      known.add(`${id} ${revision}`);
      const fields = JSON.parse(text) as Fields;
      const row = { id, seq, rev: revision, deleted: doc === null, text, fields };
      rows.set(id, row);
      watch(name, stands === undefined ? null : (before?.fields ?? null), doc);
      for (const wake of waiting) wake();
      return row;
    },
    after(since, limit) {
      const later = log.slice(since).flatMap((id, index) => {
        const row = rows.get(id);
        return row?.seq === since + index + 1 ? [row] : [];
      });
      return { rows: later.slice(0, limit), pending: Math.max(0, later.length - limit) };
    },
    seq: () => log.length,
    remembers: (id, rev) => known.has(`${id} ${rev}`),
    backup() {
      const kept = { rows: new Map(rows), log: [...log], known: new Set(known) };
      return () => {
        rows = new Map(kept.rows);
        log = [...kept.log];
        known = new Set(kept.known);
      };
    },
    news(since, ms) {
      if (log.length > since) return { come: Promise.resolve(true), off: () => undefined };
      let tell: (news: boolean) => void = () => undefined;
      const come = new Promise<boolean>((resolve) => (tell = resolve));
      const end = (news: boolean): void => {
        callOff();
        waiting.delete(wake);
        tell(news);
      };
      const wake = (): void => end(true);
      const callOff = timers.after(ms, () => end(false));
      waiting.add(wake);
      return { come, off: () => end(false) };
    },
  };
}

/** As a hub makes them: from the content and all that went before, so that two histories never share one by chance. */
function nextRevision(before: string, text: string, deleted: boolean): string {
  const generation = Number(before.split('-')[0]) + 1;
  return `${generation}-${createHash('md5').update(`${before} ${deleted} ${text}`).digest('hex').slice(0, 12)}`;
}

/** A place in the feed as clients see it; to them it is opaque. */
export const seqText = (seq: number): string => `${seq}-sim`;

/** The place a client hands back; `now` is the present end, anything unknown the beginning. */
export function seqOf(text: string, end: number): number {
  if (text === 'now') return end;
  const seq = Number(text.split('-')[0]);
  return Number.isSafeInteger(seq) && seq > 0 && seq <= end ? seq : 0;
}
