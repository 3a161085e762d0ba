import { Subscription } from 'rxjs';
import { type ActEntry, isAct } from '../../domain/history.ts';
import type { Order } from '../../domain/order.ts';
import type { VerdictDocument } from '../../domain/verdict.ts';
import type { Collections } from './collections.ts';
import type { ConnectionState } from './connection-state.ts';
import type { Outbox, Outcome } from './outbox.ts';
import type { Rest } from './rest.ts';

const AGAIN_MS = 2_000;

/** Takes verdicts off what comes down and writes them on this register's changes. */
export type Settling = {
  /** Write down the verdicts of these documents; resolves when they are on disk, so that the feed may be read on. */
  verdicts(documents: readonly VerdictDocument[]): Promise<void>;
  /** Settle what the stored orders already answer. Rejects when they cannot be read or it cannot be written. */
  settleStored(): Promise<void>;
  close(): void;
};

/** Start settling; first what a crash may have left between an order's storing and the verdict's. */
export function openSettling(
  collections: Collections,
  parts: { readonly outbox: Outbox; readonly connection: ConnectionState; readonly rest: Rest },
): Settling {
  const { outbox, connection, rest } = parts;
  let closed = false;

  const awaited = (): Set<string> =>
    new Set(
      outbox
        .rows()
        .filter((row) => row.state !== 'refused')
        .map((row) => row.change.orderId),
    );

  async function record(outcomes: readonly Outcome[]): Promise<void> {
    if (outcomes.length > 0) await outbox.record(outcomes);
  }

  async function sweep(): Promise<void> {
    const documents = await collections.orders.findByIds([...awaited()]).exec();
    await record([...documents.values()].flatMap((document) => outcomesOn(document.toJSON().order as Order | null)));
  }

  async function sweepUntilDone(): Promise<void> {
    while (!closed) {
      try {
        await sweep();
        return;
      } catch {
        if (!closed) connection.storeFailed();
        await rest.pause(AGAIN_MS);
      }
    }
  }

  const subscription = new Subscription();
  subscription.add(
    collections.orders.eventBulks$.subscribe((bulk) => {
      const orders = awaited();
      const touched = bulk.events.filter((event) => orders.has(event.documentId));
      if (touched.length === 0) return;
      const outcomes = touched.flatMap((event) => outcomesOn(event.documentData.order));
      record(outcomes).catch(() => sweepUntilDone());
    }),
  );
  void sweepUntilDone();

  return {
    verdicts: (documents) =>
      record(
        documents.map(({ changeId, outcome, code, reason }) =>
          outcome === 'refused'
            ? { id: changeId, state: 'refused', code, reason }
            : { id: changeId, state: 'settled', code },
        ),
      ),
    settleStored: sweep,
    close() {
      closed = true;
      subscription.unsubscribe();
    },
  };
}

function outcomesOn(order: Order | null): Outcome[] {
  const verdicts = (order?.history ?? []).filter(
    (entry): entry is ActEntry => isAct(entry) && entry.settledAt !== null,
  );
  return verdicts.map(({ id, outcome, code, text }) =>
    outcome === 'refused' ? { id, state: 'refused', code, reason: text ?? '' } : { id, state: 'settled', code },
  );
}
