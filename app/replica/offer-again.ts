import { badAnswer, HubFault } from './hub-fault.ts';
import type { ConnectionState } from './connection-state.ts';
import { isFields } from './fields.ts';
import type { HubLine } from './hub-line.ts';
import type { Outbox } from './outbox.ts';
import type { Rest } from './rest.ts';
import { retryDelay } from './retry-delay.ts';

const LIMIT_MS = 30_000;
const PIECE = 500;
/** A verdict comes within seconds; a change that waits longer for one may have been lost by the hub. */
const OVERDUE_MS = 60_000;

/** Gives the hub again what it has lost of this register's own changes. */
export type Offering = {
  /** After the hub was set back: queue again what it no longer has. Tries until it could ask, or closed. */
  offerAgain(): Promise<void>;
  /** Look after changes whose verdict is overdue: read it if it is here already, send the change again if the hub lost it. */
  lookAfterSent(): void;
};

type Parts = {
  readonly outbox: Outbox;
  readonly line: HubLine;
  readonly connection: ConnectionState;
  readonly rest: Rest;
  readonly database: string;
  readonly random: () => number;
  /** UTC ms. */
  readonly now: () => number;
  readonly isClosed: () => boolean;
  /** Settle what the stored orders already answer. */
  readonly settleStored: () => Promise<void>;
};

export function createOffering(parts: Parts): Offering {
  const { outbox, line, connection } = parts;
  const sentSince = new Map<string, number>();
  let looking = false;

  async function lost(ids: readonly string[]): Promise<readonly string[]> {
    const path = `/${parts.database}/_all_docs`;
    const answer = await line.ask({ path, body: { keys: ids }, limitMs: LIMIT_MS });
    if (!isFields(answer) || !Array.isArray(answer['rows'])) throw badAnswer();
    return answer['rows'].flatMap((row: unknown) =>
      isFields(row) && row['error'] === 'not_found' && typeof row['key'] === 'string' ? [row['key']] : [],
    );
  }

  async function queueLost(ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += PIECE)
      await outbox.requeue(await lost(ids.slice(from, from + PIECE)));
  }

  /** The ids that have been waiting for their verdict too long. */
  function overdue(): readonly string[] {
    const sent = new Set(outbox.rows().flatMap((row) => (row.state === 'sent' ? [row.id] : [])));
    for (const id of sentSince.keys()) if (!sent.has(id)) sentSince.delete(id);
    for (const id of sent) if (!sentSince.has(id)) sentSince.set(id, parts.now());
    return [...sentSince].flatMap(([id, since]) => (parts.now() - since >= OVERDUE_MS ? [id] : []));
  }

  async function look(): Promise<void> {
    if (overdue().length === 0) return;
    await parts.settleStored();
    await queueLost(overdue());
  }

  return {
    async offerAgain() {
      for (let attempt = 0; !parts.isClosed(); attempt += 1) {
        try {
          return await queueLost(await outbox.offerable());
        } catch (thrown) {
          if (parts.isClosed()) return;
          if (thrown instanceof HubFault) connection.bad('orders', thrown);
          else connection.storeFailed();
          await parts.rest.pause(retryDelay(attempt, parts.random));
        }
      }
    },
    lookAfterSent() {
      if (looking || parts.isClosed()) return;
      looking = true;
      // What fails here is asked again at the next word from the hub; the streets themselves tell of trouble.
      void look()
        .catch(() => undefined)
        .finally(() => {
          looking = false;
        });
    },
  };
}
