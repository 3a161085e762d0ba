import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../flows/clock.ts';
import { connectHub } from '../hub/connect-hub.ts';
import type { Hub, ShopDatabases } from '../hub/hub.ts';
import { readOrMakeSecret } from '../settings/secret-file.ts';
import type { Settings } from '../settings/settings.ts';
import { type RunningServer, startServer } from '../start/start-server.ts';

export const TEST_KEY = 'test-key';

/** A whole sync-server on a free port, over a data folder of its own. */
export type TestServer = RunningServer & {
  readonly folder: string;
  readonly hub: Hub;
  readonly databases: ShopDatabases;
  /** What was printed for people. */
  readonly lines: readonly string[];
  /** What was logged, one JSON object a line. */
  readonly logged: readonly string[];
  /** Post an order to intake; the answer's status and body. */
  post(
    body: unknown,
    key: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }>;
};

export const tempFolder = () => mkdtemp(join(tmpdir(), 'shopbell-test-'));

/** Start one. */
export async function openTestServer(more: Partial<Settings> = {}, pages = '/nowhere'): Promise<TestServer> {
  const folder = more.dataFolder ?? (await tempFolder());
  const lines: string[] = [];
  const logged: string[] = [];
  const server = await startServer(
    {
      dataFolder: folder,
      port: 0,
      host: '127.0.0.1',
      shop: 'demo',
      demo: false,
      couchdbUrl: null,
      smtpUrl: null,
      apiKey: TEST_KEY,
      mailFrom: null,
      log: 'info',
      ...more,
    },
    {
      version: '0.0.0-test',
      pages,
      clock: systemClock,
      log: { level: 'info', stream: { write: (line) => void logged.push(line) } },
      print: (line) => void lines.push(line),
    },
  );
  const hub = await connectTo(server.address, folder);
  return {
    ...server,
    folder,
    hub,
    databases: await hub.provision(more.shop ?? 'demo'),
    lines,
    logged,
    post: (body, key, headers) => postOrder(server.address, body, key, headers),
  };
}

/** The hub of a server with an embedded one, as its admin. */
export async function connectTo(address: string, folder: string): Promise<Hub> {
  const { text } = await readOrMakeSecret(join(folder, 'hub-admin.json'), () => {
    throw new Error('the server made no hub admin');
  });
  const admin = JSON.parse(text) as { user: string; password: string };
  return connectHub({ kind: 'embedded', url: `${address}/db`, ...admin });
}

/** Post an order to intake. A string or bytes are sent as they are. */
export async function postOrder(address: string, body: unknown, key: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${address}/api/orders`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${TEST_KEY}`,
      'content-type': 'application/json',
      ...(key ? { 'idempotency-key': key } : {}),
      ...headers,
    },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, headers: answer.headers };
}
