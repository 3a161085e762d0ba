import { createServer, type AddressInfo } from 'node:net';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ShopProfile } from '../../domain/shop.ts';
import { openCable } from '../testing/cable.ts';
import { shipped } from '../testing/changes.ts';
import { openTestHub } from '../testing/open-hub.ts';
import { openTestServer, postOrder, tempFolder, type TestServer } from '../testing/open-server.ts';
import { sampleOrder } from '../testing/sample-order.ts';
import { until } from '../testing/until.ts';
import { systemClock } from '../flows/clock.ts';
import { startServer } from './start-server.ts';

const open: { close(): Promise<void> }[] = [];
const opened = async <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
  const each = await opening;
  open.push(each);
  return each;
};
afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
});
const healthOf = async (address: string) => {
  const answer = await fetch(`${address}/health`);
  return { status: answer.status, body: (await answer.json()) as Record<string, any> }; // oxlint-disable-line no-explicit-any -- a test looks into whatever came
};

describe('a start', () => {
  test('tells the address first, then what a person needs', async () => {
    const server = await opened(openTestServer({ apiKey: null }));
    expect(server.lines[0]).toBe(`listening on ${server.address}`);
    expect(server.lines.filter((line) => line.startsWith('listening on'))).toHaveLength(1);
    for (const word of ['Register', 'Store', 'Outbox', 'API docs', 'API key'])
      expect(server.lines.join('\n')).toContain(word);
  });

  test('keeps its key from start to start and prints it only when it was made; secrets are for this user only', async () => {
    const dataFolder = await tempFolder();
    const first = await openTestServer({ dataFolder, apiKey: null });
    const key = await readFile(join(dataFolder, 'api-key'), 'utf8');
    expect(first.lines.join('\n')).toContain(key.trim());
    await first.close();
    const second = await opened(openTestServer({ dataFolder, apiKey: null }));
    expect(await readFile(join(dataFolder, 'api-key'), 'utf8')).toBe(key);
    expect(second.lines.join('\n')).not.toContain(key.trim());
    for (const file of ['api-key', 'hub-admin.json']) expect((await stat(join(dataFolder, file))).mode & 0o077).toBe(0);
  });

  test('is well: 200 with versions, flows and queues', async () => {
    const server = await opened(openTestServer());
    const { status, body } = await healthOf(server.address);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'ok',
      reasons: [],
      shopbell: '0.0.0-test',
      node: process.versions.node,
      hub: { kind: 'embedded', state: 'ready', version: expect.any(String) },
      queues: { changes: 0, messages: 0 },
    });
    expect(body['flows'].map((flow: { name: string }) => flow.name)).toEqual([
      'apply-changes',
      'queue-messages',
      'deliver-messages',
    ]);
  });

  test('fills the demo shop, and leaves what the shop has changed', async () => {
    const dataFolder = await tempFolder();
    const first = await openTestServer({ dataFolder, demo: true });
    const profile = await first.databases.shop.get<ShopProfile>('profile');
    expect((await first.databases.shop.list('product:')).length).toBeGreaterThan(0);
    if (profile) await first.databases.shop.put({ ...profile, name: 'Renamed' }, profile._rev);
    await first.close();
    const second = await opened(openTestServer({ dataFolder, demo: true }));
    expect((await second.databases.shop.get<ShopProfile>('profile'))?.name).toBe('Renamed');
  });

  test('without the demo shop there is a plain profile and no product', async () => {
    const server = await opened(openTestServer());
    expect(await server.databases.shop.get<ShopProfile>('profile')).toMatchObject({ name: 'My Shop' });
    expect(await server.databases.shop.list('product:')).toEqual([]);
  });
});

describe('a start that cannot be', () => {
  test('a second copy on the folder says so, with the address of the first, and harms nothing', async () => {
    const first = await opened(openTestServer());
    await expect(openTestServer({ dataFolder: first.folder })).rejects.toMatchObject({
      code: 'already-running',
      message: expect.stringContaining(first.address),
    });
    expect((await first.post(sampleOrder(), 'still well')).status).toBe(201);
  });

  test('a second copy that cannot see the first is stopped by the hub itself', async () => {
    const first = await opened(openTestServer());
    await writeFile(join(first.folder, 'running.json'), '{ "cut": ');
    await expect(openTestServer({ dataFolder: first.folder })).rejects.toMatchObject({ code: 'already-running' });
    expect((await first.post(sampleOrder(), 'still well')).status).toBe(201);
  });

  test('what a killed server left behind does not stop the next', async () => {
    const dataFolder = await tempFolder();
    const left = { address: 'http://127.0.0.1:9', pid: process.pid, instance: 'gone' };
    await writeFile(join(dataFolder, 'running.json'), JSON.stringify(left));
    expect((await healthOf((await opened(openTestServer({ dataFolder }))).address)).status).toBe(200);
  });

  test('a port in use is named, and the folder is free again', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const dataFolder = await tempFolder();
    await expect(openTestServer({ dataFolder, port })).rejects.toMatchObject({
      code: 'port-in-use',
      message: expect.stringContaining(String(port)),
    });
    await new Promise((resolve) => other.close(resolve));
    await opened(openTestServer({ dataFolder, port }));
  });

  test('a data folder that cannot be one is named', async () => {
    const file = join(await tempFolder(), 'file');
    await writeFile(file, '');
    await expect(openTestServer({ dataFolder: join(file, 'data') })).rejects.toMatchObject({ code: 'data-folder' });
  });
});

describe('over a CouchDB-protocol hub elsewhere', () => {
  const startOver = async (url: string, dataFolder: string) => {
    const lines: string[] = [];
    const server = await startServer(
      {
        dataFolder,
        port: 0,
        host: '127.0.0.1',
        shop: 'demo',
        demo: false,
        couchdbUrl: url,
        smtpUrl: null,
        apiKey: 'test-key',
        mailFrom: null,
        log: 'info',
      },
      { version: 'x', pages: '/nowhere', clock: systemClock, log: null, print: (line) => void lines.push(line) },
    );
    return { ...server, lines };
  };

  test('a hub that is away is waited for: 503 with reasons and Retry-After, then everything comes by itself', async () => {
    const hub = await opened(openTestHub());
    const cable = await opened(openCable(Number(new URL(hub.url).port)));
    await cable.cut();
    const server = await opened(
      startOver(`http://admin:${hub.password}@127.0.0.1:${cable.port}/db`, await tempFolder()),
    );
    expect(server.lines.join('\n')).toContain('cannot be reached yet');
    const away = await healthOf(server.address);
    expect(away.status).toBe(503);
    expect(away.body['reasons'].length).toBeGreaterThan(0);
    const refused = await postOrder(server.address, sampleOrder(), 'early');
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const db = await fetch(`${server.address}/db/shopbell-demo-orders`);
    expect(db.status).toBe(503);
    expect(await db.json()).toMatchObject({ error: 'hub_unreachable' });
    await cable.mend();
    await until('health', async () => (await healthOf(server.address)).status === 200);
    expect((await postOrder(server.address, sampleOrder(), 'early')).status).toBe(201);
  });

  test('registers reach their databases through /db and nothing else', async () => {
    const hub = await opened(openTestHub());
    const server = await opened(
      startOver(`http://admin:${hub.password}@${new URL(hub.url).host}/db`, await tempFolder()),
    );
    const paired = await fetch(`${server.address}/api/registers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Counter 1', code: '' }),
    });
    const { identity, password } = (await paired.json()) as {
      identity: { register: { id: string } };
      password: string;
    };
    const basic = `Basic ${Buffer.from(`${identity.register.id}:${password}`).toString('base64')}`;
    const ask = async (
      path: string,
      init: { method?: string; body?: string; headers?: Record<string, string> } = {},
    ) => {
      const answer = await fetch(`${server.address}/db${path}`, {
        ...init,
        headers: { authorization: basic, 'content-type': 'application/json', ...init.headers },
      });
      return { status: answer.status, headers: answer.headers, text: await answer.text() };
    };
    expect((await ask('/shopbell-demo-orders/_changes?limit=1')).status).toBe(200);
    const change = { ...shipped('o-1'), register: { id: identity.register.id, name: 'Counter 1' } };
    const pushed = await ask('/shopbell-demo-changes/_bulk_docs', {
      method: 'POST',
      body: JSON.stringify({ docs: [{ ...change, _id: change.id }] }),
    });
    expect(pushed.status).toBe(201);
    expect(JSON.parse(pushed.text)).toMatchObject([{ ok: true }]);
    const started = Date.now();
    const poll = await ask('/shopbell-demo-shop/_changes?feed=longpoll&timeout=700&since=now');
    expect(poll.status).toBe(200);
    expect(Date.now() - started).toBeGreaterThan(500);
    for (const path of [
      '/_users',
      '/_all_dbs',
      '/_node/_local/_config',
      '/_replicate',
      '/_replicator',
      '/shopbell-demo-orders/..%2f_users',
      '/%5fusers',
      '/_utils/',
    ])
      expect([path, (await ask(path)).status]).toEqual([path, 404]);
    expect((await ask('/_session', { method: 'POST', body: '{"name":"admin","password":"x"}' })).status).toBe(405);
    const forged = await fetch(`${server.address}/db/shopbell-demo-orders`, {
      headers: { 'x-auth-couchdb-username': 'admin', 'x-auth-couchdb-roles': '_admin' },
    });
    expect(forged.status).toBe(401);
    expect(forged.headers.has('www-authenticate')).toBe(false);
    const cors = await fetch(`${server.address}/db/shopbell-demo-orders`, {
      method: 'OPTIONS',
      headers: { origin: 'app://register' },
    });
    expect([cors.status, cors.headers.get('access-control-allow-origin')]).toEqual([204, 'app://register']);
    const foreign = await ask('/shopbell-demo-orders', { headers: { origin: 'https://evil.example.test' } });
    expect(foreign.headers.has('access-control-allow-origin')).toBe(false);
  });
});

describe('a stop', () => {
  test('finishes what was begun: every order answered 2xx is there at the next start', async () => {
    const dataFolder = await tempFolder();
    const server: TestServer = await openTestServer({ dataFolder });
    const posts = Array.from({ length: 40 }, (_each, index) =>
      server.post(sampleOrder(), `order ${index}`).catch(() => ({ status: 0, body: {} as Record<string, unknown> })),
    );
    await until('a first order', async () => (await server.databases.orders.list('o-')).length > 0);
    await server.close();
    const taken = (await Promise.all(posts)).filter((answer) => answer.status === 201);
    expect(await readdir(dataFolder)).not.toContain('running.json');
    const next = await opened(openTestServer({ dataFolder }));
    const ids = (await next.databases.orders.list('o-')).map((order) => order._id);
    for (const { body } of taken) expect(ids).toContain(body['id']);
  });
});

describe('pages', () => {
  test('not built, they say how; built, they come with a policy, a nonce and a file list', async () => {
    const bare = await opened(openTestServer());
    const notBuilt = await fetch(`${bare.address}/register/`);
    expect(await notBuilt.text()).toContain('npm run build');
    const pages = await tempFolder();
    await mkdir(join(pages, 'renderer', 'assets'), { recursive: true });
    await writeFile(join(pages, 'renderer', 'index.html'), '<meta property="csp-nonce" nonce="__CSP_NONCE__">');
    await writeFile(join(pages, 'renderer', 'sw.js'), '// worker');
    await writeFile(join(pages, 'renderer', 'assets', 'a-1.js'), 'export {}');
    const server = await opened(openTestServer({}, pages));
    const get = (path: string) => fetch(`${server.address}${path}`, { redirect: 'manual' });
    expect((await get('/register')).headers.get('location')).toBe('/register/');
    const [first, second] = [await get('/register/'), await get('/register/')];
    const nonce = /nonce="([^"]+)"/.exec(await first.text())?.[1] ?? '';
    expect(nonce).toMatch(/^[A-Za-z0-9+/=]{20,}$/);
    expect(first.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(second.headers.get('content-security-policy')).not.toContain(nonce);
    expect(await (await get('/register/precache.json')).json()).toMatchObject({ files: ['./', 'assets/a-1.js'] });
    const worker = await get('/register/sw.js');
    expect(worker.headers.get('content-type')).toContain('javascript');
    expect(worker.headers.get('content-security-policy')).toContain("connect-src 'self'");
    expect((await get('/register/assets/a-1.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/register/assets/none.js')).status).toBe(404);
    expect((await get('/register/..%2f..%2fetc%2fpasswd')).status).toBeGreaterThanOrEqual(400);
    expect((await get('/')).headers.get('x-content-type-options')).toBe('nosniff');
    expect((await get('/api/docs/')).status).toBe(200);
    const docs = (await (await get('/api/docs/json')).json()) as { paths: object };
    expect(Object.keys(docs.paths)).toEqual(
      expect.arrayContaining(['/api/orders', '/api/registers', '/api/registers/me']),
    );
  });
});
