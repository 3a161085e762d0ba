import { longPollPath, readChangesPage, type Since } from './changes-page.ts';
import type { ConnectionState } from './connection-state.ts';
import { asHubFault } from './hub-fault.ts';
import type { HubLine } from './hub-line.ts';
import type { Rest } from './rest.ts';
import { retryDelay } from './retry-delay.ts';

const WAIT_MS = 25_000;
const LIMIT_MS = WAIT_MS + 10_000;
const TOO_SOON_MS = 1_000;

type Parts = {
  readonly line: HubLine;
  readonly connection: ConnectionState;
  readonly rest: Rest;
  readonly database: string;
  readonly random: () => number;
  /** UTC ms. */
  readonly now: () => number;
  readonly isClosed: () => boolean;
  readonly pull: { resync(): Promise<void>; readonly first: Promise<void>; since(): Since };
  /** Called each time the hub was heard of: time to look at what is not listened to. */
  readonly heard: () => void;
};

/**
 * The one long-poll of a register. It starts where the reading ended, so nothing falls between the two, and only says
 * that something changed; whatever happens to it, the feed is read again before it is asked anew. Resolves at close.
 */
export async function listen(parts: Parts): Promise<void> {
  const { pull, rest, connection } = parts;
  let tries = 0;
  const pause = (): Promise<void> => rest.pause(retryDelay(tries++, parts.random));

  async function hint(): Promise<'news' | 'nothing'> {
    const path = longPollPath(parts.database, pull.since(), WAIT_MS);
    const page = readChangesPage(await parts.line.ask({ path, limitMs: LIMIT_MS }), 1);
    connection.good('orders');
    return page.rows.length > 0 ? 'news' : 'nothing';
  }

  async function once(): Promise<void> {
    const before = pull.since();
    const asked = parts.now();
    const heard = await hint();
    if (heard === 'news') await pull.resync();
    parts.heard();
    // A hub that calls for nothing, or does not wait at all, must not be asked in a circle.
    const idle = heard === 'news' ? pull.since() === before : parts.now() - asked < TOO_SOON_MS;
    if (idle && !parts.isClosed()) await pause();
    else tries = 0;
  }

  await pull.first;
  while (!parts.isClosed()) {
    try {
      await once();
    } catch (thrown) {
      if (parts.isClosed()) return;
      const fault = asHubFault(thrown);
      connection.bad('orders', fault);
      if (fault.code === 'dropped') tries = 0;
      else await pause();
      await pull.resync();
    }
  }
}
