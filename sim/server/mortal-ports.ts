import { ShopbellError } from '../../domain/errors.ts';
import type { HubDatabase, ShopDatabases } from '../../sync-server/hub/hub.ts';
import type { Random } from '../random.ts';
import type { VirtualTime } from '../time/virtual-time.ts';

/** The hub's databases as one run of the sync-server sees them: over a line, until it is killed. */
export type MortalPorts = {
  readonly databases: ShopDatabases;
  /** The server dies at its `calls`-th call from now, that call still carried out or just not. */
  dieAt(calls: number, when: 'before' | 'after', died: () => void): void;
  /** The death that was arranged does not come. */
  spare(): void;
  kill(): void;
};

type Parts = {
  readonly real: ShopDatabases;
  readonly time: VirtualTime;
  readonly random: Random;
  readonly hubUp: () => boolean;
  /** The share of calls whose answer is lost although they were carried out. */
  readonly loss: () => number;
  readonly note: (what: string) => void;
};

/** Ports that live until they are killed. A dead server's calls come to nothing and it hears no more answers. */
export function createMortalPorts({ real, time, random, hubUp, loss, note }: Parts): MortalPorts {
  let dead = false;
  let death: { left: number; when: 'before' | 'after'; died: () => void } | null = null;

  function strike(): 'before' | 'after' | null {
    if (!death || (death.left -= 1) > 0) return null;
    const { when, died } = death;
    death = null;
    dead = true;
    died();
    return when;
  }

  async function call<T>(what: string, work: () => Promise<T>, waits = false): Promise<T> {
    if (dead) throw away();
    await time.sleep(random.int(1, 12));
    if (dead) throw away();
    const struck = strike();
    if (struck === 'before') throw away();
    if (!hubUp()) throw away();
    note(what);
    const result = await work();
    const lost = !waits && random.chance(loss());
    await time.sleep(random.int(1, 12));
    if (dead || lost) throw away();
    return result;
  }

  const wrap = (database: HubDatabase): HubDatabase => {
    const street = database.name.split('-').at(-1) ?? '';
    return {
      name: database.name,
      get: (id) => call(`get ${street} ${id}`, () => database.get(id)),
      getAll: (ids) => call(`get ${street} x${ids.length}`, () => database.getAll(ids)),
      list: (prefix) => call(`list ${street}`, () => database.list(prefix)),
      find: (selector, fields, limit) => call(`find ${street}`, () => database.find(selector, fields, limit)),
      changes: (since, options) => call(`follow ${street} ${since}`, () => database.changes(since, options), true),
      info: () => call(`info ${street}`, () => database.info()),
      put: (doc, rev) => call(`put ${street} ${doc.id}`, () => database.put(doc, rev)),
      putAll: (docs) => call(`put ${street} x${docs.length}`, () => database.putAll(docs)),
      remove: (id, rev) => call(`remove ${street} ${id}`, () => database.remove(id, rev)),
    };
  };

  return {
    databases: {
      orders: wrap(real.orders),
      changes: wrap(real.changes),
      shop: wrap(real.shop),
      messages: wrap(real.messages),
      hub: wrap(real.hub),
    },
    dieAt: (calls, when, died) => void (death = { left: calls, when, died }),
    spare: () => void (death = null),
    kill: () => void (dead = true),
  };
}

const away = (): ShopbellError => new ShopbellError('hub-unreachable', 'The hub does not answer.');
