import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import type { Identity } from '../contract/identity.ts';
import { pair } from './pairing.ts';
import { recordingLog } from './testing/recording-log.ts';

const identity: Identity = { shop: 'demo', register: { id: 'reg-1', name: 'Counter', code: 'R1' } };
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

type Answer = { readonly status: number; readonly body: string; readonly headers?: Record<string, string> };

async function syncServer(answer: Answer) {
  const asked: { body: unknown; origin: string | undefined }[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    asked.push({ body: JSON.parse(body), origin: request.headers.origin });
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  const address = server.address();
  return { asked, url: typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '' };
}

function device(server: string, canKeep = true) {
  const saved: unknown[] = [];
  const log = recordingLog();
  const pairing = {
    server,
    fetch,
    log,
    secrets: {
      canKeep: async () => canKeep,
      save: async (secret: string) => void saved.push(secret),
      read: async () => null,
    },
    saveIdentity: (saves: Identity) => void saved.push(saves),
    onPaired: () => void saved.push('told'),
  };
  return { saved, log, pairing };
}

const success = { status: 201, body: JSON.stringify({ identity, password: 'correct horse' }) };

it('keeps the password first, then the identity, and then tells', async () => {
  const server = await syncServer(success);
  const { saved, pairing } = device(server.url);
  expect(await pair({ name: ' Counter ', code: ' 1234 ' }, pairing)).toEqual({ ok: true, identity });
  expect(saved).toEqual(['correct horse', identity, 'told']);
  expect(server.asked).toEqual([{ body: { name: 'Counter', code: '1234' }, origin: undefined }]);
});

it.each([
  [{ status: 403, body: '{"code":"code-wrong"}' }, 'code-wrong'],
  [{ status: 401, body: '' }, 'code-wrong'],
  [{ status: 422, body: '{"code":"name-missing"}' }, 'name-missing'],
  [{ status: 429, body: 'slow down' }, 'too-many-tries'],
  [{ status: 500, body: '{}' }, 'server-unreachable'],
  [{ status: 200, body: '<h1>a router</h1>' }, 'server-unreachable'],
  [{ status: 200, body: '{"identity":{"shop":"demo"},"password":"x"}' }, 'server-unreachable'],
  [
    {
      status: 200,
      body: JSON.stringify({
        identity: { shop: 'demo', register: { id: 'a:b', name: 'x', code: 'R1' } },
        password: 'x',
      }),
    },
    'server-unreachable',
  ],
  [{ status: 307, body: '', headers: { location: 'http://evil.test/' } }, 'server-unreachable'],
] as const)('answers %j with the fault %s and keeps nothing', async (answer, fault) => {
  const server = await syncServer(answer);
  const { saved, pairing } = device(server.url);
  expect(await pair({ name: 'Counter', code: '1' }, pairing)).toEqual({ ok: false, fault });
  expect(saved).toEqual([]);
});

it('says that nobody answers', async () => {
  const { pairing } = device('http://127.0.0.1:9');
  expect(await pair({ name: 'Counter', code: '' }, pairing)).toEqual({ ok: false, fault: 'server-unreachable' });
});

it('asks the server for nothing while the name is missing or the password cannot be kept', async () => {
  const server = await syncServer(success);
  expect(await pair({ name: '  ', code: '' }, device(server.url).pairing)).toEqual({
    ok: false,
    fault: 'name-missing',
  });
  expect(await pair({ name: 'Counter', code: '' }, device(server.url, false).pairing)).toEqual({
    ok: false,
    fault: 'cannot-keep-secret',
  });
  expect(server.asked).toEqual([]);
});

it('is no register when the disk refuses, and says so', async () => {
  const server = await syncServer(success);
  const { saved, pairing, log } = device(server.url);
  const full = {
    ...pairing,
    saveIdentity: () => {
      throw new Error('disk full');
    },
  };
  expect(await pair({ name: 'Counter', code: '' }, full)).toEqual({ ok: false, fault: 'cannot-keep-secret' });
  expect(saved).toEqual(['correct horse']);
  expect(log.events).toEqual(['pairing-not-saved']);
});
