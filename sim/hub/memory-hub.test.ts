import { describe, expect, test } from 'vitest';
import { systemTimers } from '../../app/replica/timers.ts';
import { examDatabases } from '../../sync-server/hub/exam/port-exam.ts';
import { createCouchFace } from './couch-face.ts';
import { createMemoryHub } from './memory-hub.ts';

const hub = createMemoryHub(systemTimers);
let shops = 0;

describe('the simulated hub passes the port’s part of the hub exam', () => {
  examDatabases({ connect: () => hub, shop: () => `exam-${(shops += 1)}` });
});

describe('the simulated hub as a register hears it', () => {
  const register = async () => {
    const own = createMemoryHub(systemTimers);
    const { orders, changes } = await own.provision('demo');
    const face = createCouchFace(own, 'demo');
    const ask = (path: string, body: unknown = null) =>
      new Promise<{ status: number; json: Record<string, unknown> }>((resolve) =>
        face({ user: 'reg-1', path, body: body === null ? null : JSON.stringify(body) }, ({ status, text }) =>
          resolve({ status, json: JSON.parse(text) as Record<string, unknown> }),
        ),
      );
    return { orders, changes, ask };
  };
  const change = (id: string, register = 'reg-1') => ({
    _id: id,
    type: 'change',
    id,
    shop: 'demo',
    orderId: 'o-1',
    register: { id: register, name: 'Counter' },
    staff: { id: 'staff:aina', name: 'Aina' },
    at: '2026-03-01T02:00:00.000Z',
    kind: 'acknowledge',
  });

  test('a long-poll waits for news, or its time', async () => {
    const { orders, ask } = await register();
    const path = '/shopbell-demo-orders/_changes?feed=longpoll&limit=1&since=0&timeout=';
    expect((await ask(`${path}20`)).json['results']).toEqual([]);
    const waiting = ask(`${path}20000`);
    await orders.put({ id: 'o-1', text: 'new' });
    expect((await waiting).json['results']).toMatchObject([{ id: 'o-1' }]);
  });

  test('the reading of a feed goes on where it ended', async () => {
    const { orders, ask } = await register();
    await orders.putAll([{ id: 'o-1' }, { id: 'o-2' }, { id: 'o-3' }]);
    const path = '/shopbell-demo-orders/_changes?include_docs=true&limit=2&since=';
    const first = await ask(`${path}0`);
    expect(first.json).toMatchObject({ results: [{ doc: { _id: 'o-1' } }, { id: 'o-2' }], pending: 1 });
    const second = await ask(`${path}${String(first.json['last_seq'])}`);
    expect(second.json).toMatchObject({ results: [{ id: 'o-3' }], pending: 0 });
  });

  test('a change is taken once, a second time is a conflict, and the law speaks for each document', async () => {
    const { changes, ask } = await register();
    const docs = [change('c-1'), change('c-2', 'reg-2'), change('c-3')];
    const path = '/shopbell-demo-changes/_bulk_docs';
    expect((await ask(path, { docs })).json).toMatchObject([{ ok: true }, { error: 'forbidden' }, { ok: true }]);
    expect((await ask(path, { docs: [change('c-1')] })).json).toMatchObject([{ error: 'conflict' }]);
    expect((await changes.list('c-')).map((doc) => doc._id)).toEqual(['c-1', 'c-3']);
  });

  test('a register reads orders, changes and shop, and nothing else', async () => {
    const { ask } = await register();
    expect((await ask('/shopbell-demo-messages/_changes')).status).toBe(403);
    expect((await ask('/shopbell-demo-orders/_bulk_docs', { docs: [change('c-1')] })).json).toMatchObject([
      { error: 'forbidden' },
    ]);
  });
});
