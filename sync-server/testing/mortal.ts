import { ShopbellError } from '../../domain/errors.ts';
import type { HubDatabase, ShopDatabases } from '../hub/hub.ts';

/** The databases as a process sees them that is killed at one of its writes. */
export type Mortal = {
  readonly databases: ShopDatabases;
  /** Writes tried so far. */
  writes(): number;
  dead(): boolean;
};

/**
 * Let the real databases be used until the `at`-th write: then the process is as good as dead, just before that write or
 * just after it, and nothing it does reaches the hub any more.
 */
export function mortal(real: ShopDatabases, at: number, when: 'before' | 'after'): Mortal {
  let writes = 0;
  let dead = false;
  const gone = () => new ShopbellError('hub-unreachable', 'This process was killed.');
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dead) throw gone();
    return work();
  };
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dead) throw gone();
    writes += 1;
    const last = writes === at;
    if (last && when === 'before') dead = true;
    if (dead) throw gone();
    const result = await work();
    if (last) dead = true;
    if (dead) throw gone();
    return result;
  };
  const wrap = (database: HubDatabase): HubDatabase => ({
    name: database.name,
    get: (id) => alive(() => database.get(id)),
    getAll: (ids) => alive(() => database.getAll(ids)),
    list: (prefix) => alive(() => database.list(prefix)),
    find: (selector, fields, limit) => alive(() => database.find(selector, fields, limit)),
    changes: (since, options) => alive(() => database.changes(since, options)),
    info: () => alive(() => database.info()),
    put: (doc, rev) => write(() => database.put(doc, rev)),
    putAll: (docs) => write(() => database.putAll(docs)),
    remove: (id, rev) => write(() => database.remove(id, rev)),
  });
  const databases: ShopDatabases = {
    orders: wrap(real.orders),
    changes: wrap(real.changes),
    shop: wrap(real.shop),
    messages: wrap(real.messages),
    hub: wrap(real.hub),
  };
  return { databases, writes: () => writes, dead: () => dead };
}
