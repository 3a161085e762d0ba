import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RegisterFact } from '../../domain/shop.ts';
import { openTestServer, type TestServer } from '../testing/open-server.ts';

type Answer = { readonly status: number; readonly body: Record<string, unknown>; readonly cookie: string };

/** By Node's own client: a Host header of one's own is what these tests are about. */
function ask(address: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${address}${path}`,
      { method: body === undefined ? 'GET' : 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            body: JSON.parse(text) as Record<string, unknown>,
            cookie: (answer.headers['set-cookie']?.[0] ?? '').split(';', 1)[0] ?? '',
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());
const pair = (headers: Record<string, string> = {}, body: unknown = { name: 'Counter', code: '' }) =>
  ask(server.address, '/api/registers', headers, body);
const elsewhere = { host: 'shop.example.test:8484' };

describe('pairing a register', () => {
  test('from this computer needs no code; each gets a code of its own and stands in the shop', async () => {
    const answers = await Promise.all([pair(), pair(), pair({ origin: 'app://register' })]);
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    const identities = answers.map(
      (answer) => answer.body['identity'] as { shop: string; register: { id: string; code: string } },
    );
    expect(new Set(identities.map((identity) => identity.register.code)).size).toBe(3);
    expect(identities.every((identity) => /^R\d+$/.test(identity.register.code))).toBe(true);
    const id = identities[0]?.register.id ?? '';
    expect(await server.databases.shop.get<RegisterFact>(`register:${id}`)).toMatchObject({
      register: id,
      name: 'Counter',
    });
    expect(answers.every((answer) => answer.cookie === '')).toBe(true);
    const basic = `Basic ${Buffer.from(`${id}:${String(answers[0]?.body['password'])}`).toString('base64')}`;
    expect((await ask(server.address, '/api/registers/me', { authorization: basic })).body).toEqual(identities[0]);
  });

  test('a browser is given a cookie and no password; the cookie opens /db for its own page only', async () => {
    const { body, cookie } = await pair({ origin: server.address });
    expect(body['password']).toBe('');
    expect(cookie).toMatch(/^shopbell_register=reg-/);
    expect((await ask(server.address, '/api/registers/me', { cookie })).body).toEqual(body['identity']);
    expect((await ask(server.address, '/db/shopbell-demo-orders', { cookie })).status).toBe(200);
    expect(
      (await ask(server.address, '/db/shopbell-demo-orders', { cookie, origin: 'https://evil.example.test' })).status,
    ).toBe(401);
    expect((await ask(server.address, '/db/shopbell-demo-hub', { cookie })).status).toBe(403);
    const order = { _id: 'o-forged', id: 'o-forged' };
    expect((await ask(server.address, '/db/shopbell-demo-orders', { cookie }, order)).status).toBe(403);
  });

  test.each([
    ['with a wrong password', { authorization: `Basic ${Buffer.from('reg-0000000000000000:x').toString('base64')}` }],
    ['as the admin', { authorization: `Basic ${Buffer.from('admin:x').toString('base64')}` }],
    ['with nonsense', { cookie: 'shopbell_register=%00.;' }],
  ])('nobody is anybody %s', async (_what, headers) => {
    expect(await ask(server.address, '/api/registers/me', headers as Record<string, string>)).toMatchObject({
      status: 401,
      body: { code: 'not-paired' },
    });
  });

  test('a browser that sends no credentials is told so without a fault', async () => {
    const answer = await fetch(`${server.address}/api/registers/me`);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(
      (await fetch(`${server.address}/api/registers/me`, { headers: { cookie: 'shopbell_register=nonsense' } })).status,
    ).toBe(204);
  });

  test('another site in this browser cannot pair', async () => {
    expect(await pair({ origin: 'https://evil.example.test' })).toMatchObject({
      status: 403,
      body: { code: 'origin-refused' },
    });
  });

  test('a name is needed', async () => {
    expect(await pair({}, { name: ' \u0000', code: '' })).toMatchObject({
      status: 400,
      body: { code: 'name-missing' },
    });
  });

  test('under another host name the code is needed, and after ten tries it is too many', async () => {
    const fresh = await openTestServer();
    const tries = [];
    for (let index = 0; index < 11; index += 1)
      tries.push(await ask(fresh.address, '/api/registers', elsewhere, { name: 'X', code: `AAAA-AAA${index % 10}` }));
    expect(tries.slice(0, 10).every((answer) => answer.status === 403 && answer.body['code'] === 'code-wrong')).toBe(
      true,
    );
    expect(tries[10]).toMatchObject({ status: 429, body: { code: 'too-many-tries' } });
    expect(await fresh.databases.shop.list('register:')).toEqual([]);
    await fresh.close();
  });

  test('the printed code pairs one register, then there is a new one', async () => {
    const wide = await openTestServer({ host: '0.0.0.0' });
    const printed = () => wide.lines.flatMap((line) => /^Pairing\s+(\S+)/.exec(line)?.[1] ?? []);
    const code = printed()[0] ?? '';
    expect(
      (await ask(wide.address, '/api/registers', elsewhere, { name: 'X', code: code.toLowerCase().replace('-', ' ') }))
        .status,
    ).toBe(201);
    expect((await ask(wide.address, '/api/registers', elsewhere, { name: 'X', code })).status).toBe(403);
    expect(printed()).toHaveLength(2);
    await wide.close();
  });
});

describe('the outbox page', () => {
  test('is for this computer only, by address and by name', async () => {
    const own = await fetch(`${server.address}/outbox`);
    expect(own.status).toBe(200);
    expect((await ask(server.address, '/outbox', elsewhere).catch(() => null))?.status).toBe(403);
  });
});
