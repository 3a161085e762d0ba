import nano from 'nano';

import { ShopbellError } from '../../domain/errors.ts';

/** Milliseconds a request may take, beyond the time it was asked to wait for news. */
export const REQUEST_TIMEOUT_MS = 15_000;

export type HubConnection = {
  /** Base address, with a path where there is one (`http://127.0.0.1:8484/db`), without name and password. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Milliseconds a request may take; 15 s when absent. */
  readonly timeoutMs?: number;
};

export type HubQuestion = {
  readonly db?: string;
  /** Path under the database (or the server), already encoded. */
  readonly path?: string;
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly query?: Record<string, string | number | boolean>;
  readonly body?: unknown;
  /** Statuses at or above 400 that the caller understands; they come back as values. */
  readonly expect?: readonly number[];
  /** Milliseconds the hub was asked to wait for news; the time-out starts after them. */
  readonly waitMs?: number;
  readonly signal?: AbortSignal | undefined;
};

export type HubAnswer = { readonly status: number; readonly body: unknown };

/**
 * Ask the hub one thing. Rejects with ShopbellError `hub-unreachable` (no connection, no answer in time, ended by
 * `signal`), `hub-refused` (401 and 403 that were not expected) or `hub-trouble` (any other answer not expected).
 */
export type HubRequest = (question: HubQuestion) => Promise<HubAnswer>;

const unreachable = (why: string) =>
  new ShopbellError('hub-unreachable', `The hub does not answer (${why}). It is tried again by itself.`);

const trouble = (why: string) =>
  new ShopbellError('hub-trouble', `The hub gave an answer that was not expected (${why}). Look at the hub's own log.`);

/** What nano puts on its rejections; its `request` and `headers` stay behind, for they hold documents. */
type NanoFault = { readonly statusCode?: unknown; readonly error?: unknown; readonly reason?: unknown };

function answerOf(fault: NanoFault, question: HubQuestion): HubAnswer {
  const status = typeof fault.statusCode === 'number' ? fault.statusCode : undefined;
  if (status === undefined) throw unreachable('no connection');
  if (question.expect?.includes(status)) return { status, body: { error: fault.error, reason: fault.reason } };
  const what = `${question.method ?? 'GET'} ${question.db ?? ''}: ${status} ${JSON.stringify(fault.error)}`;
  if (status === 401 || status === 403) {
    throw new ShopbellError('hub-refused', `The hub refused the name or password (${what}). Check the hub's settings.`);
  }
  throw trouble(what);
}

/**
 * Requests to the hub through nano. nano 11 speaks by Node's own `fetch`, whose agent keeps connections alive and opens as
 * many as are needed, so that waiting feeds never hold up a write.
 */
export function createHubRequest(connection: HubConnection): HubRequest {
  const credentials = Buffer.from(`${connection.user}:${connection.password}`).toString('base64');
  // parseUrl is not in nano's types: without it nano would take the path's last step for a database.
  const config: nano.Configuration & { parseUrl: boolean } = {
    url: connection.url.replace(/\/+$/, ''),
    parseUrl: false,
    headers: { Authorization: `Basic ${credentials}` },
  };
  const server = nano(config);
  const timeoutMs = connection.timeoutMs ?? REQUEST_TIMEOUT_MS;

  return async function request(question) {
    const { signal } = question;
    if (signal?.aborted) throw unreachable('stopped');
    const abort = new AbortController();
    // Ends the request by itself as well: nano never settles when a body that is not JSON breaks off.
    let giveUp: (reason: ShopbellError) => void = () => {};
    const gaveUp = new Promise<never>((_, reject) => (giveUp = reject));
    const end = (why: string) => {
      giveUp(unreachable(why));
      abort.abort();
    };
    const stop = () => end('stopped');
    const timer = setTimeout(() => end('no answer in time'), timeoutMs + (question.waitMs ?? 0));
    signal?.addEventListener('abort', stop, { once: true });
    const options: nano.RequestOptions & { signal: AbortSignal } = {
      ...(question.db === undefined ? {} : { db: question.db }),
      path: question.path ?? '',
      method: question.method ?? 'GET',
      ...(question.query ? { qs: { ...question.query } } : {}),
      ...(question.body === undefined ? {} : { body: question.body }),
      signal: abort.signal,
    };
    const asked = server.request(options).then(
      (body: unknown): HubAnswer => {
        // nano turns a body that broke off into an empty string.
        if (typeof body !== 'object' || body === null) throw trouble('not JSON');
        return { status: 200, body };
      },
      (fault: NanoFault) => answerOf(fault, question),
    );
    try {
      return await Promise.race([asked, gaveUp]);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      asked.catch(() => {});
    }
  };
}
