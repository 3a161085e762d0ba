import { z } from 'zod';
import type { BridgeWitness } from '../contract/journal.ts';
import { jsonFile } from './json-file.ts';
import type { Log } from './log.ts';

/** The page's witness as a small file. */
export function openWitnessFile(path: string, log: Log): BridgeWitness {
  const file = jsonFile(path, z.string(), log);
  return {
    read: async () => file.read(),
    write: async (text) => {
      try {
        file.write(text);
        return true;
      } catch (error) {
        log.warn('witness-not-written', error);
        return false;
      }
    },
  };
}
