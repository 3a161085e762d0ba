import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openBrowserBridge } from './browser-bridge.ts';
import { IDENTITY_KEY } from './identity-cache.ts';

const IDENTITY = { shop: 'demo', register: { id: 'reg-a', name: 'Counter 1', code: 'R1' } };
const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A real HTTP server on loopback that answers as the test says. */
async function serve(answer: Answer) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${body}`.trim());
      answer(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  open.push(close);
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, close };
}

function storage(first: Record<string, string> = {}) {
  const kept = new Map(Object.entries(first));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

function bridgeOn(base: string, store = storage()) {
  const noop = () => () => {};
  return openBrowserBridge({
    fetch,
    base,
    storage: store,
    notify: async () => ({ shown: false, via: 'none', reason: 'denied' }),
    signals: { show: () => {}, openOrder: () => {}, onOpenOrder: noop, onWake: noop },
    appVersion: '0.1.0',
    userAgent: 'test',
  });
}

const json = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

test('pairing posts name and code, and remembers the identity', async () => {
  const store = storage();
  const { base, seen } = await serve((_request, response) =>
    json(response, 201, { identity: IDENTITY, password: 'x' }),
  );
  const result = await bridgeOn(base, store).pair({ name: 'Counter 1', code: '' });
  expect(result).toEqual({ ok: true, identity: IDENTITY });
  expect(seen).toEqual(['POST /api/registers {"name":"Counter 1","code":""}']);
  expect(JSON.parse(store.kept.get(IDENTITY_KEY) ?? '')).toEqual(IDENTITY);
  expect(JSON.stringify([...store.kept])).not.toContain('password');
});

test('each way pairing is refused becomes its code', async () => {
  const answers: [number, unknown, string][] = [
    [403, { code: 'code-wrong' }, 'code-wrong'],
    [401, {}, 'code-wrong'],
    [429, {}, 'too-many-tries'],
    [400, { code: 'bad-body' }, 'name-missing'],
    [503, { code: 'hub-unreachable' }, 'server-unreachable'],
    [200, { identity: { shop: 'not whole' } }, 'server-unreachable'],
    [200, 'no object', 'server-unreachable'],
  ];
  for (const [status, body, fault] of answers) {
    const { base } = await serve((_request, response) => json(response, status, body));
    expect(await bridgeOn(base).pair({ name: 'a', code: '' })).toEqual({ ok: false, fault });
  }
});

test('with no server there, pairing says so', async () => {
  const { base, close } = await serve(() => {});
  await close();
  expect(await bridgeOn(base).pair({ name: 'a', code: '' })).toEqual({ ok: false, fault: 'server-unreachable' });
});

test('a page that was never paired has no identity', async () => {
  const { base } = await serve((_request, response) => response.writeHead(204).end());
  expect(await bridgeOn(base).identity()).toBeNull();
  const refusing = await serve((_request, response) => json(response, 401, {}));
  expect(await bridgeOn(refusing.base).identity()).toBeNull();
});

test('an identity the server knows is fetched and remembered', async () => {
  const store = storage();
  const { base, seen } = await serve((_request, response) => json(response, 200, IDENTITY));
  expect(await bridgeOn(base, store).identity()).toEqual(IDENTITY);
  expect(seen).toEqual(['GET /api/registers/me']);
  expect(store.kept.has(IDENTITY_KEY)).toBe(true);
});

test('a paired register knows itself with the server away', async () => {
  const { base, close } = await serve(() => {});
  await close();
  const store = storage({ [IDENTITY_KEY]: JSON.stringify(IDENTITY) });
  expect(await bridgeOn(base, store).identity()).toEqual(IDENTITY);
});

test('a memory that was tampered with counts as none', async () => {
  const { base } = await serve((_request, response) => response.writeHead(204).end());
  for (const kept of ['{', '{"shop":"demo"}', '{"shop":"../x","register":{"id":"a","name":"b","code":"c"}}'])
    expect(await bridgeOn(base, storage({ [IDENTITY_KEY]: kept })).identity()).toBeNull();
});

test('a browser that refuses to store still pairs', async () => {
  const { base } = await serve((_request, response) => json(response, 201, { identity: IDENTITY }));
  const refusing = {
    ...storage(),
    setItem: () => {
      throw new Error('quota');
    },
  };
  expect((await bridgeOn(base, refusing).pair({ name: 'a', code: '' })).ok).toBe(true);
});

test('the hub is on the page’s own server', async () => {
  expect(await bridgeOn('').hubAccess()).toEqual({ url: '/db' });
});
