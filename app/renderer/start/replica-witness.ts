import { ShopbellError } from '../../../domain/errors.ts';
import type { BridgeWitness } from '../../contract/journal.ts';
import type { WitnessPort } from '../../replica/witness.ts';

/** The shell's witness as the replica uses it. What another pairing of this device has left says nothing of this one's copy. */
export function replicaWitness(witness: BridgeWitness, register: string): WitnessPort {
  const head = `${register} `;
  return {
    async read() {
      const text = await witness.read();
      return text?.startsWith(head) ? text.slice(head.length) : null;
    },
    async write(text) {
      if (!(await witness.write(head + text)))
        throw new ShopbellError('witness-failed', 'This computer could not write a small file. Free some disk space.');
    },
  };
}
