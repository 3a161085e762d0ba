import { once } from 'node:events';

import type { FastifyReply } from 'fastify';

import type { Database } from './database.ts';
import type { FeedPage, FeedQuery } from './feed.ts';
import { answerFeed, readFeed } from './feed.ts';
import { writeSequence } from './sequence.ts';
import type { Waiting } from './waiting.ts';

/** How long a feed waits: ended after `timeoutMs` without news, or kept alive by a newline every `heartbeatMs`. */
export type Patience = { readonly timeoutMs: number; readonly heartbeatMs?: number | undefined };

/** Rows of a continuous feed read at once. */
const PAGE = 500;

type News = 'news' | 'over';

/** Hears of writes; several between two looks count as one. `over`: time is up, or the other side or the server ended. */
function listen(database: Database, reply: FastifyReply, waiting: Waiting, patience: Patience) {
  let fresh = false;
  let over = false;
  let wake = () => {};
  const end = () => {
    over = true;
    wake();
  };
  const offTouched = database.onTouched(() => {
    fresh = true;
    wake();
  });
  const offWaiting = waiting.add(end);
  const socket = reply.raw;
  socket.once('close', end);
  database.ending.addEventListener('abort', end);
  const { heartbeatMs, timeoutMs } = patience;
  // Nothing may go out before the headers; until then the answer may still be another.
  const heartbeat = () => socket.headersSent && socket.write('\n');
  const beat = heartbeatMs === undefined ? undefined : setInterval(heartbeat, heartbeatMs);
  const timer = heartbeatMs === undefined ? setTimeout(end, timeoutMs) : undefined;
  return {
    async next(): Promise<News> {
      while (!fresh && !over) await new Promise<void>((resolve) => (wake = resolve));
      fresh = false;
      return over ? 'over' : 'news';
    },
    /** Something was sent: the time without news starts anew. */
    restart() {
      timer?.refresh();
    },
    close() {
      clearInterval(beat);
      clearTimeout(timer);
      offTouched();
      offWaiting();
      socket.off('close', end);
      database.ending.removeEventListener('abort', end);
    },
  };
}

/** Take the response out of Fastify's hands, with the headers it has so far. */
function begin(reply: FastifyReply): void {
  reply.hijack();
  const headers = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined);
  reply.raw.writeHead(200, { ...Object.fromEntries(headers), 'content-type': 'application/json' });
  reply.raw.flushHeaders();
}

/** Send the last of a response. When the server stops, the connection ends with it, or its idle hours would hold up the stop. */
function finish(reply: FastifyReply, text: string, waiting: Waiting): void {
  const { socket } = reply.raw;
  reply.raw.end(text, () => {
    if (waiting.ended) socket?.end();
  });
}

/** Answer at once when there is news, else wait for the first write that brings some. One answer a write batch. */
export async function longPoll(
  database: Database,
  query: FeedQuery,
  reply: FastifyReply,
  waiting: Waiting,
  patience: Patience,
): Promise<object> {
  const ears = listen(database, reply, waiting, patience);
  try {
    let page: FeedPage = await readFeed(database, query);
    if (page.rows.length > 0 || query.limit === 0) return await answerFeed(database, query, page);
    begin(reply);
    while (page.rows.length === 0 && (await ears.next()) === 'news') {
      page = await readFeed(database, { ...query, since: page.last });
    }
    finish(reply, `${JSON.stringify(await answerFeed(database, query, page))}\n`, waiting);
  } catch (fault) {
    if (!reply.raw.headersSent) throw fault;
    // The database went while it was waited on; the client asks again and hears it then.
    reply.raw.destroy();
  } finally {
    ears.close();
  }
  return reply;
}

/** Send every change as a line, as it comes, until `limit` of them are sent or nothing came for the time allowed. */
export async function continuous(
  database: Database,
  query: FeedQuery,
  reply: FastifyReply,
  waiting: Waiting,
  patience: Patience,
): Promise<object> {
  const ears = listen(database, reply, waiting, patience);
  let { since } = query;
  let left = query.limit ?? Number.POSITIVE_INFINITY;
  try {
    begin(reply);
    for (;;) {
      const page = await readFeed(database, { ...query, since, limit: Math.min(left, PAGE) });
      for (const row of page.rows) {
        if (!reply.raw.write(`${JSON.stringify(row)}\n`) && !reply.raw.destroyed) {
          await Promise.race([once(reply.raw, 'drain'), once(reply.raw, 'close')]);
        }
      }
      if (page.rows.length > 0) ears.restart();
      left -= page.rows.length;
      since = page.last;
      if (left <= 0 || reply.raw.destroyed) break;
      if (page.rows.length < PAGE && (await ears.next()) === 'over') break;
    }
    finish(reply, `${JSON.stringify({ last_seq: writeSequence(since, database.token), pending: 0 })}\n`, waiting);
  } catch {
    // Headers are gone out; a broken line is all that can tell the client to ask again.
    reply.raw.destroy();
  } finally {
    ears.close();
  }
  return reply;
}
