/** A document as the hub stores it: ours, with CouchDB's id and revision beside. */
export type Stored<T> = T & { readonly _id: string; readonly _rev: string };

/** What a write came to. `conflict`: somebody wrote since; read again and decide again. Nothing was written then. */
export type Written = { readonly ok: true; readonly rev: string } | { readonly ok: false; readonly conflict: true };

/** One step of a database's feed. `seq` is opaque: keep it, hand it back, never compute with it. */
export type FeedChange<T> = {
  readonly id: string;
  readonly seq: string;
  readonly deleted: boolean;
  readonly doc: Stored<T> | null;
};

export type Feed<T> = {
  readonly changes: readonly FeedChange<T>[];
  readonly lastSeq: string;
  /** How many more changes there are after these. */
  readonly pending: number;
};

/**
 * One database of the hub. Every call rejects with ShopbellError `hub-unreachable`, `hub-refused` (401/403) or
 * `hub-trouble` (anything else unforeseen); a missing document is null, a conflict is a value.
 */
export type HubDatabase = {
  readonly name: string;
  get<T>(id: string): Promise<Stored<T> | null>;
  /** The documents by these ids, null where there is none, in the order asked. */
  getAll<T>(ids: readonly string[]): Promise<readonly (Stored<T> | null)[]>;
  /** Write a document. Without `rev` it must be new. Resolves only when the hub has it durably. `_id` is `doc.id`. */
  put<T extends { readonly id: string }>(doc: T, rev?: string): Promise<Written>;
  /** As `put` of each, in one request; one conflict does not hinder the others. */
  putAll<T extends { readonly id: string }>(
    docs: readonly (T & { readonly _rev?: string })[],
  ): Promise<readonly Written[]>;
  /** Remove a document. */
  remove(id: string, rev: string): Promise<Written>;
  /** All documents whose id starts with `prefix` (empty: all but design documents). */
  list<T>(prefix: string): Promise<readonly Stored<T>[]>;
  /** Documents a Mango selector matches; an index on `fields` is made sure of first. */
  find<T>(selector: Record<string, unknown>, fields: readonly string[], limit: number): Promise<readonly Stored<T>[]>;
  /**
   * The changes after `since` (`'0'`: from the beginning), with documents and without design documents: a page of none
   * may still move `lastSeq` on. A sequence of a hub that was wiped since starts from the beginning. With `waitMs` and
   * none there, waits that long for one; `signal` ends the wait (rejects with `hub-unreachable`).
   */
  changes<T>(since: string, options: { limit: number; waitMs?: number; signal?: AbortSignal }): Promise<Feed<T>>;
  /** Number of documents, and the present end of the feed. */
  info(): Promise<{ readonly documents: number; readonly lastSeq: string }>;
};

/** The five databases of a shop (docs/wire.md). */
export type ShopDatabases = {
  readonly orders: HubDatabase;
  readonly changes: HubDatabase;
  readonly shop: HubDatabase;
  readonly messages: HubDatabase;
  readonly hub: HubDatabase;
};

/** The hub as the sync-server sees it, embedded or a real CouchDB. */
export type Hub = {
  readonly kind: 'embedded' | 'couchdb';
  /** Make databases, security, laws and indexes of a shop; harmless when they are there. */
  provision(shop: string): Promise<ShopDatabases>;
  /** The hub's own version, or a rejection with `hub-unreachable` / `hub-refused`. */
  version(): Promise<string>;
  /** Make a hub user for a register, with the role `register:<shop>`. */
  addRegister(register: { readonly user: string; readonly password: string; readonly shop: string }): Promise<void>;
  /** True when name and password are a hub user's. */
  knows(user: string, password: string): Promise<boolean>;
};
