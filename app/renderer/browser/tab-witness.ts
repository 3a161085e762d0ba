import type { BridgeWitness } from '../../contract/journal.ts';

const KEY = 'shopbell-witness';

/** The witness of a browser tab: another drawer of the same browser, damaged on another day. */
export function openTabWitness(storage: Pick<Storage, 'getItem' | 'setItem'>): BridgeWitness {
  return {
    read: async () => storage.getItem(KEY),
    write: async (text) => {
      try {
        storage.setItem(KEY, text);
        return true;
      } catch {
        return false;
      }
    },
  };
}
