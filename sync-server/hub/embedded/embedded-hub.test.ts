import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { connectHub } from '../connect-hub.ts';
import type { Examination, HubUnderExam } from '../exam/under-exam.ts';
import { examine, word } from '../exam/under-exam.ts';
import { openEmbeddedHub } from './open-embedded-hub.ts';
import { SESSION_SECONDS } from './session-cookie.ts';
import { serveEmbeddedHub, temporaryFolder } from './testing.ts';

const cookieOf = (headers: Headers) => /AuthSession=[^;]+/.exec(headers.get('set-cookie') ?? '')?.[0] ?? '';

describe('the embedded hub alone', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let hub: HubUnderExam;
  let exam: Examination;
  let nowMs: number;
  const start = async () => {
    hub = await serveEmbeddedHub(folder.dir, () => nowMs);
    exam = examine(hub);
  };

  beforeEach(async () => {
    nowMs = Date.UTC(2026, 0, 2);
    folder = await temporaryFolder();
    await start();
  });
  afterEach(async () => {
    await hub.stop();
    await folder.remove();
  });

  it('keeps documents, members, laws, users, sessions and sequences over a stop and a start', async () => {
    const { orders } = await connectHub(hub).provision('demo');
    await orders.put({ id: 'o-1' });
    const as = await exam.person(['register:demo']);
    const login = await exam.ask('POST', '/_session', { name: as.user, password: as.password }, { as: null });
    const { lastSeq } = await orders.changes('0', { limit: 10 });
    const { body: before } = await exam.ask('GET', '/');
    await hub.stop();
    await start();
    const { orders: again } = await connectHub(hub).provision('demo');
    expect(await again.get('o-1')).not.toBeNull();
    expect((await again.changes(lastSeq, { limit: 10 })).changes).toEqual([]);
    expect((await exam.ask('GET', '/shopbell-demo-orders/o-1', undefined, { as })).status).toBe(200);
    expect((await exam.ask('PUT', '/shopbell-demo-orders/o-2', {}, { as })).status).toBe(403);
    const headers = { cookie: cookieOf(login.headers) };
    const who = await exam.ask('GET', '/_session', undefined, { as: null, headers });
    expect(who.body).toMatchObject({ userCtx: { name: as.user } });
    expect((await exam.ask('GET', '/')).body).toEqual(before);
  });

  it('is opened once at a time, and says so plainly', async () => {
    const again = openEmbeddedHub({ dir: folder.dir, adminPassword: 'x' });
    await expect(again).rejects.toMatchObject({ name: 'ShopbellError', code: 'hub-in-use' });
    await expect(again).rejects.toThrow(/in use by another Shopbell/);
    expect((await exam.ask('GET', '/_up')).status).toBe(200);
  });

  it('starts the feed anew for a sequence of a database that was removed since', async () => {
    const db = await exam.database();
    await exam.ask('PUT', `/${db}/old`, {});
    const old = word((await exam.ask('GET', `/${db}/_changes`)).body['last_seq']);
    await exam.ask('DELETE', `/${db}`);
    await exam.ask('PUT', `/${db}`);
    await exam.ask('PUT', `/${db}/new`, {});
    const { body } = await exam.ask('GET', `/${db}/_changes?since=${old}`);
    expect(body['results']).toMatchObject([{ id: 'new' }]);
  });

  it('goes on from Last-Event-ID', async () => {
    const db = await exam.database();
    await exam.ask('PUT', `/${db}/a`, {});
    const since = word((await exam.ask('GET', `/${db}/_changes`)).body['last_seq']);
    const inQuery = await exam.ask('GET', `/${db}/_changes?last-event-id=${since}`);
    const inHeader = await exam.ask('GET', `/${db}/_changes`, undefined, { headers: { 'last-event-id': since } });
    expect([inQuery.body['results'], inHeader.body['results']]).toEqual([[], []]);
  });

  it('answers nobody but people it knows, three addresses excepted', async () => {
    const db = await exam.database();
    for (const path of ['/', '/_up', '/_session']) {
      expect((await exam.ask('GET', path, undefined, { as: null })).status, path).toBe(200);
    }
    for (const path of [
      '/_all_dbs',
      '/_uuids',
      `/${db}`,
      `/${db}/a`,
      '/_users',
      '/none',
      `/${db}/_changes`,
      '/_node/x',
    ]) {
      const answer = await exam.ask('GET', path, undefined, { as: null });
      expect(answer, path).toMatchObject({ status: 401, body: { error: 'unauthorized' } });
    }
    for (const path of ['/_node/_local/_config', '/_utils', `/${db}/_view/x`, `/${db}/_design/a/_view/b`]) {
      expect((await exam.ask('GET', path)).status, path).toBe(404);
    }
    expect((await exam.ask('POST', `/${db}/_purge`, {})).status).toBe(501);
  });

  it('lets the page of the app in from its origin, and no other', async () => {
    const preflight = (origin: string) =>
      fetch(`${hub.url}/_session`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'authorization' },
      });
    const ours = await preflight('app://register');
    expect(ours.status).toBe(204);
    expect(ours.headers.get('access-control-allow-origin')).toBe('app://register');
    expect(ours.headers.get('access-control-allow-headers')).toMatch(/authorization/);
    expect(ours.headers.get('access-control-allow-credentials')).toBeNull();
    for (const origin of ['https://shop.example.com', 'null', 'app://register.example.com']) {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
      const read = await exam.ask('GET', '/', undefined, { headers: { origin } });
      expect(read.headers.get('access-control-allow-origin')).toBeNull();
    }
    const refused = await exam.ask('GET', '/_all_dbs', undefined, { as: null, headers: { origin: 'app://register' } });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, 'app://register']);
  });

  it('gives a long-poll the headers of its origin too', async () => {
    const db = await exam.database();
    const asking = { headers: { origin: 'app://register' } };
    const answer = await exam.ask('GET', `/${db}/_changes?feed=longpoll&timeout=50`, undefined, asking);
    expect(answer.headers.get('access-control-allow-origin')).toBe('app://register');
  });

  it('renews a session in use and ends one that is not', async () => {
    const as = await exam.person([]);
    const login = await exam.ask('POST', '/_session', { name: as.user, password: as.password }, { as: null });
    const who = (cookie: string) => exam.ask('GET', '/_session', undefined, { as: null, headers: { cookie } });
    const first = cookieOf(login.headers);
    nowMs += (SESSION_SECONDS / 2) * 1000;
    const renewed = cookieOf((await who(first)).headers);
    expect(renewed).not.toBe('');
    nowMs += (SESSION_SECONDS / 2 + 1) * 1000;
    expect((await who(first)).body).toMatchObject({ userCtx: { name: null } });
    expect((await who(renewed)).body).toMatchObject({ userCtx: { name: as.user } });
  });

  it('ends a session when the password changes', async () => {
    const as = await exam.person([]);
    const login = await exam.ask('POST', '/_session', { name: as.user, password: as.password }, { as: null });
    const path = `/_users/org.couchdb.user:${as.user}`;
    const { body } = await exam.ask('GET', path);
    await exam.ask('PUT', path, { ...Object.fromEntries(Object.entries(body)), password: 'new' });
    const headers = { cookie: cookieOf(login.headers) };
    const who = await exam.ask('GET', '/_session', undefined, { as: null, headers });
    expect(who.body).toMatchObject({ userCtx: { name: null } });
  });

  it('shows people their own user document and no other', async () => {
    const [as, other] = [await exam.person([]), await exam.person([])];
    const get = (user: string) => exam.ask('GET', `/_users/org.couchdb.user:${user}`, undefined, { as });
    expect((await get(as.user)).body).toMatchObject({ name: as.user });
    expect((await get(other.user)).status).toBe(403);
  });

  it('refuses a body that would lend members to what it is copied into', async () => {
    const db = await exam.database();
    const raw = '{ "_id": "a", "__proto__": { "_deleted": true } }';
    expect((await exam.ask('PUT', `/${db}/a`, undefined, { raw })).status).toBe(400);
    const bulk = await exam.ask('POST', `/${db}/_bulk_docs`, undefined, { raw: `{ "docs": [${raw}] }` });
    expect(bulk.status).toBe(400);
    expect(({} as { _deleted?: unknown })._deleted).toBeUndefined();
  });

  it('refuses attachments plainly, document by document', async () => {
    const db = await exam.database();
    const _attachments = { a: { content_type: 'text/plain', data: 'YQ==' } };
    expect(await exam.ask('PUT', `/${db}/a`, { _attachments })).toMatchObject({ status: 403 });
    const bulk = await exam.ask('POST', `/${db}/_bulk_docs`, { docs: [{ _id: 'b', _attachments }, { _id: 'c' }] });
    expect(bulk.body).toMatchObject([{ error: 'forbidden' }, { ok: true }]);
    expect((await exam.ask('PUT', `/${db}/c/file`, 'x')).status).toBe(501);
  });

  it('keeps its own local documents to itself', async () => {
    const db = await exam.database();
    for (const id of ['shopbell_security', '_pouch_dependentDbs', 'mrviews', 'indexes', 'compaction']) {
      expect((await exam.ask('GET', `/${db}/_local/${id}`)).status, id).toBe(403);
      expect((await exam.ask('PUT', `/${db}/_local/${id}`, {})).status, id).toBe(403);
      const bulk = { docs: [{ _id: `_local/${id}`, dependentDbs: { '/tmp/elsewhere': true } }] };
      expect((await exam.ask('POST', `/${db}/_bulk_docs`, bulk)).status, id).toBe(403);
      const got = await exam.ask('POST', `/${db}/_bulk_get`, { docs: [{ id: `_local/${id}` }] });
      expect(got.body['results']?.['0']?.['docs']).toMatchObject([{ error: { error: 'forbidden' } }]);
    }
  });

  it('answers a long-poll once for a batch, with the whole batch', async () => {
    const db = await exam.database();
    const since = word((await exam.ask('GET', `/${db}/_changes`)).body['last_seq']);
    const waiting = exam.ask('GET', `/${db}/_changes?feed=longpoll&since=${since}`);
    const docs = Array.from({ length: 200 }, (_, n) => ({ _id: `d-${n}` }));
    await exam.ask('POST', `/${db}/_bulk_docs`, { docs });
    expect(Array.from((await waiting).body['results'] ?? [])).toHaveLength(200);
  });

  it('is not held up by those who wait when it stops', async () => {
    const db = await exam.database();
    const waiting = [
      exam.ask('GET', `/${db}/_changes?feed=longpoll&since=now&heartbeat=5000`),
      exam.ask('GET', `/${db}/_changes?feed=longpoll&since=now&timeout=60000`),
    ];
    // Both wait once they have sent their headers.
    const third = await exam.open('GET', `/${db}/_changes?feed=continuous&since=now&heartbeat=5000`);
    const started = performance.now();
    await hub.stop();
    expect(performance.now() - started).toBeLessThan(5000);
    await third.text().catch(() => '');
    await Promise.allSettled(waiting);
    await start();
  });

  it('ends the wait on a database that is removed', async () => {
    const db = await exam.database();
    const response = await exam.open('GET', `/${db}/_changes?feed=longpoll&since=now&heartbeat=5000`);
    await exam.ask('DELETE', `/${db}`);
    expect(JSON.parse(await response.text())).toMatchObject({ results: [] });
    expect((await exam.ask('GET', `/${db}/_changes`)).status).toBe(404);
  });

  it('stays well when a law never comes to its end', async () => {
    const db = await exam.database();
    await exam.ask('PUT', `/${db}/_design/slow`, { validate_doc_update: 'function (n) { while (n.slow) {} }' });
    const docs = [{ _id: 'a', slow: true }, { _id: 'b' }];
    const bulk = await exam.ask('POST', `/${db}/_bulk_docs`, { docs });
    expect(bulk.body).toMatchObject([
      { id: 'a', error: 'forbidden' },
      { ok: true, id: 'b' },
    ]);
  });
});
