import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Change } from '../../../domain/change.ts';
import type { Order } from '../../../domain/order.ts';
import { settle } from '../../../domain/settle.ts';
import type { VerdictDocument } from '../../../domain/verdict.ts';

export type RequestKind = 'pull' | 'longpoll' | 'facts' | 'push' | 'marks' | 'known';
/** Waits of both sides pass this many times faster in tests than in life, so that time-outs can be seen. */
export const HURRY = 50;
/** Answers a request in place of the hub, or (returning true) lets the hub answer after all. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => boolean | void;
const POSTS: Readonly<Record<string, RequestKind>> = { _revs_diff: 'marks', _all_docs: 'known' };
type Doc = Record<string, unknown> & { _id: string };
type Row = { seq: number; doc: Doc };

/**
 * A hub over real HTTP that keeps documents in memory and fails on command. It speaks the few CouchDB requests a register
 * makes; sequences are opaque text, as a cluster's are.
 */
export async function openScriptedHub({ shop = 'demo', hurry = HURRY } = {}) {
  const databases = { orders: new Map<string, Row>(), changes: new Map<string, Row>(), shop: new Map<string, Row>() };
  const faults: { kind: RequestKind; fault: Fault; times: number }[] = [];
  const requests: RequestKind[] = [];
  const bulks: string[][] = [];
  const polls = new Set<() => void>();
  const sockets = new Set<Socket>();
  /** Every write this hub remembers. */
  let shown = new Set<string>();
  /** Marks the revisions made since the hub was last set back, as their contents do on a real one. */
  let lineage = 'x';
  let seq = 0;
  let port = 0;
  let server: Server | null = null;
  let afterPull: (() => void) | null = null;

  function put(name: keyof typeof databases, doc: Record<string, unknown>): void {
    seq += 1;
    const id = String(doc['_id'] ?? doc['id']);
    shown.add(`${id} ${seq}-${lineage}`);
    databases[name].set(id, { seq, doc: { ...doc, _id: id, _rev: `${seq}-${lineage}` } });
    if (name === 'orders') for (const wake of polls) wake();
  }

  function rowsAfter(name: keyof typeof databases, since: number): Row[] {
    return [...databases[name].values()].filter((row) => row.seq > since).sort((a, b) => a.seq - b.seq);
  }

  function changes(name: 'orders' | 'shop', url: URL, response: ServerResponse): void {
    const since = Number((url.searchParams.get('since') ?? '0').split('-')[0]);
    const limit = Number(url.searchParams.get('limit') ?? '1000');
    const withDocs = url.searchParams.get('include_docs') === 'true';
    const answer = (): void => {
      const all = rowsAfter(name, since);
      const rows = all.slice(0, limit);
      const results = rows.map((row) => ({
        seq: `${row.seq}-opaque`,
        id: row.doc._id,
        changes: [],
        ...(row.doc['_deleted'] ? { deleted: true } : {}),
        ...(withDocs ? { doc: row.doc } : {}),
      }));
      const last = rows.at(-1)?.seq ?? since;
      json(response, 200, { results, last_seq: `${last}-opaque`, pending: all.length - rows.length });
      if (withDocs && name === 'orders') {
        const then = afterPull;
        afterPull = null;
        then?.();
      }
    };
    if (url.searchParams.get('feed') !== 'longpoll' || rowsAfter(name, since).length > 0) return answer();
    const end = (): void => {
      clearTimeout(timer);
      polls.delete(end);
      if (!response.destroyed) answer();
    };
    const timer = setTimeout(end, Number(url.searchParams.get('timeout')) / hurry);
    polls.add(end);
    response.on('close', () => {
      clearTimeout(timer);
      polls.delete(end);
    });
  }

  /** Answers a question that is a POST and changes nothing. */
  async function tell(kind: 'marks' | 'known', request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const asked = JSON.parse(Buffer.concat(chunks).toString()) as { keys: string[] } & Record<string, string[]>;
    if (kind === 'known') {
      const rows = asked.keys.map((key) =>
        databases.changes.has(key) ? { id: key, key, value: { rev: '1-x' } } : { key, error: 'not_found' },
      );
      return json(response, 200, { rows });
    }
    const lost = Object.entries(asked).filter(([id, revs]) => !revs.every((rev) => shown.has(`${id} ${rev}`)));
    json(response, 200, Object.fromEntries(lost.map(([id, missing]) => [id, { missing }])));
  }

  async function bulk(request: IncomingMessage, response: ServerResponse, lost: boolean): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { docs } = JSON.parse(Buffer.concat(chunks).toString()) as { docs: Doc[] };
    bulks.push(docs.map((doc) => doc._id));
    const answers = docs.map((doc) => {
      if (databases.changes.has(doc._id))
        return { id: doc._id, error: 'conflict', reason: 'Document update conflict.' };
      if (JSON.stringify(doc).includes('FORBID'))
        return { id: doc._id, error: 'forbidden', reason: 'The law says no.' };
      put('changes', doc);
      return { id: doc._id, ok: true, rev: '1-x' };
    });
    if (lost) response.destroy();
    else json(response, 201, answers);
  }

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://hub');
    const name = url.pathname.split('/')[1]?.replace(`shopbell-${shop}-`, '') ?? '';
    const kind: RequestKind =
      request.method === 'POST'
        ? (POSTS[url.pathname.split('/')[2] ?? ''] ?? 'push')
        : name === 'shop'
          ? 'facts'
          : url.searchParams.has('feed')
            ? 'longpoll'
            : 'pull';
    requests.push(kind);
    const scripted = faults.find((each) => each.kind === kind && each.times > 0);
    if (scripted) {
      scripted.times -= 1;
      if (scripted.fault === loseAnswer) return void bulk(request, response, true);
      if (!scripted.fault(request, response)) return;
    }
    if (kind === 'push') void bulk(request, response, false);
    else if (kind === 'marks' || kind === 'known') void tell(kind, request, response);
    else changes(name as 'orders' | 'shop', url, response);
  }

  async function start(): Promise<void> {
    server = createServer(handle);
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  }

  async function stop(): Promise<void> {
    const stopping = server;
    server = null;
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => (stopping ? stopping.close(() => resolve()) : resolve()));
  }

  await start();
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    /** The ids of each `_bulk_docs` that reached the hub. */
    bulks,
    /** How many long-polls wait now. */
    waiting: () => polls.size,
    put,
    putOrder: (order: Order) => put('orders', order),
    order: (id: string) => databases.orders.get(id)?.doc as unknown as Order | undefined,
    changes: () => rowsAfter('changes', 0).map((row) => row.doc as unknown as Change),
    /** Play this fault on the next `times` requests of the kind. */
    play: (kind: RequestKind, fault: Fault, times = 1) => faults.push({ kind, fault, times }),
    heal: () => faults.splice(0),
    /** Do this right after the next answer to a pull has gone out. */
    afterNextPull: (run: () => void) => {
      afterPull = run;
    },
    /** What the apply flow does: settle each change once and write the verdict where it belongs. */
    settle() {
      for (const { doc } of rowsAfter('changes', 0)) {
        const { _id, _rev, ...change } = doc as unknown as Change & { _id: string; _rev: string };
        const before = (databases.orders.get(change.orderId)?.doc as unknown as Order | undefined) ?? null;
        const settled = settle(before, change as Change, '2026-03-01T03:00:00.000Z');
        if (settled.known) continue;
        if (settled.order) put('orders', settled.order);
        else {
          const id = `v-${change.id.replace('c-', '')}`;
          if (!databases.orders.has(id)) put('orders', verdictOf(id, change as Change, settled.verdict));
        }
      }
    },
    /** Take a backup; the function that comes back sets the hub back to it. */
    backup() {
      const kept = { seq, shown: new Set(shown), ...structuredClone(databases) };
      return () => {
        seq = kept.seq;
        shown = new Set(kept.shown);
        lineage = `${lineage}y`;
        for (const name of ['orders', 'changes', 'shop'] as const) databases[name] = new Map(kept[name]);
      };
    },
    stop,
    start,
    close: stop,
  };
}

export type ScriptedHub = Awaited<ReturnType<typeof openScriptedHub>>;

function verdictOf(id: string, change: Change, verdict: Pick<VerdictDocument, 'outcome' | 'code'>): VerdictDocument {
  const { id: changeId, orderId, register } = change;
  const settledAt = '2026-03-01T03:00:00.000Z';
  return { type: 'verdict', id, changeId, orderId, register: register.id, settledAt, reason: '', ...verdict };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** The request is carried out, its answer never arrives. For pushes. */
export const loseAnswer: Fault = () => undefined;

export const answerJson =
  (status: number, body: unknown): Fault =>
  (_request, response) =>
    json(response, status, body);

export const answerHtml =
  (status: number): Fault =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end('<html><body>Welcome to the Wi-Fi of the mall</body></html>');
  };

export const answerEmpty =
  (status: number): Fault =>
  (_request, response) => {
    response.writeHead(status);
    response.end();
  };

export const cutMidBody: Fault = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"results":[{"seq":"1","id":"o-');
  setImmediate(() => response.destroy());
};

export const answerHuge: Fault = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(`{"junk":"${'x'.repeat(10 * 1024 * 1024)}"}`);
};

/** Takes the request and stays silent. */
export const neverAnswer: Fault = () => undefined;

export const refuseConnection: Fault = (request) => {
  request.socket.destroy();
};
