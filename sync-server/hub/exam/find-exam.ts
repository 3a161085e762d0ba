import { beforeAll, describe, expect, it } from 'vitest';

import type { Answer, Examination } from './under-exam.ts';
import { word } from './under-exam.ts';

const idsOf = (answer: Answer) => Array.from(answer.body['docs'] ?? []).map((doc) => doc['_id']);

export function examFind(exam: () => Examination): void {
  describe('the protocol: find', () => {
    let db: string;
    const ask: Examination['ask'] = (method, path, ...rest) => exam().ask(method, `/${db}${path}`, ...rest);
    beforeAll(async () => {
      db = await exam().database();
      const docs = Array.from({ length: 30 }, (_, n) => ({
        _id: `d${String(n).padStart(2, '0')}`,
        n,
        even: n % 2 === 0,
      }));
      await ask('POST', '/_bulk_docs', { docs });
    });

    it('makes an index once, lists it, uses it, removes it', async () => {
      const index = { index: { fields: ['n'] }, ddoc: 'by-n', name: 'by-n', type: 'json' };
      expect((await ask('POST', '/_index', index)).body).toEqual({
        result: 'created',
        id: '_design/by-n',
        name: 'by-n',
      });
      expect((await ask('POST', '/_index', index)).body).toMatchObject({ result: 'exists' });
      const { body } = await ask('GET', '/_index');
      expect(body['indexes']).toMatchObject([
        { name: '_all_docs', type: 'special', ddoc: null },
        { name: 'by-n', ddoc: '_design/by-n', type: 'json', def: { fields: [{ n: 'asc' }] } },
      ]);
      const sorted = { selector: { n: { $gt: 26 } }, sort: [{ n: 'desc' }] };
      expect(idsOf(await ask('POST', '/_find', sorted))).toEqual(['d29', 'd28', 'd27']);
      await ask('PUT', '/d99', { n: 99 });
      expect(idsOf(await ask('POST', '/_find', { selector: { n: 99 } }))).toEqual(['d99']);
      const { body: late } = await ask('GET', '/d99');
      await ask('DELETE', `/d99?rev=${word(late['_rev'])}`);
      expect(idsOf(await ask('POST', '/_find', { selector: { n: 99 } }))).toEqual([]);
      expect((await ask('DELETE', '/_index/by-n/json/by-n')).body).toEqual({ ok: true });
      expect((await ask('DELETE', '/_index/by-n/json/by-n')).status).toBe(404);
    });

    it('leaves documents without the field out, whichever way it is bounded, and does not count them to the limit', async () => {
      const asked = await exam().database();
      const docs = Array.from({ length: 12 }, (_, n) => ({ _id: `x${n}`, closed: true }));
      await exam().ask('POST', `/${asked}/_index`, { index: { fields: ['due'] }, ddoc: 'due', name: 'due' });
      await exam().ask('POST', `/${asked}/_bulk_docs`, { docs: [...docs, { _id: 'y', due: '2026' }] });
      const find = async (bounds: object) =>
        idsOf(await exam().ask('POST', `/${asked}/_find`, { selector: { due: bounds }, limit: 10 }));
      expect(await find({ $lte: '2027' })).toEqual(['y']);
      expect(await find({ $lt: '2027' })).toEqual(['y']);
      expect(await find({ $gte: '2025' })).toEqual(['y']);
      expect(await find({ $lte: '2027', $gt: '' })).toEqual(['y']);
    });

    it('gives 25 unless told, and goes on by its bookmark', async () => {
      const first = await ask('POST', '/_find', { selector: { n: { $gte: 0 } } });
      expect(idsOf(first)).toHaveLength(25);
      const { bookmark } = first.body as unknown as { bookmark: string };
      const rest = await ask('POST', '/_find', { selector: { n: { $gte: 0 } }, bookmark });
      expect(new Set([...idsOf(first), ...idsOf(rest)]).size).toBe(30);
    });

    it('takes fields, limit and skip', async () => {
      const question = { selector: { even: true }, fields: ['n'], limit: 2, skip: 1 };
      expect((await ask('POST', '/_find', question)).body['docs']).toEqual([{ n: 2 }, { n: 4 }]);
    });

    it('refuses a question that is none (400)', async () => {
      expect((await ask('POST', '/_find', {})).status).toBe(400);
      expect((await ask('POST', '/_find', { selector: 'all' })).status).toBe(400);
      expect((await ask('POST', '/_find', { selector: { n: { $mine: 1 } } })).status).toBe(400);
      expect((await ask('POST', '/_find', { selector: { n: 1 }, sort: ['nowhere'] })).status).toBe(400);
      expect((await ask('POST', '/_find', { selector: { n: 1 }, limit: -1 })).status).toBe(400);
    });
  });
}
