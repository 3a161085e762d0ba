import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { filter } from 'rxjs';
import type { ReplicaOptions } from '../app/replica/open-replica.ts';

/** What a register's computer keeps while its program comes and goes. */
export type Disk = {
  /** The disk as the next start of the program sees it; the last start's hands are off it from now on. */
  plugIn(): ReplicaOptions['storage'];
  /** The program dies at its `writes`-th write from now, that write still done or just not done; `died` is called then. */
  dieAt(writes: number, when: 'before' | 'after', died: () => void): void;
  /** The death that was arranged does not come. */
  spare(): void;
  /** The program is dead now: nothing it still does reaches the disk. */
  unplug(): void;
};

type Hold = { dead: boolean };

/** An empty disk. */
export function createDisk(): Disk {
  const memory = Object.assign(getRxStorageMemory(), { collectionStates: new Map() });
  let hold: Hold = { dead: true };
  let death: { left: number; when: 'before' | 'after'; died: () => void } | null = null;

  function unplug(): void {
    hold.dead = true;
    death = null;
  }

  /** True when the write that is about to be done is the program's last or comes after it. */
  function strike(): { readonly done: boolean } | null {
    if (!death || (death.left -= 1) > 0) return null;
    const { when, died } = death;
    unplug();
    died();
    return { done: when === 'after' };
  }

  return {
    plugIn() {
      unplug();
      const mine: Hold = { dead: false };
      hold = mine;
      return {
        ...memory,
        async createStorageInstance(params) {
          // Each start has a name of its own, because RxDB lets go of a killed one's name only later; the data is the same.
          const instance = await memory.createStorageInstance({ ...params, options: {}, databaseName: 'register' });
          const write = instance.bulkWrite.bind(instance);
          const stream = instance.changeStream.bind(instance);
          instance.changeStream = () => stream().pipe(filter(() => !mine.dead));
          instance.bulkWrite = (rows, context) => {
            // A dead program runs on in this process until RxDB has let go of it. It is told that all went well.
            if (mine.dead) return Promise.resolve({ error: [] });
            const struck = strike();
            return !struck || struck.done ? write(rows, context) : Promise.resolve({ error: [] });
          };
          return instance;
        },
      };
    },
    dieAt(writes, when, died) {
      if (!hold.dead) death = { left: writes, when, died };
    },
    spare: () => void (death = null),
    unplug,
  };
}
