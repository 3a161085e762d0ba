import { beforeAll, describe, expect, it } from 'vitest';

import type { Examination } from './under-exam.ts';
import { word } from './under-exam.ts';

export function examDocuments(exam: () => Examination): void {
  describe('the protocol: databases', () => {
    it('welcomes with its version', async () => {
      const { status, body } = await exam().ask('GET', '/');
      expect(status).toBe(200);
      expect(body).toMatchObject({ couchdb: 'Welcome', version: expect.stringMatching(/^3\./) as unknown });
      expect((await exam().ask('GET', '/_up')).body).toMatchObject({ status: 'ok' });
    });

    it('makes, lists, describes and removes a database', async () => {
      const { ask, database } = exam();
      const name = await database();
      expect(Array.from((await ask('GET', '/_all_dbs')).body)).toContain(name);
      expect((await ask('GET', `/${name}`)).body).toMatchObject({ db_name: name, doc_count: 0 });
      expect((await exam().open('HEAD', `/${name}`)).status).toBe(200);
      expect((await ask('DELETE', `/${name}`)).body).toEqual({ ok: true });
      const gone = await ask('GET', `/${name}`);
      expect(gone).toMatchObject({ status: 404, body: { error: 'not_found' } });
      expect((await ask('DELETE', `/${name}`)).status).toBe(404);
    });

    it('takes a slash after the name of a database, as PouchDB writes it', async () => {
      const { ask, database } = exam();
      const name = await database();
      expect((await ask('GET', `/${name}/`)).body).toMatchObject({ db_name: name });
      expect((await exam().open('HEAD', `/${name}/`)).status).toBe(200);
      expect(await ask('PUT', `/${name}/`)).toMatchObject({ status: 412, body: { error: 'file_exists' } });
      expect((await ask('POST', `/${name}/`, { n: 1 })).status).toBe(201);
      expect((await ask('DELETE', `/${name}/`)).body).toEqual({ ok: true });
      expect((await ask('GET', `/${name}`)).status).toBe(404);
    });

    it('makes a database anew where one was removed, empty', async () => {
      const { ask, database } = exam();
      const name = await database();
      await ask('PUT', `/${name}/a`, {});
      await ask('DELETE', `/${name}`);
      expect((await ask('PUT', `/${name}?q=1`)).status).toBe(201);
      expect((await ask('GET', `/${name}/a`)).status).toBe(404);
    });

    it('refuses to make what is there (412) and names that will not do (400)', async () => {
      const { ask, database } = exam();
      const name = await database();
      expect(await ask('PUT', `/${name}`)).toMatchObject({ status: 412, body: { error: 'file_exists' } });
      for (const bad of ['Upper', '1st', '_mine', 'sp%20ace', 'a.b']) {
        const answer = await ask('PUT', `/${bad}`);
        expect(answer, bad).toMatchObject({ status: 400, body: { error: 'illegal_database_name' } });
      }
    });

    it('lets nobody but admins into a new database', async () => {
      const { ask, database, person } = exam();
      const name = await database();
      const as = await person(['cook']);
      expect(await ask('GET', `/${name}/_all_docs`, undefined, { as })).toMatchObject({
        status: 403,
        body: { error: 'forbidden', reason: 'You are not allowed to access this db.' },
      });
      const security = { admins: { names: [], roles: [] }, members: { names: [], roles: ['cook'] } };
      expect((await ask('PUT', `/${name}/_security`, security)).body).toEqual({ ok: true });
      expect((await ask('GET', `/${name}/_security`)).body).toEqual(security);
      expect((await ask('GET', `/${name}/_all_docs`, undefined, { as })).status).toBe(200);
    });
  });

  describe('the protocol: documents', () => {
    let db: string;
    const ask: Examination['ask'] = (method, path, ...rest) => exam().ask(method, `/${db}${path}`, ...rest);
    beforeAll(async () => {
      db = await exam().database();
    });

    it('writes, reads, and counts revisions', async () => {
      const made = await ask('PUT', '/a', { n: 1 });
      expect(made).toMatchObject({ status: 201, body: { ok: true, id: 'a' } });
      expect(made.body['rev']).toMatch(/^1-[0-9a-f]{32}$/);
      const read = await ask('GET', '/a');
      expect(read.body).toEqual({ _id: 'a', _rev: made.body['rev'], n: 1 });
      expect(read.headers.get('etag')).toBe(`"${word(made.body['rev'])}"`);
      const next = await ask('PUT', '/a', { n: 2, _rev: made.body['rev'] });
      expect(next.body['rev']).toMatch(/^2-/);
      expect((await exam().open('HEAD', `/${db}/a`)).headers.get('etag')).toBe(`"${word(next.body['rev'])}"`);
    });

    it('takes the revision from the query and from If-Match too', async () => {
      const made = await ask('PUT', '/rev', {});
      const query = await ask('PUT', `/rev?rev=${word(made.body['rev'])}`, {});
      expect(query.status).toBe(201);
      const header = await ask('PUT', '/rev', {}, { headers: { 'if-match': `"${word(query.body['rev'])}"` } });
      expect(header.status).toBe(201);
    });

    it('refuses a write onto another revision with 409', async () => {
      await ask('PUT', '/c', { n: 1 });
      const conflict = { status: 409, body: { error: 'conflict', reason: 'Document update conflict.' } };
      expect(await ask('PUT', '/c', { n: 2 })).toMatchObject(conflict);
      expect(await ask('PUT', '/c', { n: 2, _rev: `1-${'0'.repeat(32)}` })).toMatchObject(conflict);
      expect(await ask('PUT', '/c-new', { _rev: `1-${'0'.repeat(32)}` })).toMatchObject(conflict);
    });

    it('removes, leaves a tombstone, and can be written anew', async () => {
      const made = await ask('PUT', '/d', { n: 1 });
      expect((await ask('DELETE', '/d')).status).toBe(409);
      const gone = await ask('DELETE', `/d?rev=${word(made.body['rev'])}`);
      expect(gone).toMatchObject({ status: 200, body: { ok: true, id: 'd' } });
      expect(await ask('GET', '/d')).toMatchObject({ status: 404, body: { error: 'not_found', reason: 'deleted' } });
      const tombstone = await ask('GET', `/d?rev=${word(gone.body['rev'])}`);
      expect(tombstone.body).toMatchObject({ _id: 'd', _deleted: true });
      expect((await ask('DELETE', `/d?rev=${word(gone.body['rev'])}`)).status).toBe(404);
      expect((await ask('PUT', '/d', { n: 2 })).body['rev']).toMatch(/^3-/);
    });

    it('says what is missing', async () => {
      expect(await ask('GET', '/none')).toMatchObject({ status: 404, body: { error: 'not_found', reason: 'missing' } });
      expect((await ask('GET', `/none?rev=1-${'0'.repeat(32)}`)).status).toBe(404);
      expect((await ask('DELETE', `/none?rev=1-${'0'.repeat(32)}`)).status).toBe(404);
      expect((await exam().ask('PUT', '/exam-no-such-database/a', {})).status).toBe(404);
    });

    it('gives a posted document an id', async () => {
      const made = await exam().ask('POST', `/${db}`, { n: 1 });
      expect(made.status).toBe(201);
      expect(made.body['id']).toMatch(/^[0-9a-f]{32}$/);
      expect((await exam().ask('POST', `/${db}`, { _id: 'posted' })).body['id']).toBe('posted');
    });

    it('takes the id in the address over one in the body', async () => {
      expect((await ask('PUT', '/named', { _id: 'other' })).body).toMatchObject({ ok: true, id: 'named' });
      expect((await ask('GET', '/named')).body['_id']).toBe('named');
      expect((await ask('GET', '/other')).status).toBe(404);
    });

    it('refuses what is no document, no id, no revision (400)', async () => {
      expect((await ask('PUT', '/x', [])).status).toBe(400);
      expect((await ask('PUT', '/x', undefined, { raw: '{ "a": ' })).status).toBe(400);
      expect(await ask('PUT', '/x', { _mine: 1 })).toMatchObject({ status: 400, body: { error: 'doc_validation' } });
      expect((await ask('PUT', '/x', { _rev: 'nonsense' })).status).toBe(400);
      expect(await exam().ask('POST', `/${db}`, { _id: '_mine' })).toMatchObject({
        status: 400,
        body: { error: 'illegal_docid' },
      });
      expect((await ask('GET', '/x')).status).toBe(404);
    });

    it('refuses a post that is not JSON by its type (415)', async () => {
      const headers = { 'content-type': 'text/plain' };
      expect((await exam().ask('POST', `/${db}`, { n: 1 }, { headers })).status).toBe(415);
      expect((await ask('POST', '/_bulk_docs', { docs: [] }, { headers })).status).toBe(415);
    });

    it('refuses a document of more than 8 MB (413)', async () => {
      const answer = await ask('PUT', '/big', { text: 'x'.repeat(8_100_000) });
      expect(answer).toMatchObject({ status: 413, body: { error: 'document_too_large' } });
    });

    it('keeps ids with slashes, spaces, plus and percent apart', async () => {
      for (const id of ['a/b', 'a b', 'a+b', 'a%b', 'ä', 'a:b']) {
        expect((await ask('PUT', `/${encodeURIComponent(id)}`, {})).body).toMatchObject({ ok: true, id });
        expect((await ask('GET', `/${encodeURIComponent(id)}`)).body['_id']).toBe(id);
      }
    });

    it('tells the history and the leaves of a document', async () => {
      const one = await ask('PUT', '/h', { n: 1 });
      const two = await ask('PUT', '/h', { n: 2, _rev: one.body['rev'] });
      const ids = [two, one].map((each) => word(each.body['rev']).split('-')[1]);
      expect((await ask('GET', '/h?revs=true')).body['_revisions']).toEqual({ start: 2, ids });
      const leaves = await ask('GET', '/h?open_revs=all');
      expect(leaves.body).toEqual([{ ok: { _id: 'h', _rev: two.body['rev'], n: 2 } }]);
      const missing = `9-${'0'.repeat(32)}`;
      const asked = encodeURIComponent(JSON.stringify([two.body['rev'], missing]));
      const some = Array.from((await ask('GET', `/h?open_revs=${asked}`)).body);
      expect(some).toContainEqual({ missing });
      expect(some).toContainEqual({ ok: { _id: 'h', _rev: two.body['rev'], n: 2 } });
    });

    it('keeps local documents out of everything else; the last write wins', async () => {
      const made = await ask('PUT', '/_local/mark', { at: 1 });
      expect(made).toMatchObject({ status: 201, body: { ok: true, id: '_local/mark' } });
      const next = await ask('PUT', '/_local/mark', { at: 2, _rev: made.body['rev'] });
      expect(next.status).toBe(201);
      expect((await ask('GET', '/_local/mark')).body).toMatchObject({ _id: '_local/mark', at: 2 });
      const all = await ask('GET', '/_all_docs');
      expect(Array.from(all.body['rows'] ?? []).map((row) => row['id'])).not.toContain('_local/mark');
      expect((await ask('DELETE', `/_local/mark?rev=${word(next.body['rev'])}`)).status).toBe(200);
      expect((await ask('GET', '/_local/mark')).status).toBe(404);
    });

    it('runs laws on every way in, also for admins, and tells their two words apart', async () => {
      const law =
        "function (n, o, u) { if (n.bad) throw { forbidden: 'no bad' }; if (n.who) throw { unauthorized: 'who' }; if (o && o.fixed && !n.mend) throw { forbidden: 'fixed' }; }";
      expect((await ask('PUT', '/_design/rule', { validate_doc_update: law })).status).toBe(201);
      // A CouchDB learns of a new law a moment after it took it.
      const bad = (n: number) => ask('PUT', `/bad-${n}`, { bad: 1 });
      let tries = 0;
      await expect.poll(async () => (await bad((tries += 1))).status).toBe(403);
      expect(await ask('PUT', '/l1', { bad: 1 })).toMatchObject({
        status: 403,
        body: { error: 'forbidden', reason: 'no bad' },
      });
      expect(await ask('PUT', '/l1', { who: 1 })).toMatchObject({ status: 401, body: { error: 'unauthorized' } });
      expect((await exam().ask('POST', `/${db}`, { bad: 1 })).status).toBe(403);
      const bulk = await ask('POST', '/_bulk_docs', { docs: [{ _id: 'l2' }, { _id: 'l3', bad: 1 }] });
      expect(bulk.body[0]).toMatchObject({ ok: true, id: 'l2' });
      expect(bulk.body[1]).toMatchObject({ id: 'l3', error: 'forbidden', reason: 'no bad' });
      const replicated = { docs: [{ _id: 'l4', _rev: '1-abc', bad: 1 }], new_edits: false };
      expect((await ask('POST', '/_bulk_docs', replicated)).body[0]).toMatchObject({ id: 'l4', error: 'forbidden' });
      expect((await ask('GET', '/l4')).status).toBe(404);
      const fixed = await ask('PUT', '/l5', { fixed: true });
      expect((await ask('DELETE', `/l5?rev=${word(fixed.body['rev'])}`)).status).toBe(403);
      const { body: rule } = await ask('GET', '/_design/rule');
      await ask('DELETE', `/_design/rule?rev=${word(rule['_rev'])}`);
      await expect.poll(async () => (await bad((tries += 1))).status).toBe(201);
    });
  });
}
