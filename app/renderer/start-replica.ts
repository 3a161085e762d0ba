import { ShopbellError } from '../../domain/errors.ts';
import type { HubAccess, Identity } from '../contract/identity.ts';
import type { Replica } from '../replica/replica.ts';

/** Open this register's local copy. The one place where its storage is chosen. */
export async function startReplica(_identity: Identity, _hub: HubAccess, _page: Window): Promise<Replica> {
  throw new ShopbellError('no-replica', 'The local copy of the shop is not built into this page yet.');
}
