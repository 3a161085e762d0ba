import { setMaxListeners } from 'node:events';

import type { Level } from './durable-level.ts';
import { createLaws } from './laws.ts';
import type { Laws } from './laws.ts';
import { countPending } from './pending-count.ts';
import { openPouch } from './pouch.ts';
import type { Doc, Pouch } from './pouch.ts';
import type { Security } from './security.ts';
import { ADMINS_ONLY } from './security.ts';
import { sequenceToken } from './sequence.ts';
import type { Item } from './write-queue.ts';

/** Local documents that are PouchDB's or ours: no client reads or writes them. */
const RESERVED_LOCAL = /^_local\/(_pouch_.*|mrviews|indexes|compaction|shopbell_.*)$/;
export const isReservedLocal = (id: string) => RESERVED_LOCAL.test(id);

const SECURITY_ID = '_local/shopbell_security';

/** One open database: its documents, its law, its members, and who waits for news of it. */
export type Database = {
  readonly name: string;
  readonly pouch: Pouch;
  readonly token: string;
  security(): Security;
  setSecurity(security: Security): Promise<void>;
  laws(): Promise<Laws>;
  /** A design document was written: read the laws again before the next write. */
  forgetLaws(): void;
  /** Documents that wait to be written together. */
  readonly queue: Item[];
  /** Run `work` when all work handed in before is done; so a law judges what the write will meet. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Tell those who wait that a batch was written. Once per batch, never per document. */
  touched(): void;
  onTouched(listener: () => void): () => void;
  /** Aborted when the database is closed or removed; PouchDB leaves a read of its feed hanging then. */
  readonly ending: AbortSignal;
  /** How many documents' latest writes come after `seq`. */
  countAfter(seq: number): Promise<number>;
  close(): Promise<void>;
  destroy(): Promise<void>;
};

const isMissing = (fault: unknown) => (fault as { status?: unknown }).status === 404;

async function readLocal(pouch: Pouch, id: string): Promise<Doc | null> {
  try {
    return await pouch.get(id);
  } catch (fault) {
    if (isMissing(fault)) return null;
    throw fault;
  }
}

async function readLaws(pouch: Pouch): Promise<Laws> {
  const { rows } = await pouch.allDocs({ startkey: '_design/', endkey: '_design0', include_docs: true });
  const texts = rows.map((row) => row.doc?.['validate_doc_update']);
  return createLaws(texts.filter((text) => typeof text === 'string'));
}

/** Open (or make) the database `name`, whose files lie under `location`. */
export async function openDatabase(name: string, location: string): Promise<Database> {
  const levels: Level[] = [];
  const pouch = openPouch(location, (level) => levels.push(level));
  const token = sequenceToken(await pouch.id());
  const kept = await readLocal(pouch, SECURITY_ID);
  let security = (kept?.['security'] as Security | undefined) ?? ADMINS_ONLY;
  let laws: Promise<Laws> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();
  const ending = new AbortController();
  // One listener for each feed that is waited on.
  setMaxListeners(0, ending.signal);

  return {
    name,
    pouch,
    token,
    queue: [],
    ending: ending.signal,
    security: () => security,
    async setSecurity(wanted) {
      const now = await readLocal(pouch, SECURITY_ID);
      await pouch.put({ _id: SECURITY_ID, security: wanted, ...(now?._rev === undefined ? {} : { _rev: now._rev }) });
      security = wanted;
    },
    async laws() {
      const reading = laws ?? readLaws(pouch);
      laws = reading;
      reading.catch(() => (laws = undefined));
      return reading;
    },
    forgetLaws() {
      laws = undefined;
    },
    inTurn<T>(work: () => Promise<T>) {
      const result = turn.then(work);
      turn = result.catch(() => {});
      return result;
    },
    touched() {
      // One that listens anew while it is told is not told twice.
      for (const listener of Array.from(listeners)) listener();
    },
    onTouched(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    countAfter: (seq) => {
      const documents = levels.find((level) => level.location === location);
      return documents ? countPending(documents, seq) : Promise.resolve(0);
    },
    async close() {
      ending.abort();
      await turn;
      await pouch.close();
      await Promise.all(levels.map(closed));
    },
    async destroy() {
      ending.abort();
      await turn;
      await pouch.destroy();
      await Promise.all(levels.map(closed));
    },
  };
}

/** PouchDB does not wait for its index stores; until they are closed the folder stays locked. */
function closed(level: Level): Promise<void> {
  if (level.status === 'closed' || level.status === 'new') return Promise.resolve();
  return new Promise((resolve, reject) => {
    level.close((fault) => (fault ? reject(fault) : resolve()));
  });
}
