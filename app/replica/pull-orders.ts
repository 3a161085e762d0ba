import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { Subject } from 'rxjs';
import type { Since } from './changes-page.ts';
import type { Collections } from './collections.ts';
import type { ConnectionState } from './connection-state.ts';
import type { OrderRow } from './order-row.ts';
import { type OrdersPage, type Place, START } from './orders-feed-reader.ts';
import type { Rebuild } from './rebuild.ts';
import type { Rebuilding } from './replica.ts';
import type { Rest } from './rest.ts';
import type { PulledOrder } from './sort-feed.ts';
import type { Settling } from './settle-changes.ts';
import type { Timers } from './timers.ts';
import { createStoredGate } from './stored-gate.ts';

/** Big enough to fill the line, small enough that storing one does not hold up the page it runs in. */
const PAGE = 500;
const STORE_AGAIN_MS = 2_000;
/** Longer than any page takes to be written; past it this computer's storage is stuck, and people must see that. */
const STUCK_MS = 60_000;

/** `rebuilding`: the reading up to here began at the start of the feed, and what it has not brought is not taken off yet. */
type Checkpoint = Place & { readonly rebuilding: boolean };

const markOf = ({ since, rebuilding }: Checkpoint): string => `${since} ${rebuilding}`;

/** The way down. Everything comes through one checkpointed reading of the feed; a hint only says "read on". */
export type OrdersPull = {
  /** Read on now. Resolves when the end of the feed was reached and stored (or at close). */
  resync(): Promise<void>;
  /** Resolves when the first reading after start reached the end. */
  readonly first: Promise<void>;
  /** Where the feed was read to. */
  since(): Since;
  close(): Promise<void>;
};

type Parts = {
  readonly collections: Collections;
  readonly connection: ConnectionState;
  readonly rest: Rest;
  readonly timers: Timers;
  readonly settling: Settling;
  readonly rebuild: Rebuild;
  /** The local copy was found damaged at start: read it anew, whatever its checkpoint says. */
  readonly damaged: boolean;
  /** The hub was set back: see to everything else that must be told, before its orders are read anew. */
  readonly onRestored: () => Promise<void>;
  readonly readPage: (from: Place, size: number) => Promise<OrdersPage | null>;
};

/**
 * Start pulling orders with RxDB's replication. RxDB asks for the next page while it stores the last; this handler
 * fetches it meanwhile but hands it out only once the last one lies on disk, because RxDB drops a page it could not
 * write and would move its checkpoint past it with the next.
 */
export function pullOrders(parts: Parts): OrdersPull {
  const { collections, connection, rest, timers, settling, rebuild } = parts;
  const hints = new Subject<'RESYNC'>();
  const gate = createStoredGate();
  let cursor: Place | null = null;
  let onDisk: Checkpoint = { ...START, rebuilding: false };
  /** A rebuild is under way or its end is not on disk yet. */
  let owed = false;
  let cause: Rebuilding = 'hub';
  let closed = false;
  let pages = 0;
  let rewind = false;
  let ends: (() => void)[] = [];
  const atEnd = (): Promise<void> => new Promise((resolve) => ends.push(resolve));
  const first = atEnd();

  function tellEnd(): void {
    const listeners = ends;
    ends = [];
    for (const tell of listeners) tell();
  }

  function begin(checkpoint: Checkpoint | undefined): void {
    if (cursor !== null) return;
    onDisk = { ...onDisk, ...checkpoint };
    cursor = onDisk;
    if (onDisk.rebuilding || parts.damaged) startOver(parts.damaged ? 'copy' : 'hub');
    replication.metaInstance?.changeStream().subscribe((bulk) => {
      for (const { documentData } of bulk.events) {
        if (documentData.isCheckpoint !== '1' || documentData.itemId !== 'down') continue;
        onDisk = documentData.checkpointData as unknown as Checkpoint;
        gate.stored(markOf(onDisk));
      }
    });
  }

  function startOver(why = cause): void {
    cause = why;
    owed = true;
    rebuild.begin();
    connection.rebuilding(why);
    cursor = START;
  }

  function stepBack(): void {
    rewind = false;
    if (owed) startOver();
    else cursor = onDisk;
  }

  async function next(checkpoint: Checkpoint | undefined, size: number) {
    begin(checkpoint);
    pages += 1;
    while (!closed) {
      if (rewind) stepBack();
      const page = await parts.readPage(cursor ?? START, size);
      const whole = await onDiskInTime();
      if (!page || closed) break;
      if (!whole) rewind = true;
      if (page.restored && !rewind) await hubWasRestored();
      const documents = rewind ? null : await take(page);
      if (!documents) continue;
      return { documents: [...documents], checkpoint: handOut(page, documents) };
    }
    return { documents: [], checkpoint: onDisk };
  }

  async function hubWasRestored(): Promise<void> {
    startOver('hub');
    await parts.onRestored();
  }

  function handOut(page: OrdersPage, documents: readonly PulledOrder[]): Checkpoint {
    const place = { ...page.place, rebuilding: rebuild.isOn() };
    if (documents.length > 0 && markOf(place) !== markOf(onDisk)) gate.handedOut(markOf(place));
    if (page.end) void finish();
    return place;
  }

  /** As `gate.settled`; a write that takes too long counts as failed and shows. */
  async function onDiskInTime(): Promise<boolean> {
    const callOff = timers.after(STUCK_MS, () => {
      connection.storeFailed();
      gate.failed();
    });
    const whole = await gate.settled();
    callOff();
    return whole;
  }

  /** What of this page belongs on disk; null when it could not be taken and must be read again. */
  async function take(page: OrdersPage): Promise<readonly PulledOrder[] | null> {
    const ids = page.orders.map((order) => order.id);
    try {
      await settling.verdicts(page.verdicts);
      rebuild.saw(ids);
      const gone = page.end ? await rebuild.end() : [];
      cursor = page.place;
      connection.skipped(page.skipped);
      connection.readable(ids);
      return [...page.orders, ...gone];
    } catch {
      connection.storeFailed();
      await rest.pause(STORE_AGAIN_MS);
      return null;
    }
  }

  function readAgain(): void {
    rewind = true;
    void rest.pause(STORE_AGAIN_MS).then(() => hints.next('RESYNC'));
  }

  async function finish(): Promise<void> {
    const whole = await onDiskInTime();
    if (closed) return;
    if (!whole) return readAgain();
    if (owed && !rebuild.isOn()) {
      owed = false;
      connection.rebuilding(null);
    }
    connection.calm('store');
    connection.caughtUp();
    tellEnd();
  }

  const replication: RxReplicationState<OrderRow, Checkpoint> = replicateRxCollection<OrderRow, Checkpoint>({
    collection: collections.orders,
    replicationIdentifier: 'hub-orders',
    live: true,
    waitForLeadership: false,
    toggleOnDocumentVisible: false,
    retryTime: STORE_AGAIN_MS,
    pull: { handler: next, batchSize: PAGE, stream$: hints },
  });
  // The handler answers every fault of the line itself, so what arrives here is the storage's: read again what was lost.
  const faults = replication.error$.subscribe(() => {
    if (closed) return;
    connection.storeFailed();
    gate.failed();
    readAgain();
  });

  return {
    first,
    since: () => (cursor ?? START).since,
    resync() {
      if (closed) return Promise.resolve();
      const asked = pages;
      const callOff = timers.after(STUCK_MS, () => {
        if (pages === asked) connection.storeFailed();
      });
      const end = atEnd().then(callOff);
      hints.next('RESYNC');
      return end;
    },
    async close() {
      closed = true;
      faults.unsubscribe();
      gate.failed();
      tellEnd();
      await replication.cancel();
    },
  };
}
