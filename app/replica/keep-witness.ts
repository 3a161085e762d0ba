import { merge } from 'rxjs';
import type { Collections } from './collections.ts';
import type { ConnectionState } from './connection-state.ts';
import type { OrderReader } from './order-reader.ts';
import type { Outbox } from './outbox.ts';
import type { Timers } from './timers.ts';
import { countOrders, type WitnessPort, writeWitness } from './witness.ts';

const SETTLE_MS = 3_000;

type Parts = {
  readonly port: WitnessPort;
  readonly collections: Collections;
  readonly reader: OrderReader;
  readonly outbox: Outbox;
  readonly connection: ConnectionState;
  readonly timers: Timers;
};

/**
 * Keep the witness in step with the copy, a few seconds behind: what comes in makes the copy only larger. While the copy is
 * being rebuilt the witness stays as it is, so that a crash in between is noticed again.
 */
export function keepWitness({ port, collections, reader, outbox, connection, timers }: Parts): {
  close(): Promise<void>;
} {
  let callOff: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    if (connection.current().rebuilding) return;
    const waiting = outbox.rows().map((row) => row.id);
    await port.write(writeWitness({ orders: await countOrders(reader), waiting }));
  }

  /** A witness that cannot be written or counted only stays behind; the next change tries again. */
  function writeInTurn(): Promise<void> {
    callOff?.();
    callOff = null;
    writing = writing.then(write).catch(() => undefined);
    return writing;
  }

  const subscription = merge(collections.orders.eventBulks$, outbox.rows$, connection.recovered$).subscribe(() => {
    callOff ??= timers.after(SETTLE_MS, () => void writeInTurn());
  });
  return {
    close() {
      subscription.unsubscribe();
      return writeInTurn();
    },
  };
}
