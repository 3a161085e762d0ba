import type { Hub, ShopDatabases } from '../../sync-server/hub/hub.ts';
import type { Timers } from '../../app/replica/timers.ts';
import { createMemoryDatabase } from './memory-database.ts';
import { createRows, type Rows, type Watch } from './rows.ts';

/** A hub in memory with two faces: the port, for flows and intake, and its rows, for what registers ask over the line. */
export type MemoryHub = Hub & {
  /** The rows of a database by its full name, undefined when nobody made it. */
  rows(name: string): Rows | undefined;
  /** Take a backup of all databases; the function that comes back sets the hub back to it. */
  backup(): () => void;
};

const STREETS = ['orders', 'changes', 'shop', 'messages', 'hub'] as const;

/** An empty hub. `watch` sees every write. */
export function createMemoryHub(timers: Timers, watch: Watch = () => undefined): MemoryHub {
  const databases = new Map<string, Rows>();
  const people = new Map<string, string>();

  function database(name: string): Rows {
    const there = databases.get(name);
    if (there) return there;
    const made = createRows(name, timers, watch);
    databases.set(name, made);
    return made;
  }

  return {
    kind: 'couchdb',
    rows: (name) => databases.get(name),
    backup() {
      const restores = [...databases.values()].map((each) => each.backup());
      return () => restores.forEach((restore) => restore());
    },
    provision(shop) {
      const made = STREETS.map((street) => [street, createMemoryDatabase(database(`shopbell-${shop}-${street}`))]);
      return Promise.resolve(Object.fromEntries(made) as ShopDatabases);
    },
    version: () => Promise.resolve('3.0-sim'),
    addRegister({ user, password }) {
      people.set(user, password);
      return Promise.resolve();
    },
    knows: (user, password) => Promise.resolve(people.get(user) === password),
  };
}
