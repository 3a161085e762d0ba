import { beforeEach, describe, expect, it } from 'vitest';

import type { Examination, Json } from './under-exam.ts';
import { word } from './under-exam.ts';

const rowsOf = (body: Json) => Array.from(body['rows'] ?? []);
const idsOf = (body: Json) => rowsOf(body).map((row) => row['id']);
const key = (value: unknown) => encodeURIComponent(JSON.stringify(value));

export function examBulk(exam: () => Examination): void {
  describe('the protocol: many documents', () => {
    let db: string;
    const ask: Examination['ask'] = (method, path, ...rest) => exam().ask(method, `/${db}${path}`, ...rest);
    const write = (docs: object[], more: object = {}) => ask('POST', '/_bulk_docs', { docs, ...more });
    beforeEach(async () => {
      db = await exam().database();
    });

    it('answers each of a batch in order', async () => {
      await write([{ _id: 'b' }]);
      const answer = await write([{ _id: 'a' }, { _id: 'b' }, { n: 1 }]);
      expect(answer.status).toBe(201);
      expect(answer.body[0]).toMatchObject({ ok: true, id: 'a' });
      expect(answer.body[1]).toMatchObject({ id: 'b', error: 'conflict', reason: 'Document update conflict.' });
      expect(answer.body[2]?.['id']).toMatch(/^[0-9a-f]{32}$/);
    });

    it('refuses a batch that is none (400)', async () => {
      expect((await ask('POST', '/_bulk_docs', {})).status).toBe(400);
      expect((await ask('POST', '/_bulk_docs', { docs: 'all' })).status).toBe(400);
      expect((await ask('POST', '/_bulk_docs', { docs: [1] })).status).toBe(400);
    });

    it('lists all by id, in ranges, pages and backwards', async () => {
      await write(['a', 'b', 'c', 'd', 'e'].map((_id) => ({ _id })));
      const all = await ask('GET', '/_all_docs');
      expect(all.body).toMatchObject({ total_rows: 5 });
      expect(rowsOf(all.body)[0]).toMatchObject({ id: 'a', key: 'a', value: { rev: expect.any(String) as unknown } });
      const list = async (query: string) => idsOf((await ask('GET', `/_all_docs?${query}`)).body);
      expect(await list(`startkey=${key('b')}&endkey=${key('d')}`)).toEqual(['b', 'c', 'd']);
      expect(await list(`startkey=${key('b')}&endkey=${key('d')}&inclusive_end=false`)).toEqual(['b', 'c']);
      expect(await list(`start_key=${key('d')}&end_key=${key('b')}&descending=true`)).toEqual(['d', 'c', 'b']);
      expect(await list('limit=2&skip=1')).toEqual(['b', 'c']);
      expect(await list('limit=0')).toEqual([]);
      expect(await list(`key=${key('c')}`)).toEqual(['c']);
      const docs = await ask('GET', '/_all_docs?include_docs=true&limit=1');
      expect(rowsOf(docs.body)[0]?.['doc']).toMatchObject({ _id: 'a' });
    });

    it('answers asked keys in order: there, deleted, not there', async () => {
      const [a] = Array.from((await write([{ _id: 'a', n: 1 }, { _id: 'b' }])).body);
      await ask('DELETE', `/a?rev=${word(a?.['rev'])}`);
      const answer = await ask('POST', '/_all_docs?include_docs=true', { keys: ['b', 'a', 'none'] });
      expect(rowsOf(answer.body)).toMatchObject([
        { id: 'b', key: 'b', doc: { _id: 'b' } },
        { id: 'a', key: 'a', value: { deleted: true }, doc: null },
        { key: 'none', error: 'not_found' },
      ]);
      expect(idsOf((await ask('GET', '/_all_docs')).body)).toEqual(['b']);
    });

    it('replicates: the difference of revisions, then the documents as they are, conflicts and all', async () => {
      const ours = await ask('PUT', '/a', { from: 'here' });
      const there = '1-ffffffffffffffffffffffffffffffff';
      const diff = await ask('POST', '/_revs_diff', { a: [ours.body['rev'], there], b: ['1-abc'] });
      expect(diff.body).toMatchObject({ a: { missing: [there] }, b: { missing: ['1-abc'] } });
      const doc = { _id: 'a', _rev: there, from: 'there', _revisions: { start: 1, ids: [there.slice(2)] } };
      const answer = await write([doc], { new_edits: false });
      expect(answer).toMatchObject({ status: 201, body: [] });
      expect((await ask('POST', '/_revs_diff', { a: [there] })).body).toEqual({});
      const read = await ask('GET', '/a?conflicts=true');
      expect(read.body).toMatchObject({ _rev: there, from: 'there', _conflicts: [ours.body['rev']] });
      const feed = await ask('GET', '/_changes?style=all_docs');
      const revs = Array.from(feed.body['results']?.[0]?.['changes'] ?? []).map((change) => word(change['rev']));
      expect(revs.toSorted()).toEqual([there, word(ours.body['rev'])].toSorted());
      expect((await write([doc], { new_edits: false })).body).toEqual([]);
    });

    it('keeps a replicated history, and both leaves in one batch', async () => {
      const history = (ids: string[]) => ({ _rev: `${ids.length}-${ids[0]}`, _revisions: { start: ids.length, ids } });
      const docs = [
        { _id: 'h', n: 'left', ...history(['bbb', 'aaa']) },
        { _id: 'h', n: 'right', ...history(['ccc', 'aaa']) },
      ];
      expect((await write(docs, { new_edits: false })).body).toEqual([]);
      const read = await ask('GET', '/h?conflicts=true&revs=true');
      expect(read.body).toMatchObject({
        n: 'right',
        _conflicts: ['2-bbb'],
        _revisions: { start: 2, ids: ['ccc', 'aaa'] },
      });
      await ask('DELETE', '/h?rev=2-ccc');
      expect((await ask('GET', '/h')).body).toMatchObject({ n: 'left', _rev: '2-bbb' });
    });

    it('has the law look at every document of a batch, deletions and replicated ones too, and writes what it allows', async () => {
      const law =
        "function (n, o) { if (n._deleted && o && o.kept) throw { forbidden: 'kept' }; if (n.bad) throw { forbidden: 'bad' }; }";
      const first = await write([{ _id: 'k', kept: true }, { _id: 'd' }]);
      await ask('PUT', '/_design/rule', { validate_doc_update: law });
      let tries = 0;
      await expect.poll(async () => (await ask('PUT', `/bad-${(tries += 1)}`, { bad: 1 })).status).toBe(403);
      const [k, d] = Array.from(first.body);
      const rows = await write([
        { _id: 'k', _rev: k?.['rev'], _deleted: true },
        { _id: 'd', _rev: d?.['rev'], _deleted: true },
        { _id: 'n', bad: 1 },
        { _id: 'm' },
      ]);
      expect(Array.from(rows.body).map((row) => row['error'] ?? 'ok')).toEqual(['forbidden', 'ok', 'forbidden', 'ok']);
      expect(rows.body[0]).toMatchObject({ id: 'k', reason: 'kept' });
      const replicated = [
        { _id: 'r', _rev: '1-abc', bad: 1 },
        { _id: 's', _rev: '1-abc' },
      ];
      expect((await write(replicated, { new_edits: false })).body).toMatchObject([{ id: 'r', error: 'forbidden' }]);
      expect(idsOf((await ask('GET', '/_all_docs?endkey=%22z%22&startkey=%22k%22')).body)).toEqual(['k', 'm', 's']);
    });

    it('gets many by id and revision', async () => {
      const made = await ask('PUT', '/a', { n: 1 });
      const rev = made.body['rev'];
      const docs = [{ id: 'a' }, { id: 'a', rev }, { id: 'a', rev: '7-abc' }, { id: 'none' }];
      const answer = await ask('POST', '/_bulk_get?revs=true', { docs });
      const results = Array.from(answer.body['results'] ?? []);
      expect(results.map((each) => each['id'])).toEqual(['a', 'a', 'a', 'none']);
      expect(results[0]?.['docs']?.[0]).toMatchObject({ ok: { _id: 'a', n: 1, _revisions: { start: 1 } } });
      expect(results[1]?.['docs']?.[0]).toMatchObject({ ok: { _rev: rev } });
      expect(results[2]?.['docs']?.[0]).toMatchObject({ error: { id: 'a', rev: '7-abc', error: 'not_found' } });
      expect(results[3]?.['docs']?.[0]).toMatchObject({ error: { id: 'none', error: 'not_found' } });
    });

    it('acknowledges a full commit', async () => {
      expect(await ask('POST', '/_ensure_full_commit', {})).toMatchObject({ status: 201, body: { ok: true } });
    });
  });
}
