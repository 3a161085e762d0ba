import { readBulkAnswer } from './bulk-answer.ts';
import type { ChangeRow } from './collections.ts';
import type { ConnectionState } from './connection-state.ts';
import { asHubFault, HubFault } from './hub-fault.ts';
import type { HubLine } from './hub-line.ts';
import { nextBatch } from './next-batch.ts';
import type { Outbox } from './outbox.ts';
import type { Rest } from './rest.ts';
import { retryDelay } from './retry-delay.ts';

const BATCH = 100;
const LIMIT_MS = 30_000;
const TRIES_ALONE = 3;
const ASIDE_MS = 60_000;

type Parts = {
  readonly outbox: Outbox;
  readonly line: HubLine;
  readonly connection: ConnectionState;
  readonly rest: Rest;
  readonly database: string;
  readonly random: () => number;
};

/**
 * The way up: sends queued changes for as long as there are any. At least once each, because the answer to a request
 * that was carried out may be lost; the change's id makes the second time harmless. A change the hub refuses is parked
 * and hinders no other; one that makes the hub fail is tried alone, then set aside for a minute.
 */
export function pushChanges(parts: Parts): { close(): void } {
  const { outbox, connection, rest } = parts;
  const aside = new Set<string>();
  let size = BATCH;
  let attempt = 0;
  let running = false;
  let closed = false;
  const waits = (): boolean => outbox.rows().some((row) => row.state === 'queued');

  async function send(batch: readonly ChangeRow[]): Promise<void> {
    const docs = batch.map(({ change }) => ({ _id: change.id, ...change }));
    const path = `/${parts.database}/_bulk_docs`;
    const answer = await parts.line.ask({ path, body: { docs }, limitMs: LIMIT_MS }).catch((thrown: unknown) => {
      const fault = asHubFault(thrown);
      if (fault.status === 413 || (fault.status === 400 && fault.fromHub)) return fault;
      throw fault;
    });
    if (answer instanceof HubFault) return sendHalves(batch, answer);
    const outcomes = readBulkAnswer(answer);
    await outbox.record(outcomes);
    const open = outcomes.length < batch.length;
    if (open) throw new HubFault('hub-undecided', { status: 500 });
  }

  async function sendHalves(batch: readonly ChangeRow[], fault: HubFault): Promise<void> {
    const [only, second] = batch;
    if (!second)
      return only && outbox.record([{ id: only.id, state: 'refused', code: 'not-accepted', reason: fault.reason }]);
    const half = Math.ceil(batch.length / 2);
    await send(batch.slice(0, half));
    await send(batch.slice(half));
  }

  async function failed(batch: readonly ChangeRow[], thrown: unknown): Promise<void> {
    if (closed) return;
    attempt += 1;
    if (!(thrown instanceof HubFault)) connection.storeFailed();
    else if (thrown.code === 'dropped') {
      attempt = 0;
      return;
    } else {
      connection.bad('changes', thrown);
      if (thrown.status !== null && thrown.status >= 500) narrow(batch);
    }
    await rest.pause(retryDelay(attempt - 1, parts.random));
  }

  function narrow(batch: readonly ChangeRow[]): void {
    const [only, second] = batch;
    if (second) size = Math.ceil(batch.length / 2);
    else if (only && attempt >= TRIES_ALONE) aside.add(only.id);
  }

  async function drain(): Promise<void> {
    while (!closed && waits()) {
      const batch = nextBatch(outbox.rows(), size, aside);
      if (batch.length === 0) {
        await rest.pause(ASIDE_MS);
        aside.clear();
        continue;
      }
      try {
        await send(batch);
        attempt = 0;
        size = Math.min(BATCH, size * 2);
        connection.good('changes');
        connection.calm('store');
      } catch (thrown) {
        await failed(batch, thrown);
      }
    }
    if (!closed) connection.calm('changes');
  }

  function start(): void {
    if (running || closed || !waits()) return;
    running = true;
    void drain().finally(() => {
      running = false;
      start();
    });
  }

  const rows = outbox.rows$.subscribe(start);
  return {
    close() {
      closed = true;
      rows.unsubscribe();
    },
  };
}
