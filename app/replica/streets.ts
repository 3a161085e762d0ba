import type { Collections } from './collections.ts';
import { type ConnectionState, openConnectionState } from './connection-state.ts';
import { type HubFetch, openHubLine } from './hub-line.ts';
import { listen } from './listen.ts';
import { createOrdersFeedReader } from './orders-feed-reader.ts';
import type { Outbox } from './outbox.ts';
import { createFactsPull } from './pull-facts.ts';
import { pullOrders } from './pull-orders.ts';
import { createOffering } from './offer-again.ts';
import { pushChanges } from './push-changes.ts';
import { createRebuild } from './rebuild.ts';
import { openRest } from './rest.ts';
import { openSettling } from './settle-changes.ts';
import type { Timers } from './timers.ts';

type Parts = {
  readonly collections: Collections;
  readonly outbox: Outbox;
  readonly hubUrl: string;
  readonly shop: string;
  readonly fetch: HubFetch;
  readonly now: () => number;
  readonly random: () => number;
  readonly timers: Timers;
  /** The local copy holds less than it did: read everything anew. */
  readonly damaged: boolean;
};

/** All traffic with the hub: orders and facts down, changes up, and the state of the line. */
export type Streets = {
  readonly connection: ConnectionState;
  /** Wait that ends early at `reconnect` and `close`. */
  pause(ms: number): Promise<void>;
  reconnect(): void;
  close(): Promise<void>;
};

/** Open the streets; they run until closed, whatever the hub does. */
export function openStreets(parts: Parts): Streets {
  const { collections, outbox, random, now } = parts;
  let closed = false;
  const isClosed = (): boolean => closed;
  const rest = openRest(parts.timers);
  const line = openHubLine(parts);
  const connection = openConnectionState(now);
  const database = (name: string): string => `shopbell-${parts.shop}-${name}`;
  const common = { line, connection, rest, random, now, isClosed };

  const settling = openSettling(collections, { outbox, connection, rest });
  const readPage = createOrdersFeedReader({ ...common, database: database('orders'), shop: parts.shop });
  const facts = createFactsPull({ ...common, facts: collections.facts, database: database('shop') });
  const settleStored = (): Promise<void> => settling.settleStored();
  const offering = createOffering({ ...common, outbox, database: database('changes'), settleStored });
  const pull = pullOrders({
    collections,
    connection,
    rest,
    timers: parts.timers,
    settling,
    readPage,
    damaged: parts.damaged,
    rebuild: createRebuild(collections.orders),
    onRestored: async () => {
      facts.startOver();
      await offering.offerAgain();
    },
  });
  const push = pushChanges({ ...common, outbox, database: database('changes') });
  const storeFaults = outbox.faults$.subscribe(() => connection.storeFailed());
  const recovered = connection.recovered$.subscribe(() => rest.wake());
  if (parts.damaged) facts.startOver();
  else facts.look();
  const heard = (): void => {
    facts.look();
    offering.lookAfterSent();
  };
  const listening = listen({ ...common, pull, database: database('orders'), heard });

  return {
    connection,
    pause: (ms) => rest.pause(ms),
    reconnect() {
      line.dropAll();
      rest.wake();
    },
    async close() {
      closed = true;
      recovered.unsubscribe();
      storeFaults.unsubscribe();
      push.close();
      settling.close();
      rest.close();
      line.close();
      await pull.close();
      await listening;
      connection.close();
    },
  };
}
