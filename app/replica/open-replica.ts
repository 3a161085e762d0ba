import { distinctUntilChanged, map, merge } from 'rxjs';
import type { OrderView } from '../../domain/pending.ts';
import type { HubFetch } from './hub-line.ts';
import { createAlarm } from './alarm-view.ts';
import { type Announced, openAnnounced } from './announced.ts';
import { type Collections, openCollections, type Storage } from './collections.ts';
import { decisionViews } from './decision-views.ts';
import { follow } from './follow.ts';
import type { Journal } from './journal.ts';
import { listOrders } from './list-orders.ts';
import { countNewOrders } from './new-orders.ts';
import { createOrderReader } from './order-reader.ts';
import { openOutbox, type Outbox } from './outbox.ts';
import { pendingViews, plainView } from './pending-views.ts';
import { createReceipts } from './receipts.ts';
import type { Replica } from './replica.ts';
import { createSaving } from './save-change.ts';
import { openSearchIndex } from './search-index.ts';
import { readShopFacts } from './shop-facts.ts';
import { createSendAgain } from './send-again.ts';
import { openStreets } from './streets.ts';
import { openTally } from './tally.ts';
import { keepWitness } from './keep-witness.ts';
import { isDamaged, readWitness, type WitnessPort } from './witness.ts';
import { systemTimers, type Timers } from './timers.ts';
import { waitingChanges } from './waiting-changes.ts';

/** What a replica is opened with. */
export type ReplicaOptions = {
  readonly storage: Storage;
  /** Name of the database on this storage; one per register identity. */
  readonly name: string;
  /** Without a slash at the end; `/<database>/…` is put behind it. */
  readonly hubUrl: string;
  readonly shop: string;
  readonly register: { readonly id: string; readonly name: string; readonly code: string };
  readonly fetch: HubFetch;
  /** UTC ms. */
  readonly now: () => number;
  /** A UUID never given before. */
  readonly newId: () => string;
  /** A number in [0, 1), for spreading retries. */
  readonly random: () => number;
  readonly timers?: Timers;
  /** Where every change is kept beside this storage; null where there is no such place. */
  readonly journal?: Journal | null;
  /** Where is remembered how much this storage holds; null where there is no such place. */
  readonly witness?: WitnessPort | null;
};

const READ_AGAIN_MS = 1_000;

/**
 * Open the local copy of a shop and start to follow its hub. Resolves as soon as the disk is open, hub or no hub.
 * Rejects only when the storage cannot be opened.
 */
export async function openReplica(options: ReplicaOptions): Promise<Replica> {
  const collections = await openCollections(options.storage, options.name);
  const reader = createOrderReader(collections.orders);
  // A witness that cannot be read says nothing, as on the first start.
  const seen = readWitness((await options.witness?.read().catch(() => null)) ?? null);
  const damaged = await isDamaged(collections, reader, seen);
  const outbox = await openOutbox(collections.changes, options.now, {
    journal: options.journal ?? null,
    owner: { shop: options.shop, register: options.register.id },
    ...(options.timers ? { timers: options.timers } : {}),
  });
  const ringing = new Set((await reader.ringing()).map((row) => row.id));
  const announced = await openAnnounced(collections.announced, options.now, ringing);
  return assemble(options, { collections, outbox, announced, damaged });
}

type Opened = {
  readonly collections: Collections;
  readonly outbox: Outbox;
  readonly announced: Announced;
  readonly damaged: boolean;
};

function assemble(options: ReplicaOptions, { collections, outbox, announced, damaged }: Opened): Replica {
  const timers = options.timers ?? systemTimers;
  const { register } = options;
  const reader = createOrderReader(collections.orders);
  const tally = openTally(collections.orders, reader);
  const search = openSearchIndex(collections.orders, reader);
  const receipts = createReceipts(register.code, outbox, reader);
  const save = createSaving({
    ...options,
    register: { id: register.id, name: register.name },
    outbox,
    receipts,
    timers,
  });
  const streets = openStreets({ ...options, timers, collections, outbox, damaged });
  const { connection } = streets;
  const witness = options.witness
    ? keepWitness({ port: options.witness, collections, reader, outbox, connection, timers })
    : null;
  const rows = (): ReturnType<Outbox['rows']> => outbox.rows();

  const triggers = merge(collections.orders.eventBulks$, outbox.rows$);
  const live = <T>(trigger: Parameters<typeof follow>[0], compute: () => Promise<T>) =>
    follow(trigger, compute, () => {
      connection.storeFailed();
      return streets.pause(READ_AGAIN_MS);
    });
  const viewOf = async (id: string): Promise<OrderView | null> => {
    const about = rows().filter((row) => row.change.orderId === id);
    const pending = await pendingViews(about, reader);
    const stored = (await reader.byIds([id])).get(id);
    return pending.get(id)?.view ?? (stored ? plainView(stored) : null);
  };
  const turns$ = connection.current$.pipe(
    map(({ state, caughtUp }) => `${state} ${caughtUp}`),
    distinctUntilChanged(),
  );
  const alarm = createAlarm({ reader, announced, changes: rows, connection: () => connection.current() });

  return {
    orders: (query) => live(triggers, () => listOrders(query, rows(), { reader, tally, search })),
    order: (id) => live(triggers, () => viewOf(id)),
    decisions: () => live(triggers, () => decisionViews(rows(), reader)),
    newOrders: () => live(triggers, () => countNewOrders(rows(), { reader, tally })),
    alarm: () => live(merge(triggers, announced.ids$, turns$), alarm),
    announced: (ids) => announced.add(ids),
    waiting: () => live(triggers, () => waitingChanges(rows(), reader)),
    connection: () => connection.current$,
    facts: () => live(collections.facts.eventBulks$, () => readShopFacts(collections.facts)),
    act: save,
    sendAgain: createSendAgain({ outbox, save, seen: async (id) => (await viewOf(id))?.order ?? null }),
    nextReceipt: () => receipts.next(),
    discard: (id) => outbox.discard(id),
    reconnect: () => streets.reconnect(),
    async close() {
      await witness?.close();
      await streets.close();
      for (const part of [tally, search, outbox, announced]) part.close();
      await collections.database.close();
    },
  };
}
