import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { askStore } from './ask-store.ts';

let server: FastifyInstance | null = null;
afterEach(async () => {
  vi.unstubAllGlobals();
  await server?.close();
  server = null;
});

/** A store that answers one thing on a real port; the page's own relative address is pointed there. */
async function answering(status: number, body: string) {
  server = Fastify();
  server.get('/store/api/catalogue', (_request, reply) => reply.code(status).type('application/json').send(body));
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  const real = fetch;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => real(address + path, init));
}

const schema = z.object({ n: z.number() });

test('an answer is read by its schema', async () => {
  await answering(200, '{"n":1}');
  expect(await askStore('catalogue', schema)).toEqual({ ok: true, value: { n: 1 } });
});

test.each([
  ['a refusal', 402, '{"code":"payment-declined","detail":"Declined."}', 'payment-declined'],
  ['an answer of another shape', 200, '{"n":"one"}', 'strange'],
  ['a page instead of an answer', 200, '<html>', 'strange'],
  ['a broken server', 502, '<html>Bad gateway', 'unreachable'],
])('%s is a fault with plain words', async (_what, status, body, code) => {
  await answering(status, body);
  const answer = await askStore('catalogue', schema);
  if (answer.ok) throw new Error('should be a fault');
  expect(answer.fault.code).toBe(code);
  expect(answer.fault.detail).toMatch(/[.]$/);
});

test('a server that is not there is a fault, and a question given up rejects', async () => {
  await answering(200, '{"n":1}');
  await server?.close();
  expect(await askStore('catalogue', schema)).toMatchObject({ ok: false, fault: { code: 'unreachable' } });
  await expect(askStore('catalogue', schema, { signal: AbortSignal.abort() })).rejects.toThrow();
});
