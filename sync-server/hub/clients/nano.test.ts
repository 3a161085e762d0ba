import nano from 'nano';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { eachHub } from '../exam/each-hub.ts';
import type { Examination } from '../exam/under-exam.ts';
import { examine } from '../exam/under-exam.ts';

/** nano on a hub. Without `parseUrl`, which its types leave out, it takes the last step of `/db` for a database. */
function connect(url: string): nano.ServerScope {
  const config: nano.Configuration & { parseUrl: boolean } = { url, parseUrl: false };
  return nano(config);
}

type Note = nano.MaybeDocument & { n: number };

for (const { name, start } of eachHub()) {
  describe(`nano with ${name}`, () => {
    let exam: Examination;
    let server: nano.ServerScope;
    let db: nano.DocumentScope<Note>;

    beforeAll(async () => {
      exam = examine(await start());
      const { url, user, password } = exam.hub;
      server = connect(url.replace('//', `//${user}:${encodeURIComponent(password)}@`));
    });
    afterAll(async () => {
      await exam.clean();
      await exam.hub.stop();
    });
    beforeEach(async () => {
      db = server.db.use<Note>(await exam.database());
    });

    it('writes, reads, changes and removes a document, and hears of a conflict', async () => {
      const made = await db.insert({ n: 1 }, 'a');
      expect(await db.get('a')).toEqual({ _id: 'a', _rev: made.rev, n: 1 });
      await expect(db.insert({ n: 2 }, 'a')).rejects.toMatchObject({ statusCode: 409, error: 'conflict' });
      const next = await db.insert({ _rev: made.rev, n: 2 }, 'a');
      expect((await db.head('a'))['etag']).toBe(`"${next.rev}"`);
      await db.destroy('a', next.rev);
      await expect(db.get('a')).rejects.toMatchObject({ statusCode: 404, reason: 'deleted' });
    });

    it('knows its databases, and that one is there already', async () => {
      const { db_name: it } = await db.info();
      expect(await server.db.list()).toContain(it);
      await expect(server.db.create(it)).rejects.toMatchObject({ statusCode: 412, error: 'file_exists' });
      await server.db.destroy(it);
      await expect(db.info()).rejects.toMatchObject({ statusCode: 404 });
      await server.db.create(it, { n: 1 });
    });

    it('writes 1,000 documents at once, and lists, fetches and finds them', async () => {
      const docs = Array.from({ length: 1000 }, (_, n) => ({ _id: `d-${String(n).padStart(4, '0')}`, n }));
      const written = await db.bulk({ docs });
      expect(written.filter((row) => row.error)).toEqual([]);
      expect((await db.list({ limit: 3, startkey: 'd-0500', include_docs: true })).rows).toMatchObject([
        { id: 'd-0500', doc: { n: 500 } },
        { id: 'd-0501' },
        { id: 'd-0502' },
      ]);
      const fetched = await db.fetch({ keys: ['d-0999', 'none'] });
      expect(fetched.rows).toMatchObject([{ doc: { n: 999 } }, { key: 'none', error: 'not_found' }]);
      await db.createIndex({ index: { fields: ['n'] }, name: 'by-n' });
      const found = await db.find({ selector: { n: { $gt: 997 } }, sort: [{ n: 'desc' }], fields: ['n'] });
      expect(found.docs).toEqual([{ n: 999 }, { n: 998 }]);
    });

    it('follows the feed in batches, live, and goes on from where it was', async () => {
      const docs = Array.from({ length: 120 }, (_, n) => ({ _id: `d-${n}`, n }));
      await db.bulk({ docs });
      const seen: string[] = [];
      let since = '0';
      const follow = (until: number) =>
        new Promise<void>((done, failed) => {
          db.changesReader
            .start({ since, batchSize: 50, timeout: 1000 })
            .on('seq', (seq: string) => (since = seq))
            .on('batch', (batch: { id: string }[]) => {
              seen.push(...batch.map((row) => row.id));
              if (seen.length >= until) db.changesReader.stop();
            })
            .on('end', () => done())
            .on('error', failed);
        });
      await follow(120);
      const more = follow(121);
      await db.insert({ n: 1 }, 'late');
      await more;
      expect(seen.at(-1)).toBe('late');
      expect(new Set(seen).size).toBe(121);
      expect(seen).toHaveLength(121);
    });

    it('reads the feed to its end and stops by itself', async () => {
      await db.bulk({ docs: Array.from({ length: 7 }, (_, n) => ({ _id: `d-${n}`, n })) });
      const ids: string[] = [];
      await new Promise<unknown>((done, failed) => {
        const reader = db.changesReader.get({ since: '0', batchSize: 3, timeout: 500 });
        reader
          .on('change', (row: { id: string }) => ids.push(row.id))
          .on('end', done)
          .on('error', failed);
      });
      expect(ids.toSorted()).toEqual(Array.from({ length: 7 }, (_, n) => `d-${n}`));
    });

    it('logs in for a cookie, and is somebody by it', async () => {
      const as = await exam.person(['cook']);
      const plain = connect(exam.hub.url);
      expect(await plain.auth(as.user, as.password)).toMatchObject({ ok: true, name: as.user });
      expect((await plain.session()).userCtx).toMatchObject({ name: as.user, roles: ['cook'] });
      await expect(plain.auth(as.user, 'wrong')).rejects.toMatchObject({ statusCode: 401 });
    });

    it('hears a plain no to an attachment from the embedded hub, and nothing of it is written', async () => {
      if (exam.hub.kind !== 'embedded') return;
      const text = Buffer.from('hello');
      const no = { statusCode: 501, reason: 'This hub keeps no attachments.' };
      await expect(db.attachment.insert('a', 'a.txt', text, 'text/plain')).rejects.toMatchObject(no);
      const parts = [{ name: 'a.txt', data: text, content_type: 'text/plain' }];
      await expect(db.multipart.insert({ n: 1 }, parts, 'b')).rejects.toMatchObject(no);
      expect((await db.list()).rows).toEqual([]);
    });
  });
}
