import { beforeAll, describe, expect, it } from 'vitest';

import { connectHub } from '../connect-hub.ts';
import type { ShopDatabases } from '../hub.ts';
import type { Examination, Person } from './under-exam.ts';
import { members, word } from './under-exam.ts';

/** A register's own password on a shop's databases: what it may do, and what it may not. */
export function examLaws(exam: () => Examination): void {
  describe('a register', () => {
    let shop: string;
    let databases: ShopDatabases;
    let register: Person;
    let other: Person;
    const path = (street: string) => `/shopbell-${shop}-${street}`;
    let count = 0;
    const change = (by: Person = register, more: object = {}) => {
      count += 1;
      const id = `c-${count}`;
      return {
        _id: id,
        id,
        type: 'change',
        kind: 'acknowledge',
        shop,
        orderId: 'o-1',
        register: { id: by.user, name: 'Counter' },
        staff: { id: 'staff-1', name: 'Ada' },
        at: '2026-01-02T03:04:05.000Z',
        ...more,
      };
    };
    const ask = (method: string, to: string, body?: unknown) => exam().ask(method, to, body, { as: register });

    beforeAll(async () => {
      shop = exam().shop();
      const hub = connectHub(exam().hub);
      databases = await hub.provision(shop);
      register = await exam().person([`register:${shop}`]);
      other = await exam().person([`register:${shop}`]);
      await databases.orders.put({ id: 'o-1' });
    });

    it('reads orders, changes and the shop', async () => {
      for (const street of ['orders', 'changes', 'shop']) {
        expect((await ask('GET', `${path(street)}/_changes`)).status).toBe(200);
      }
      expect((await ask('GET', `${path('orders')}/o-1`)).status).toBe(200);
    });

    it('cannot read messages or the hub own database', async () => {
      for (const street of ['messages', 'hub']) {
        for (const at of ['', '/_all_docs', '/_changes', '/_security', '/x-1']) {
          expect((await ask('GET', `${path(street)}${at}`)).status, `${street}${at}`).toBe(403);
        }
        expect((await ask('POST', `${path(street)}/_find`, { selector: {} })).status).toBe(403);
        expect((await ask('PUT', `${path(street)}/x-1`, {})).status).toBe(403);
      }
    });

    it('cannot read another shop', async () => {
      const neighbour = exam().shop();
      await connectHub(exam().hub).provision(neighbour);
      expect((await ask('GET', `/shopbell-${neighbour}-orders/_all_docs`)).status).toBe(403);
    });

    it('adds a change in its own name', async () => {
      const answer = await ask('POST', `${path('changes')}/_bulk_docs`, { docs: [change()] });
      expect(answer.status).toBe(201);
      expect(answer.body[0]).toMatchObject({ ok: true });
    });

    it('hears conflict, and nothing worse, when it sends a change again', async () => {
      const sent = change();
      await ask('POST', `${path('changes')}/_bulk_docs`, { docs: [sent] });
      const again = await ask('POST', `${path('changes')}/_bulk_docs`, { docs: [sent] });
      expect(again.body[0]).toMatchObject({ id: sent.id, error: 'conflict' });
    });

    it('has one bad change refused while the others pass', async () => {
      const docs = [change(), change(other), change()];
      const answer = await ask('POST', `${path('changes')}/_bulk_docs`, { docs });
      expect(Array.from(answer.body).map((row) => row['error'] ?? 'taken')).toEqual(['taken', 'forbidden', 'taken']);
    });

    it('cannot write an order, nor alter or remove one', async () => {
      const { body: order } = await ask('GET', `${path('orders')}/o-1`);
      expect((await ask('PUT', `${path('orders')}/o-2`, { id: 'o-2' })).status).toBe(403);
      expect((await ask('PUT', `${path('orders')}/o-1`, { ...members(order), note: 'x' })).status).toBe(403);
      expect((await ask('DELETE', `${path('orders')}/o-1?rev=${word(order['_rev'])}`)).status).toBe(403);
      expect((await ask('POST', path('orders'), { _id: 'o-3' })).status).toBe(403);
      const bulk = await ask('POST', `${path('orders')}/_bulk_docs`, { docs: [{ _id: 'o-4' }] });
      expect(bulk.body[0]).toMatchObject({ error: 'forbidden' });
      const replicated = { docs: [{ _id: 'o-5', _rev: '1-abc' }], new_edits: false };
      await ask('POST', `${path('orders')}/_bulk_docs`, replicated);
      expect(await databases.orders.getAll(['o-2', 'o-3', 'o-4', 'o-5'])).toEqual([null, null, null, null]);
    });

    it('cannot write a design document, an index or the members', async () => {
      const law = { validate_doc_update: 'function () {}' };
      for (const street of ['orders', 'changes', 'shop']) {
        expect([401, 403]).toContain((await ask('PUT', `${path(street)}/_design/mine`, law)).status);
        const bulk = await ask('POST', `${path(street)}/_bulk_docs`, { docs: [{ _id: '_design/mine', ...law }] });
        expect(['forbidden', 'unauthorized']).toContain(bulk.body[0]?.['error']);
        const replicated = { docs: [{ _id: '_design/mine', _rev: '1-abc', ...law }], new_edits: false };
        await ask('POST', `${path(street)}/_bulk_docs`, replicated);
        expect((await exam().ask('GET', `${path(street)}/_design/mine`)).status).toBe(404);
        expect([401, 403]).toContain((await ask('PUT', `${path(street)}/_security`, {})).status);
        const index = { index: { fields: ['a'] } };
        expect([401, 403]).toContain((await ask('POST', `${path(street)}/_index`, index)).status);
      }
    });

    it("cannot write a change in another register's name", async () => {
      const forged = change(other);
      expect((await ask('PUT', `${path('changes')}/${forged.id}`, forged)).status).toBe(403);
    });

    it('cannot alter or remove a change, not even its own', async () => {
      const own = change();
      await ask('PUT', `${path('changes')}/${own.id}`, own);
      const { body: stored } = await ask('GET', `${path('changes')}/${own.id}`);
      const at = `${path('changes')}/${own.id}`;
      expect((await ask('PUT', at, { ...members(stored), orderId: 'o-2' })).status).toBe(403);
      expect((await ask('DELETE', `${at}?rev=${word(stored['_rev'])}`)).status).toBe(403);
      const bulk = { docs: [{ _id: own.id, _rev: stored['_rev'], _deleted: true }] };
      expect((await ask('POST', `${path('changes')}/_bulk_docs`, bulk)).body[0]).toMatchObject({ error: 'forbidden' });
      expect((await ask('GET', at)).body).toEqual(stored);
    });

    it("cannot put another revision beside somebody's change by replicating it", async () => {
      const theirs = change(other);
      await exam().ask('PUT', `${path('changes')}/${theirs.id}`, theirs, { as: other });
      const { body: stored } = await ask('GET', `${path('changes')}/${theirs.id}`);
      const forged = { ...change(register), _id: theirs.id, id: theirs.id, orderId: 'o-9' };
      const rev = `1-${'f'.repeat(32)}`;
      const [, parent = ''] = word(stored['_rev']).split('-');
      for (const history of [
        { _rev: rev },
        { _rev: rev, _revisions: { start: 1, ids: ['f'.repeat(32)] } },
        { _rev: `2-${'f'.repeat(32)}`, _revisions: { start: 2, ids: ['f'.repeat(32), parent] } },
      ]) {
        const body = { docs: [{ ...forged, ...history }], new_edits: false };
        await ask('POST', `${path('changes')}/_bulk_docs`, body);
        await ask('PUT', `${path('changes')}/${theirs.id}?new_edits=false`, { ...forged, ...history });
      }
      const now = await ask('GET', `${path('changes')}/${theirs.id}?conflicts=true`);
      expect(now.body).toEqual(stored);
    });

    it('cannot alter a change by sending it twice in one batch', async () => {
      const first = change();
      const body = { docs: [first, { ...first, _rev: `1-${'a'.repeat(32)}`, orderId: 'o-9' }] };
      await ask('POST', `${path('changes')}/_bulk_docs`, body);
      const { body: stored } = await ask('GET', `${path('changes')}/${first.id}`);
      expect(stored['orderId']).toBe('o-1');
      expect(stored['_rev']).toMatch(/^1-/);
    });

    it('cannot list databases, make one, remove one, or see other users', async () => {
      expect([401, 403]).toContain((await ask('GET', '/_all_dbs')).status);
      expect([401, 403]).toContain((await ask('PUT', `/exam-forbidden`)).status);
      expect([401, 403]).toContain((await ask('DELETE', path('orders'))).status);
      expect([401, 403]).toContain((await ask('GET', '/_users/_all_docs')).status);
      expect([401, 403, 404]).toContain((await ask('GET', `/_users/org.couchdb.user:${other.user}`)).status);
      const riser = { name: register.user, type: 'user', roles: ['_admin'], password: 'x' };
      const rise = await ask('PUT', `/_users/org.couchdb.user:${register.user}`, riser);
      expect(rise.status).toBeGreaterThanOrEqual(400);
    });
  });
}
