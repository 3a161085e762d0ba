import type { Storage } from '../collections.ts';

/** What to do with the writes of one collection: let them through, fail them, or hold them back until `release`. */
export type WriteFault = 'none' | 'fail' | 'hold';

/** A storage whose writes can be made to fail or hang, as a full or dying disk does; everything else is the real one. */
export function faultyStorage(storage: Storage) {
  const faults = new Map<string, { fault: WriteFault; times: number }>();
  let held: (() => void)[] = [];

  const faulty: Storage = {
    ...storage,
    async createStorageInstance(params) {
      const instance = await storage.createStorageInstance(params);
      const write = instance.bulkWrite.bind(instance);
      instance.bulkWrite = async (rows, context) => {
        const entry = faults.get(params.collectionName);
        if (entry && entry.times > 0 && entry.fault !== 'none') {
          entry.times -= 1;
          if (entry.fault === 'fail') throw new Error('QuotaExceededError: the disk is full');
          await new Promise<void>((resolve) => held.push(resolve));
        }
        return write(rows, context);
      };
      return instance;
    },
  };
  return {
    storage: faulty,
    set: (collection: string, fault: WriteFault, times = Infinity) => faults.set(collection, { fault, times }),
    release() {
      faults.clear();
      const waiting = held;
      held = [];
      for (const go of waiting) go();
    },
  };
}
