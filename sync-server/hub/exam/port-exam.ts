import { describe, expect, it } from 'vitest';

import { connectHub } from '../connect-hub.ts';
import type { Hub, HubDatabase } from '../hub.ts';
import type { Examination } from './under-exam.ts';
import { members } from './under-exam.ts';

type Note = { readonly id: string; readonly text: string; readonly n?: number };

const note = (id: string, text = 'hello', n = 0): Note => ({ id, text, n });

/** Everything a feed has from `since` on, in pages of `limit`. */
async function readAll(database: HubDatabase, since: string, limit: number) {
  const ids: string[] = [];
  for (let at = since; ;) {
    const feed = await database.changes<Note>(at, { limit });
    ids.push(...feed.changes.map((change) => change.id));
    at = feed.lastSeq;
    if (feed.pending === 0) return { ids, lastSeq: at };
  }
}

/** A hub behind its port, wherever it lies, and shop ids nobody used before. */
export type PortUnderExam = { readonly connect: () => Hub; readonly shop: () => string };

/** What the port promises of documents and feeds, whatever is behind it. */
export function examDatabases({ connect, shop: newShop }: PortUnderExam): void {
  const orders = async () => (await connect().provision(newShop())).orders;

  describe('the port: documents', () => {
    it('tells its version', async () => {
      expect(await connect().version()).toMatch(/^\d+\.\d+/);
    });

    it('writes a new document and reads it back', async () => {
      const database = await orders();
      const written = await database.put(note('o-1'));
      expect(written).toMatchObject({ ok: true });
      expect(await database.get<Note>('o-1')).toMatchObject({ _id: 'o-1', id: 'o-1', text: 'hello' });
    });

    it('answers null for a document that is not there', async () => {
      const database = await orders();
      expect(await database.get('o-none')).toBeNull();
    });

    it('takes the revision that stands and calls any other a conflict, writing nothing', async () => {
      const database = await orders();
      const first = await database.put(note('o-1', 'one'));
      expect(await database.put(note('o-1', 'again'))).toEqual({ ok: false, conflict: true });
      const rev = first.ok ? first.rev : '';
      const second = await database.put(note('o-1', 'two'), rev);
      expect(second.ok).toBe(true);
      expect(await database.put(note('o-1', 'late'), rev)).toEqual({ ok: false, conflict: true });
      expect((await database.get<Note>('o-1'))?.text).toBe('two');
    });

    it('writes many, and one conflict does not hinder the others', async () => {
      const database = await orders();
      await database.put(note('o-2', 'there'));
      const written = await database.putAll([note('o-1'), note('o-2', 'clash'), note('o-3')]);
      expect(written.map((each) => each.ok)).toEqual([true, false, true]);
      expect((await database.get<Note>('o-2'))?.text).toBe('there');
    });

    it('reads many in the order asked, null where there is none', async () => {
      const database = await orders();
      await database.putAll([note('o-1', 'a'), note('o-2', 'b')]);
      const read = await database.getAll<Note>(['o-2', 'o-none', 'o-1']);
      expect(read.map((doc) => doc?.text ?? null)).toEqual(['b', null, 'a']);
    });

    it('lets one of two writers at once win, never both', async () => {
      const database = await orders();
      const both = await Promise.all(Array.from({ length: 8 }, (_, n) => database.put(note('o-1', `writer ${n}`, n))));
      expect(both.filter((each) => each.ok)).toHaveLength(1);
    });

    it('removes a document, and a second removal is a conflict', async () => {
      const database = await orders();
      const written = await database.put(note('o-1'));
      const rev = written.ok ? written.rev : '';
      expect(await database.remove('o-1', rev)).toMatchObject({ ok: true });
      expect(await database.remove('o-1', rev)).toEqual({ ok: false, conflict: true });
      expect(await database.get('o-1')).toBeNull();
      expect(await database.getAll(['o-1'])).toEqual([null]);
    });

    it('lists by prefix, and leaves design documents out', async () => {
      const database = await orders();
      await database.putAll([note('o-1'), note('o-2'), note('v-1')]);
      expect((await database.list<Note>('o-')).map((doc) => doc._id)).toEqual(['o-1', 'o-2']);
      expect((await database.list<Note>('')).map((doc) => doc._id)).toEqual(['o-1', 'o-2', 'v-1']);
    });

    it('lists more than one page holds', async () => {
      const database = await orders();
      const ids = Array.from({ length: 2100 }, (_, n) => `o-${String(n).padStart(5, '0')}`);
      await database.putAll(ids.map((id) => note(id)));
      expect((await database.list<Note>('o-')).map((doc) => doc._id)).toEqual(ids);
    });

    it('finds by a selector, also when another process made the index', async () => {
      const shop = newShop();
      const { orders: one } = await connect().provision(shop);
      const { orders: other } = await connect().provision(shop);
      await one.putAll([note('o-1', 'a', 1), note('o-2', 'b', 2), note('o-3', 'c', 3)]);
      const selector = { n: { $gte: 2 } };
      expect((await one.find<Note>(selector, ['n'], 10)).map((doc) => doc._id)).toEqual(['o-2', 'o-3']);
      expect(await other.find<Note>(selector, ['n'], 1)).toHaveLength(1);
    });

    it('counts documents without its own laws', async () => {
      const database = await orders();
      await database.putAll([note('o-1'), note('o-2')]);
      expect((await database.info()).documents).toBe(2);
    });

    it('keeps text as it is: quotes, emoji, right-to-left, controls', async () => {
      const database = await orders();
      const text = '<b>"é 🛒 \u202E \u0007 עברית';
      await database.put(note('o-1', text));
      expect((await database.get<Note>('o-1'))?.text).toBe(text);
    });
  });

  describe('the port: changes', () => {
    it('gives every document once, in pages', async () => {
      const database = await orders();
      const ids = Array.from({ length: 23 }, (_, n) => `o-${n}`);
      await database.putAll(ids.map((id) => note(id)));
      const all = await readAll(database, '0', 5);
      expect(all.ids.toSorted()).toEqual(ids.toSorted());
    });

    it('gives nothing after its own end, and what is written then', async () => {
      const database = await orders();
      await database.put(note('o-1'));
      const { lastSeq } = await readAll(database, '0', 100);
      expect((await database.changes(lastSeq, { limit: 100 })).changes).toEqual([]);
      await database.put(note('o-2', 'new'));
      const feed = await database.changes<Note>(lastSeq, { limit: 100 });
      expect(feed.changes).toMatchObject([{ id: 'o-2', deleted: false, doc: { text: 'new' } }]);
    });

    it('tells of a removal, without a document', async () => {
      const database = await orders();
      const written = await database.put(note('o-1'));
      await database.remove('o-1', written.ok ? written.rev : '');
      const feed = await database.changes<Note>('0', { limit: 100 });
      expect(feed.changes).toMatchObject([{ id: 'o-1', deleted: true, doc: null }]);
    });

    it('waits for a change and wakes with it', async () => {
      const database = await orders();
      const { lastSeq } = await readAll(database, '0', 100);
      const waiting = database.changes<Note>(lastSeq, { limit: 100, waitMs: 20_000 });
      await database.put(note('o-1'));
      expect((await waiting).changes.map((change) => change.id)).toEqual(['o-1']);
    });

    it('waits as long as told when nothing comes', async () => {
      const database = await orders();
      const { lastSeq } = await readAll(database, '0', 100);
      const started = performance.now();
      const feed = await database.changes(lastSeq, { limit: 100, waitMs: 300 });
      expect(feed.changes).toEqual([]);
      expect(performance.now() - started).toBeGreaterThan(250);
      expect((await database.changes(feed.lastSeq, { limit: 100 })).changes).toEqual([]);
    });

    it('ends a wait when told to', async () => {
      const database = await orders();
      const { lastSeq } = await readAll(database, '0', 100);
      const stop = new AbortController();
      const waiting = database.changes(lastSeq, { limit: 100, waitMs: 20_000, signal: stop.signal });
      stop.abort();
      await expect(waiting).rejects.toMatchObject({ code: 'hub-unreachable' });
    });

    it('writes while many wait', async () => {
      const database = await orders();
      const { lastSeq } = await readAll(database, '0', 100);
      const waiting = Array.from({ length: 12 }, () => database.changes<Note>(lastSeq, { limit: 100, waitMs: 20_000 }));
      await database.put(note('o-1'));
      for (const each of await Promise.all(waiting)) expect(each.changes).toHaveLength(1);
    });
  });
}

export function examPort(exam: () => Examination): void {
  const connect = () => connectHub(exam().hub);
  examDatabases({ connect, shop: () => exam().shop() });

  describe('the port: provisioning and people', () => {
    it('provisions twice, and by several at once, and keeps what is there', async () => {
      const shop = exam().shop();
      await Promise.all([connect().provision(shop), connect().provision(shop), connect().provision(shop)]);
      const { orders: before } = await connect().provision(shop);
      await before.put(note('o-1'));
      const { orders: after } = await connect().provision(shop);
      expect(await after.get('o-1')).not.toBeNull();
    });

    it('mends a law that differs', async () => {
      const { ask, shop: newShop } = exam();
      const shop = newShop();
      await connect().provision(shop);
      const path = `/shopbell-${shop}-changes/_design/law`;
      const { body: law } = await ask('GET', path);
      await ask('PUT', path, { ...members(law), validate_doc_update: 'function () {}' });
      await connect().provision(shop);
      expect((await ask('GET', path)).body['validate_doc_update']).toBe(law['validate_doc_update']);
    });

    it('knows a register by its password, and nobody else', async () => {
      const { shop: newShop, person } = exam();
      const register = await person([`register:${newShop()}`]);
      const hub = connect();
      expect(await hub.knows(register.user, register.password)).toBe(true);
      expect(await hub.knows(register.user, 'wrong')).toBe(false);
      expect(await hub.knows('nobody-of-this-name', 'wrong')).toBe(false);
    });

    it('says that it was refused when its own password is wrong', async () => {
      const hub = connectHub({ ...exam().hub, password: 'not the password' });
      await expect(hub.provision(exam().shop())).rejects.toMatchObject({ code: 'hub-refused' });
    });

    it('says that it is unreachable when nobody listens, and names no document in the error', async () => {
      const hub = connectHub({ ...exam().hub, url: 'http://127.0.0.1:1/db' });
      await expect(hub.version()).rejects.toMatchObject({ code: 'hub-unreachable' });
    });
  });
}
