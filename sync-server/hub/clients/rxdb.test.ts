import { randomUUID } from 'node:crypto';

import { createRxDatabase, type RxCollection, type RxDatabase } from 'rxdb';
import { replicateCouchDB } from 'rxdb/plugins/replication-couchdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { eachHub } from '../exam/each-hub.ts';
import type { Examination } from '../exam/under-exam.ts';
import { examine } from '../exam/under-exam.ts';

type Note = { id: string; n: number; by: string };
type Notes = RxCollection<Note>;

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 64 }, n: { type: 'number' }, by: { type: 'string' } },
  required: ['id', 'n', 'by'],
} as const;

const note = (id: string, n = 0, by = 'here'): Note => ({ id, n, by });

for (const { name, start } of eachHub()) {
  describe(`RxDB's own CouchDB replication with ${name}`, () => {
    let exam: Examination;
    let db: string;
    const opened: RxDatabase[] = [];
    const asHub = (n: number, id: string, more: object = {}) =>
      exam.ask('PUT', `/${db}/${id}`, { n, by: 'hub', ...more });
    const hubHas = async (id: string) => (await exam.ask('GET', `/${db}/${id}`)).body['n'];

    beforeAll(async () => {
      exam = examine(await start());
    });
    afterAll(async () => {
      await exam.clean();
      await exam.hub.stop();
    });
    beforeEach(async () => {
      db = await exam.database();
    });
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close();
    });

    /** A new client of the database: a memory of its own. */
    async function client(): Promise<Notes> {
      const database = await createRxDatabase({ name: `notes-${randomUUID()}`, storage: getRxStorageMemory() });
      opened.push(database);
      const { notes } = await database.addCollections<{ notes: Notes }>({ notes: { schema } });
      return notes;
    }

    function replicate(collection: Notes, live: boolean) {
      const faults: unknown[] = [];
      const authorization = `Basic ${Buffer.from(`${exam.hub.user}:${exam.hub.password}`).toString('base64')}`;
      const state = replicateCouchDB<Note>({
        replicationIdentifier: `to-${db}`,
        collection,
        url: `${exam.hub.url}/${db}/`,
        fetch: (url, options) =>
          fetch(url, { ...options, headers: { 'content-type': 'application/json', authorization } }),
        live,
        waitForLeadership: false,
        retryTime: 500,
        pull: { batchSize: 100, heartbeat: 5000 },
        push: { batchSize: 100 },
      });
      state.error$.subscribe((fault) => faults.push(fault));
      return { state, faults };
    }

    it('copies 1,000 documents each way', async () => {
      const docs = Array.from({ length: 1000 }, (_, n) => ({ _id: `hub-${n}`, n, by: 'hub' }));
      await exam.ask('POST', `/${db}/_bulk_docs`, { docs });
      const notes = await client();
      await notes.bulkInsert(Array.from({ length: 1000 }, (_, n) => note(`here-${n}`, n)));
      const { state, faults } = replicate(notes, false);
      await state.awaitInitialReplication();
      expect(await notes.count().exec()).toBe(2000);
      expect((await exam.ask('GET', `/${db}`)).body['doc_count']).toBe(2000);
      expect(faults).toEqual([]);
    });

    it('keeps two clients in step live: new, changed and removed', async () => {
      const [one, other] = [await client(), await client()];
      const [a, b] = [replicate(one, true), replicate(other, true)];
      await Promise.all([a.state.awaitInitialReplication(), b.state.awaitInitialReplication()]);
      await one.insert(note('a', 1));
      const seen = async () => (await other.findOne('a').exec())?.n;
      await expect.poll(seen, { timeout: 10_000 }).toBe(1);
      await one.findOne('a').incrementalPatch({ n: 2 });
      await expect.poll(seen, { timeout: 10_000 }).toBe(2);
      await asHub(5, 'b');
      await expect.poll(() => one.count().exec(), { timeout: 10_000 }).toBe(2);
      await one.findOne('a').remove();
      await expect.poll(seen, { timeout: 10_000 }).toBeUndefined();
      await expect.poll(() => hubHas('a')).toBeUndefined();
      expect([...a.faults, ...b.faults]).toEqual([]);
    });

    it('gives way to the hub where both changed a document, as its conflict rule says', async () => {
      const notes = await client();
      await asHub(1, 'a');
      const first = replicate(notes, false);
      await first.state.awaitInitialReplication();
      const { body } = await exam.ask('GET', `/${db}/a`);
      await asHub(2, 'a', { _rev: body['_rev'] });
      await notes.findOne('a').incrementalPatch({ n: 3, by: 'here' });
      const again = replicate(notes, false);
      await again.state.awaitInSync();
      expect(await notes.findOne('a').exec()).toMatchObject({ n: 2, by: 'hub' });
      expect(await hubHas('a')).toBe(2);
      expect((await exam.ask('GET', `/${db}/a?conflicts=true`)).body['_conflicts']).toBeUndefined();
      expect([...first.faults, ...again.faults]).toEqual([]);
    });

    it('goes on from its checkpoint, and reads nothing twice', async () => {
      const notes = await client();
      await asHub(1, 'a');
      await replicate(notes, false).state.awaitInitialReplication();
      await asHub(2, 'b');
      const again = replicate(notes, false);
      const read: string[] = [];
      again.state.received$.subscribe((doc) => read.push(doc.id));
      await again.state.awaitInitialReplication();
      expect(read).toEqual(['b']);
      expect(await notes.count().exec()).toBe(2);
    });
  });
}
