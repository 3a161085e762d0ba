import type { EventEmitter } from 'node:events';

import PouchDB from 'pouchdb-core';
import leveldb from 'pouchdb-adapter-leveldb';
import find from 'pouchdb-find';

import type { Level } from './durable-level.ts';
import { createLevelFactory } from './durable-level.ts';

/** A document as it travels: CouchDB's members named, ours unknown. */
export type Doc = {
  _id: string;
  _rev?: string;
  _deleted?: boolean;
  _revisions?: { start: number; ids: string[] };
  _attachments?: Record<string, unknown>;
  [member: string]: unknown;
};

export type PouchFault = { readonly status: number; readonly name: string; readonly message: string };
export type BulkRow = { ok?: boolean; error?: unknown; id: string; rev?: string; status?: number; name?: string };
export type AllDocsRow = {
  id?: string;
  key: string;
  value?: { rev: string; deleted?: boolean };
  doc?: Doc | null;
  error?: string;
};
export type ChangesRow = { id: string; seq: number; changes: { rev: string }[]; deleted?: boolean; doc?: Doc };
export type Leaf = { ok: Doc } | { missing: string };

/** PouchDB as it is used here; its own types are of an older version. Numbers are its plain sequences. */
export type Pouch = {
  info(): Promise<{ doc_count: number; update_seq: number }>;
  /** A random word made with the database's files; other files, other word. */
  id(): Promise<string>;
  get(id: string, options?: Record<string, unknown>): Promise<Doc>;
  put(doc: Doc): Promise<{ id: string; rev: string }>;
  remove(doc: Doc): Promise<{ id: string; rev: string }>;
  bulkDocs(docs: Doc[], options: { new_edits: boolean }): Promise<BulkRow[]>;
  allDocs(options: Record<string, unknown>): Promise<{ total_rows: number; offset?: number; rows: AllDocsRow[] }>;
  changes(options: Record<string, unknown>): Promise<{ results: ChangesRow[]; last_seq: number }>;
  revsDiff(revisions: Record<string, string[]>): Promise<Record<string, { missing: string[] }>>;
  find(question: Record<string, unknown>): Promise<{ docs: Doc[]; warning?: string }>;
  createIndex(index: Record<string, unknown>): Promise<{ result: string; id?: string; name?: string }>;
  getIndexes(): Promise<{ indexes: Record<string, unknown>[] }>;
  deleteIndex(index: { ddoc: string; name: string; type: string }): Promise<{ ok: boolean }>;
  compact(): Promise<unknown>;
  close(): Promise<void>;
  destroy(): Promise<unknown>;
};

/** Revisions remembered of one document; each write costs their bytes. */
const REVS_LIMIT = 100;

PouchDB.plugin(leveldb).plugin(find);
// The LevelDB adapter looks for a database's indexes under this prefix when it closes them, though it stores them without.
Object.assign(PouchDB, { prefix: '' });

/** Open (or make) the PouchDB at `location`, a folder. A fault of the disk shows at the first call. */
export function openPouch(location: string, opened: (level: Level) => void): Pouch {
  const options = {
    adapter: 'leveldb',
    db: createLevelFactory(opened),
    auto_compaction: true,
    revs_limit: REVS_LIMIT,
  };
  const pouch = new PouchDB(location, options);
  // Every read of the feed listens while it runs, and a hub has more than ten at once.
  (pouch as unknown as EventEmitter).setMaxListeners(0);
  return pouch as unknown as Pouch;
}
