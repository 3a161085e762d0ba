import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { Subject } from 'rxjs';
import type { Since } from './changes-page.ts';
import type { Collections } from './collections.ts';
import type { ConnectionState } from './connection-state.ts';
import type { OrderRow } from './order-row.ts';
import type { OrdersPage } from './orders-feed-reader.ts';
import type { Rest } from './rest.ts';
import type { Settling } from './settle-changes.ts';
import type { Timers } from './timers.ts';
import { createStoredGate } from './stored-gate.ts';

/** Big enough to fill the line, small enough that storing one does not hold up the page it runs in. */
const PAGE = 500;
const STORE_AGAIN_MS = 2_000;
const START: Since = '0';
/** Longer than any page takes to be written; past it this computer's storage is stuck, and people must see that. */
const STUCK_MS = 60_000;

type Checkpoint = { readonly since: Since };

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
  readonly readPage: (since: Since, size: number) => Promise<OrdersPage | null>;
};

/**
 * Start pulling orders with RxDB's replication. RxDB asks for the next page while it stores the last; this handler
 * fetches it meanwhile but hands it out only once the last one lies on disk, because RxDB drops a page it could not
 * write and would move its checkpoint past it with the next.
 */
export function pullOrders({ collections, connection, rest, timers, settling, readPage }: Parts): OrdersPull {
  const hints = new Subject<'RESYNC'>();
  const gate = createStoredGate();
  let cursor: Since | null = null;
  let onDisk: Since = START;
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

  function begin(checkpoint: Checkpoint | undefined): Since {
    if (cursor !== null) return cursor;
    onDisk = checkpoint?.since ?? START;
    cursor = onDisk;
    replication.metaInstance?.changeStream().subscribe((bulk) => {
      for (const { documentData } of bulk.events) {
        if (documentData.isCheckpoint !== '1' || documentData.itemId !== 'down') continue;
        onDisk = (documentData.checkpointData as unknown as Checkpoint).since;
        gate.stored(String(onDisk));
      }
    });
    return cursor;
  }

  async function next(checkpoint: Checkpoint | undefined, size: number) {
    begin(checkpoint);
    pages += 1;
    while (!closed) {
      if (rewind) cursor = onDisk;
      rewind = false;
      const page = await readPage(cursor ?? START, size);
      const whole = await onDiskInTime();
      if (!page || closed) break;
      if (!whole) rewind = true;
      if (rewind || !(await take(page))) continue;
      return { documents: [...page.orders], checkpoint: { since: page.since } };
    }
    return { documents: [], checkpoint: { since: onDisk } };
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

  async function take(page: OrdersPage): Promise<boolean> {
    try {
      await settling.verdicts(page.verdicts);
    } catch {
      connection.storeFailed();
      await rest.pause(STORE_AGAIN_MS);
      return false;
    }
    cursor = page.since;
    connection.skipped(page.skipped);
    connection.readable(page.orders.map((order) => order.id));
    if (page.orders.length > 0 && page.since !== onDisk) gate.handedOut(String(page.since));
    if (page.end) void finish();
    return true;
  }

  function readAgain(): void {
    rewind = true;
    void rest.pause(STORE_AGAIN_MS).then(() => hints.next('RESYNC'));
  }

  async function finish(): Promise<void> {
    const whole = await onDiskInTime();
    if (closed) return;
    if (!whole) return readAgain();
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
    since: () => cursor ?? START,
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
