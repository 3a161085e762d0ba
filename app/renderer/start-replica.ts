import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { ShopbellError } from '../../domain/errors.ts';
import type { Bridge } from '../contract/bridge.ts';
import type { HubAccess, Identity } from '../contract/identity.ts';
import { openReplica } from '../replica/open-replica.ts';
import type { Replica } from '../replica/replica.ts';
import { replicaWitness } from './start/replica-witness.ts';
import { replicaJournal } from './start/replica-journal.ts';
import { newUuid } from './ui/new-uuid.ts';

/**
 * Open this register's local copy. The one place where its storage is chosen: IndexedDB, where a stored change is on
 * the disk before it is called stored (`strict`; Chrome's default may lose it when the power fails).
 * @throws ShopbellError `storage-closed` when the browser does not let us store; its own words say nothing to a cashier.
 */
export async function startReplica(
  identity: Identity,
  hub: HubAccess,
  page: Window & typeof globalThis,
  { journal, witness }: Pick<Bridge, 'journal' | 'witness'>,
): Promise<Replica> {
  const { shop, register } = identity;
  try {
    return await openReplica({
      storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }),
      name: `shopbell-${shop}-${register.id}`.toLowerCase(),
      hubUrl: hub.url,
      shop,
      register,
      fetch: (url, init) => page.fetch(url, { ...init, credentials: 'same-origin' }),
      now: () => Date.now(),
      newId: () => newUuid(page.crypto),
      random: () => Math.random(),
      journal: journal && replicaJournal(journal),
      witness: replicaWitness(witness, register.id),
    });
  } catch (cause) {
    throw new ShopbellError('storage-closed', 'The storage of this device could not be opened.', { cause });
  }
}
