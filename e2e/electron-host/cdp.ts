import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from './cdp-protocol.ts';

type Commands = Protocol.CommandParameters;
type Answers = Protocol.CommandReturnValues;
type Post = (sessionId: string | undefined, method: string, params: object) => Promise<unknown>;

/** One attached target of the browser, or the browser itself. */
export class CdpSession {
  private readonly events = new EventEmitter().setMaxListeners(0);
  private readonly post: Post;
  private readonly id: string | undefined;

  constructor(post: Post, id: string | undefined) {
    this.post = post;
    this.id = id;
  }

  /** Rejects with Chromium's own message, or `browser closed`. */
  send<M extends keyof Commands & keyof Answers>(method: M, params?: Commands[M]): Promise<Answers[M]> {
    // The protocol's types promise this answer; Chromium is the one that keeps it.
    return this.post(this.id, method, params ?? {}) as Promise<Answers[M]>;
  }

  on<E extends keyof Protocol.Events>(event: E, listener: (payload: Protocol.Events[E]) => void): void {
    this.events.on(event, listener);
  }

  emit(event: string, payload: unknown): void {
    this.events.emit(event, payload);
  }
}

type Message = {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method: string;
  readonly params: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};
type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (reason: Error) => void; method: string };

export type CdpConnection = {
  readonly root: CdpSession;
  readonly session: (id: string) => CdpSession;
  readonly isClosed: () => boolean;
};

/** Speaks the DevTools protocol over Chromium's `--remote-debugging-pipe` (NUL-terminated JSON both ways). */
export function openCdp(toBrowser: Writable, fromBrowser: Readable, onClosed: () => void): CdpConnection {
  const waiting = new Map<number, Waiting>();
  const sessions = new Map<string, CdpSession>();
  let sequence = 0;
  let closed = false;
  let rest: Buffer = Buffer.alloc(0);

  const post: Post = (sessionId, method, params) => {
    if (closed) return Promise.reject(new Error('browser closed'));
    const id = ++sequence;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, method });
      toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  };
  const root = new CdpSession(post, undefined);
  const session = (id: string) => {
    const known = sessions.get(id) ?? new CdpSession(post, id);
    sessions.set(id, known);
    return known;
  };
  const take = (message: Message) => {
    if (message.id === undefined) {
      (message.sessionId ? session(message.sessionId) : root).emit(message.method, message.params);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) asked?.reject(new Error(`${asked.method}: ${message.error.message}`));
    else asked?.resolve(message.result);
  };
  const end = () => {
    if (closed) return;
    closed = true;
    for (const asked of waiting.values()) asked.reject(new Error('browser closed'));
    waiting.clear();
    onClosed();
  };
  fromBrowser.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let at = rest.indexOf(0); at >= 0; at = rest.indexOf(0)) {
      const message: Message = JSON.parse(rest.subarray(0, at).toString());
      rest = rest.subarray(at + 1);
      take(message);
    }
  });
  fromBrowser.on('close', end);
  fromBrowser.on('error', end);
  toBrowser.on('error', end);
  return { root, session, isClosed: () => closed };
}
